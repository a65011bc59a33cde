import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Theme, themes } from '../../shared/domain/theme.ts';
import { useFocusAfterChoice } from './desk-focus.ts';
import { useTexts } from './i18n/use-texts.tsx';
import { Icon } from './icons/icon.tsx';

interface ThemeMenuProps {
  readonly theme: Theme;
  readonly onChoose: (theme: Theme) => void;
}

/** Light, dark or strongest contrast, at any moment. */
export function ThemeMenu({ theme, onChoose }: ThemeMenuProps) {
  const texts = useTexts();
  const focus = useFocusAfterChoice();
  const label = texts.t('strip/theme');
  return (
    <MenuTrigger onOpenChange={focus.onOpenChange}>
      <Button
        className="chip"
        aria-label={`${label}: ${texts.t(`strip/themes/${theme}`)}`}
        data-testid="theme"
        onFocus={focus.onButtonFocus}
      >
        <Icon name="contrast" />
      </Button>
      <Popover className="menu-popover" placement="bottom end" offset={0}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode="single"
          selectedKeys={[theme]}
          onAction={(key) => {
            focus.onChosen();
            onChoose(Theme.parse(key));
          }}
        >
          {themes.map((choice) => (
            <MenuItem
              key={choice}
              id={choice}
              className="menu-item"
              textValue={texts.t(`strip/themes/${choice}`)}
              data-testid={`theme-${choice}`}
            >
              <span>{texts.t(`strip/themes/${choice}`)}</span>
              {choice === theme ? <Icon name="check" bold /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
