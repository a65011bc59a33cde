import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import type { BalanceView, Conversion, CustomerBalance } from '../stores/flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { moneyText } from './format.ts';
import { useDesk, useDeskStore } from './use-desk.ts';

/** Signs from which the big figure takes the next smaller size: balances never wrap. */
const figureSizes = [
  { from: 12, size: 'longest' },
  { from: 9, size: 'long' },
  { from: 6, size: 'middle' },
] as const;

function figureSize(text: string): 'longest' | 'long' | 'middle' | 'normal' {
  return figureSizes.find(({ from }) => text.length >= from)?.size ?? 'normal';
}

function isZero(decimal: string): boolean {
  return /^-?0+(\.0+)?$/.test(decimal);
}

function LedgerHead({ convertedTo }: { readonly convertedTo: string | null }) {
  const texts = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="vh">{texts.t('ledger/currency')}</span>
        </th>
        <th scope="col">{texts.t('ledger/atDisposal')}</th>
        <th scope="col">{texts.t('ledger/reserved')}</th>
        {convertedTo === null ? null : <th scope="col">{texts.t('ledger/inCurrency', { currency: convertedTo })}</th>}
      </tr>
    </thead>
  );
}

/** Has the size that the balance will have, so that nothing jumps when it comes. */
export function LedgerSkeleton() {
  const texts = useTexts();
  const currency = useDesk((state) => state.station?.currency ?? '');
  return (
    <table className="ledger" aria-busy="true" aria-label={texts.t('ledger/label')} data-testid="balance-loading">
      <LedgerHead convertedTo={null} />
      <tbody>
        <tr className="main">
          <td className="cur">{currency}</td>
          <td className="sum">
            <i className="blank blank-figure" />
          </td>
          <td className="res">
            <i className="blank blank-reserved" />
          </td>
        </tr>
        <tr>
          <td className="cur">
            <i className="blank blank-currency" />
          </td>
          <td className="sum">
            <i className="blank blank-sum" />
          </td>
          <td className="res">
            <i className="blank blank-reserved" />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LedgerTable({ view, converted }: { readonly view: BalanceView; readonly converted: boolean }) {
  const texts = useTexts();
  const money = (decimal: string, currency: string) => moneyText(decimal, currency, texts);
  const to = converted ? view.convertedTo : null;
  return (
    <table className={to === null ? 'ledger' : 'ledger with-converted'} aria-label={texts.t('ledger/label')}>
      <LedgerHead convertedTo={to} />
      <tbody>
        {view.rows.map((row, index) => (
          <tr key={row.currency} className={index === 0 ? 'main' : undefined}>
            <th scope="row" className="cur">
              {row.currency}
            </th>
            <td
              className="sum"
              data-size={figureSize(money(row.amounts.atDisposal, row.currency))}
              data-testid={`balance-${row.currency}`}
            >
              {money(row.amounts.atDisposal, row.currency)}
            </td>
            <td className={isZero(row.amounts.reserved) ? 'res zero' : 'res'} data-testid={`reserved-${row.currency}`}>
              {money(row.amounts.reserved, row.currency)}
            </td>
            {to === null ? null : (
              <td className="conv" data-testid={`converted-${row.currency}`}>
                {row.converted === null ? '–' : money(row.converted.atDisposal, to)}
              </td>
            )}
          </tr>
        ))}
        {to === null || view.total === null ? null : (
          <tr className="total" data-testid="total">
            <th scope="row" colSpan={2}>
              {texts.t('ledger/total', { currency: to })}
            </th>
            <td className="res">{money(view.total.reserved, to)}</td>
            <td className="conv">{money(view.total.atDisposal, to)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function ConvertSwitch({ conversion, currency }: { readonly conversion: Conversion; readonly currency: string }) {
  const texts = useTexts();
  const store = useDeskStore();
  const key = conversion.kind === 'asking' ? 'ledger/converting' : 'ledger/convert';
  return (
    <Switch
      className="convert"
      data-testid="convert"
      isSelected={conversion.kind === 'on' || conversion.kind === 'asking'}
      onChange={() => void store.getState().toggleConversion()}
    >
      <span className="switch" data-on={conversion.kind === 'on' || conversion.kind === 'asking' ? '' : undefined} />
      <span>{texts.t(key, { currency })}</span>
      <kbd>F3</kbd>
    </Switch>
  );
}

function BalanceRead({ balance }: { readonly balance: Extract<CustomerBalance, { kind: 'read' }> }) {
  const texts = useTexts();
  const currency = useDesk((state) => state.station?.currency ?? '');
  const { view, conversion } = balance;
  const time = texts.time(view.readAt);
  const note: ReactNode =
    conversion.kind === 'failed' ? (
      <span className="trouble-note" role="alert">
        <Icon name="alert" />
        {texts.t('ledger/notConverted', { reason: texts.error(conversion.error.code).title })}
      </span>
    ) : (
      texts.t(conversion.kind === 'on' ? 'ledger/byRate' : 'ledger/asOf', { time })
    );
  return (
    <div className="balance">
      <div className="ledger-foot">
        <span className="note soft">{note}</span>
        <ConvertSwitch conversion={conversion} currency={currency} />
      </div>
      {/* Many currencies scroll: whoever has no pointer must reach them too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="ledger-scroll" aria-label={texts.t('ledger/label')} tabIndex={0}>
        {view.rows.length === 0 ? (
          <p className="label">{texts.t('ledger/empty')}</p>
        ) : (
          <LedgerTable view={view} converted={conversion.kind === 'on'} />
        )}
      </section>
    </div>
  );
}

function BalanceFailed({ balance }: { readonly balance: Extract<CustomerBalance, { kind: 'failed' }> }) {
  const texts = useTexts();
  const store = useDeskStore();
  const error = texts.error(balance.error.code);
  const listsCauses = balance.error.code === 'wallet.access-revoked';
  return (
    <div className="inline-trouble" role="alert" data-testid="error" data-code={balance.error.code}>
      <div className="hatch" />
      <div>
        <div className="row between">
          <h2>{error.title}</h2>
          <KeyButton className="btn" testId="read-again" onPress={() => void store.getState().readBalanceAgain()}>
            <Icon name="refresh" size="row" />
            <span>{texts.t('ledger/again')}</span>
          </KeyButton>
        </div>
        {listsCauses ? <h3>{texts.t('trouble/maybeMissing')}</h3> : <p>{error.what}</p>}
        <ErrorSteps error={balance.error} plain={listsCauses} />
        {listsCauses ? null : <ErrorFacts error={balance.error} />}
      </div>
    </div>
  );
}

/** What the customer has, in each currency; the first one is the big figure. */
export function Ledger({ balance }: { readonly balance: CustomerBalance }) {
  switch (balance.kind) {
    case 'loading':
      return <LedgerSkeleton />;
    case 'read':
      return <BalanceRead balance={balance} />;
    case 'failed':
      return <BalanceFailed balance={balance} />;
  }
}
