import { locales } from '../../shared/domain/locale.ts';
import { useDevices } from '../setup/use-devices.ts';
import type { SetupChoices } from '../stores/training-setup-store.ts';
import { languageName } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Segment } from '../ui/segment.tsx';
import { Labelled, TextField } from '../ui/text-field.tsx';
import { SetupCheck } from './setup-check.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

const patterns = {
  name: /^[^\p{C}]{1,40}$/u,
  supportPhone: /^\+?[0-9][0-9 ()-]{2,23}$/,
  currency: /^[A-Z]{3}$/,
} as const;

const mostColumns = 96;

const isWidth = (width: number | null, columns: number): boolean => width === null || (width >= 8 && width <= columns);

function isWhole(choices: SetupChoices, columns: number): boolean {
  const { shopName, stationName, supportPhone, currency, receiptWidth } = choices;
  return (
    (shopName === null || patterns.name.test(shopName.trim())) &&
    patterns.name.test(stationName.trim()) &&
    (supportPhone === null || patterns.supportPhone.test(supportPhone)) &&
    patterns.currency.test(currency) &&
    isWidth(receiptWidth, columns)
  );
}

/** Fourth step: what the station is called, what it speaks, and what it looks like. */
export function StationStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const choices = useSetup((state) => state.choices);
  const columns = useDevices((state) => state.view?.line?.columns ?? null) ?? mostColumns;
  if (choices === null) {
    return null;
  }
  return (
    <form
      className="setup-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(choices, columns)) {
          store.getState().show('people');
        }
      }}
    >
      <Names choices={choices} />
      <Looks choices={choices} />
      <Money choices={choices} columns={columns} />
      <Operations choices={choices} />
      <div className="setup-stand setup-foot">
        <button
          type="submit"
          className="btn act"
          data-testid="setup-next"
          aria-disabled={isWhole(choices, columns) ? undefined : true}
        >
          <Icon name="check" size="row" bold />
          <span>{texts.t('setup/next')}</span>
        </button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly choices: SetupChoices;
}

function useNote() {
  const texts = useTexts();
  return (isRight: boolean, allowed: string) => ({
    isWrong: !isRight,
    note: isRight ? null : texts.t('setup/wrong', { allowed }),
  });
}

function Names({ choices }: PartProps) {
  const texts = useTexts();
  const { change } = useSetupStore().getState();
  const noteOf = useNote();
  const { shopName, stationName, supportPhone } = choices;
  return (
    <div className="setup-pair">
      <TextField
        label={texts.t('setup/shopName')}
        testId="setup-shop"
        value={shopName ?? ''}
        onChange={(event) => change({ shopName: event.target.value === '' ? null : event.target.value })}
        {...noteOf(shopName === null || patterns.name.test(shopName.trim()), texts.t('setup/allowedName'))}
      />
      <TextField
        label={texts.t('setup/stationName')}
        testId="setup-name"
        value={stationName}
        onChange={(event) => change({ stationName: event.target.value })}
        {...noteOf(patterns.name.test(stationName.trim()), texts.t('setup/allowedName'))}
      />
      <TextField
        label={texts.t('setup/supportPhone')}
        testId="setup-phone"
        value={supportPhone ?? ''}
        onChange={(event) => change({ supportPhone: event.target.value === '' ? null : event.target.value })}
        {...noteOf(supportPhone === null || patterns.supportPhone.test(supportPhone), texts.t('setup/allowedPhone'))}
      />
    </div>
  );
}

function Looks({ choices }: PartProps) {
  const texts = useTexts();
  const { change } = useSetupStore().getState();
  return (
    <>
      <div className="setup-pair">
        <Labelled label={texts.t('setup/locale')}>
          <Segment
            label={texts.t('setup/locale')}
            value={choices.locale}
            choices={locales.map((value) => ({ value, text: languageName(value) }))}
            onChoose={(locale) => change({ locale })}
          />
        </Labelled>
        <Labelled label={texts.t('setup/face')}>
          <Segment
            label={texts.t('setup/face')}
            value={choices.face}
            choices={[
              { value: 'desk', text: texts.t('setup/desk'), testId: 'setup-face-desk' },
              { value: 'kiosk', text: texts.t('setup/kiosk'), testId: 'setup-face-kiosk' },
            ]}
            onChoose={(face) => change({ face })}
          />
        </Labelled>
      </div>
      <SetupCheck
        label={texts.t('setup/customerDisplay')}
        isOn={choices.customerDisplay}
        onChange={(customerDisplay) => change({ customerDisplay })}
        testId="setup-customer-display"
      />
    </>
  );
}

function Money({ choices, columns }: PartProps & { readonly columns: number }) {
  const texts = useTexts();
  const { change } = useSetupStore().getState();
  const noteOf = useNote();
  return (
    <div className="setup-pair">
      <TextField
        label={texts.t('setup/currency')}
        testId="setup-currency"
        value={choices.currency}
        onChange={(event) => change({ currency: event.target.value.toUpperCase() })}
        {...noteOf(patterns.currency.test(choices.currency), texts.t('setup/allowedCurrency'))}
      />
      <TextField
        label={texts.t('setup/width')}
        testId="setup-width"
        value={choices.receiptWidth === null ? '' : `${choices.receiptWidth}`}
        onChange={(event) => change({ receiptWidth: widthOf(event.target.value) })}
        {...noteOf(isWidth(choices.receiptWidth, columns), texts.t('setup/allowedWidth', { most: columns }))}
      />
    </div>
  );
}

/** Digits only: what is no number is not there. */
function widthOf(text: string): number | null {
  const digits = text.replace(/[^0-9]/g, '').slice(0, 3);
  return digits === '' ? null : Number(digits);
}

const operationKeys = {
  'balance.read': 'balance',
  'balance-receipt.read': 'receipt',
  'wallet.check-sufficient-amount': 'sufficient-amount',
  'statements.read': 'statements',
  'reservation-statements.read': 'reservations',
  'pending-payments.read': 'payments',
  'pending-payment.cancel': 'cancel-payment',
  'pending-payment.accept': 'accept-payment',
  'favourites.read': 'favourites',
  'card.relate': 'relate-card',
  'card.confirm': 'confirm-card',
  'description.set': 'set-description',
  'description.delete': 'delete-description',
  'wallets.search': 'search',
} as const;
type OperationAsked = keyof typeof operationKeys;

const isAsked = (name: string): name is OperationAsked => Object.hasOwn(operationKeys, name);

/** What this client may use; the three without which nothing works are not asked about. */
function Operations({ choices }: PartProps) {
  const texts = useTexts();
  const { change } = useSetupStore().getState();
  const all = useSetup((state) => state.view?.operations) ?? [];
  const used = choices.operations ?? all;
  function use(name: string, wanted: boolean): void {
    const next = all.filter((one) => (one === name ? wanted : used.includes(one)));
    change({ operations: next.length === all.length ? null : next });
  }
  return (
    <details className="setup-more">
      <summary data-testid="setup-operations">
        {texts.t('setup/operations')}: {texts.t('setup/operationsOf', { used: used.length, all: all.length })}
      </summary>
      <div className="setup-operations">
        {all.filter(isAsked).map((name) => (
          <SetupCheck
            key={name}
            label={texts.t(`setup/operation/${operationKeys[name]}`)}
            isOn={used.includes(name)}
            onChange={(wanted) => use(name, wanted)}
            testId={`setup-operation-${name}`}
          />
        ))}
      </div>
    </details>
  );
}
