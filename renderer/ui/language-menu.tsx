import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Locale, locales } from '../../shared/domain/locale.ts';
import { useFocusAfterChoice } from './desk-focus.ts';
import { Icon } from './icons/icon.tsx';
import { languageNames as names } from './language-names.ts';

interface LanguageMenuProps {
  readonly label: string;
  readonly locale: Locale;
  readonly onChoose: (locale: Locale) => void;
}

/** Switches the language of the screens at any moment. */
export function LanguageMenu({ label, locale, onChoose }: LanguageMenuProps) {
  const focus = useFocusAfterChoice();
  return (
    <MenuTrigger onOpenChange={focus.onOpenChange}>
      <Button
        className="chip"
        aria-label={`${locale.toUpperCase()}, ${label}: ${names[locale]}`}
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
            onChoose(Locale.parse(key));
          }}
        >
          {locales.map((choice) => (
            <MenuItem
              key={choice}
              id={choice}
              className="menu-item"
              textValue={names[choice]}
              data-testid={`language-${choice}`}
            >
              <b>{choice.toUpperCase()}</b>
              <span lang={choice}>{names[choice]}</span>
              {choice === locale ? <Icon name="check" bold /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
