import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ScreenLocale } from '../../shared/domain/locale.ts';
import { useFocusAfterChoice } from './desk-focus.ts';
import { languageName, screenLocales } from './i18n/i18n.ts';
import { Icon } from './icons/icon.tsx';

interface LanguageMenuProps {
  readonly label: string;
  readonly locale: ScreenLocale;
  readonly onChoose: (locale: ScreenLocale) => void;
}

/** Switches the language of the screens at any moment. */
export function LanguageMenu({ label, locale, onChoose }: LanguageMenuProps) {
  const focus = useFocusAfterChoice();
  return (
    <MenuTrigger onOpenChange={focus.onOpenChange}>
      <Button
        className="chip"
        aria-label={`${locale.toUpperCase()}, ${label}: ${languageName(locale)}`}
        data-testid="language"
        onFocus={focus.onButtonFocus}
      >
        <b>{locale.toUpperCase()}</b>
        <Icon name="chevron-down" size="small" />
      </Button>
      <Popover className="menu-popover" placement="bottom end" offset={0}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode="single"
          selectedKeys={[locale]}
          onAction={(key) => {
            focus.onChosen();
            onChoose(String(key));
          }}
        >
          {screenLocales.map((choice) => (
            <MenuItem
              key={choice}
              id={choice}
              className="menu-item"
              textValue={languageName(choice)}
              data-testid={`language-${choice}`}
            >
              <b>{choice.toUpperCase()}</b>
              <span lang={choice}>{languageName(choice)}</span>
              {choice === locale ? <Icon name="check" bold /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
