// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import type { MenuOpener } from '../../electron/contract/ipc-schema';
import { messages } from '../../electron/language/messages';
import { useBridge } from '../bridge/bridge';
import { useLoneAlt } from '../ui/use-lone-alt';
import { isModalOpen, useShortcuts } from '../ui/use-shortcuts';
import { useHasTitleBar } from './window-controls-overlay';

const words = messages.titleBar;

const useStyles = makeStyles({
  /** The part that the system's own buttons leave, which moves the window. */
  bar: {
    ...typographyStyles.caption1,
    boxSizing: 'border-box',
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: 'env(titlebar-area-height, 32px)',
    width: 'env(titlebar-area-width, 100%)',
    marginLeft: 'env(titlebar-area-x, 0px)',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    userSelect: 'none',
    WebkitAppRegion: 'drag',
  },
  menu: { flexShrink: 0, WebkitAppRegion: 'no-drag' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

function TitleBarHere() {
  const styles = useStyles();
  const bridge = useBridge();
  const open = (by: MenuOpener) => {
    if (!isModalOpen()) void bridge.app.openMenu(by);
  };
  const openByKey = () => {
    open('keyboard');
  };
  useLoneAlt(openByKey);
  useShortcuts({ F10: openByKey });
  return (
    <header className={styles.bar} data-region="title-bar">
      <Button
        appearance="subtle"
        size="small"
        className={styles.menu}
        icon={<NavigationRegular />}
        aria-label={words.menu}
        aria-haspopup="menu"
        title={words.menuAndKeys}
        onClick={({ detail }) => {
          // A press of Enter or Space is a click that counts none.
          open(detail === 0 ? 'keyboard' : 'mouse');
        }}
      />
      <span className={styles.title}>{messages.app.name}</span>
    </header>
  );
}

/** The title bar, where the page draws it: what it is called, and the menu that the system hides then. */
export function TitleBar() {
  return useHasTitleBar() && <TitleBarHere />;
}
