// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { messages } from '../../electron/language/messages';
import type { PageId } from '../ui/page-choice';
import { pages } from './pages';
import type { Page } from './pages';
import type { WindowWidth } from '../ui/use-window-size';

/** A rail as low as this has no room for labels: a countdown above it, or a low window. */
const lowRail = '@container (max-height: 479px)';

const useStyles = makeStyles({
  column: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  labelled: { width: '200px' },
  // A container cannot be as wide as what is in it: `railWidth` is.
  rail: {
    ...typographyStyles.caption1,
    minWidth: '76px',
    overflowX: 'hidden',
    overflowY: 'auto',
    containerType: 'size',
  },
  row: {
    flexDirection: 'row',
    height: '40px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    alignItems: 'center',
    borderRight: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    ...typographyStyles.body1,
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: '40px',
    height: '36px',
    padding: '0 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  /** The label under the icon, in two lines where it needs them. */
  railItem: {
    ...typographyStyles.caption1,
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXXS,
    height: 'auto',
    minHeight: '52px',
    padding: `${tokens.spacingVerticalSNudge} 2px`,
    textAlign: 'center',
    [lowRail]: { minHeight: '36px' },
  },
  railLabel: { [lowRail]: { display: 'none' } },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '8px',
      bottom: '8px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
    },
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  firstAtFoot: { marginTop: 'auto' },
  firstAtEnd: { marginInlineStart: 'auto' },
  icon: { fontSize: '20px', width: '20px', height: '20px', flexShrink: 0 },
});

interface ItemProps {
  readonly page: Page;
  readonly shortcut: string;
  readonly isCurrent: boolean;
  readonly labelled: 'beside' | 'below' | 'no';
  /** Where it stands, if not after the one before. */
  readonly place: string | false;
  readonly onGo: () => void;
}

function NavigationItem({ page, shortcut, isCurrent, labelled, place, onGo }: ItemProps) {
  const styles = useStyles();
  const name = messages.pages.names[page.id];
  const Icon = isCurrent ? page.CurrentIcon : page.Icon;
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.item,
        isCurrent && styles.current,
        labelled === 'below' && styles.railItem,
        place,
      )}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={name}
      // Read after the name, so it does not repeat a name that is in sight.
      title={labelled === 'no' ? messages.pages.shortcut({ page: name, keys: shortcut }) : shortcut}
      onClick={onGo}
    >
      <Icon className={styles.icon} />
      {labelled === 'beside' && name}
      {labelled === 'below' && <span className={styles.railLabel}>{name}</span>}
    </button>
  );
}

/** Room for the longest word of the labels, which wrap between words alone. */
function railWidth(): string {
  const words = pages.flatMap(({ id }) => messages.pages.names[id].split(/\s+/));
  return `calc(${Math.max(...words.map(({ length }) => length))}ch + 8px)`;
}

/** Pages from this one on stand at the foot. */
const firstAtFoot = pages.find(({ isAtFoot }) => isAtFoot);

interface NavigationProps {
  readonly width: WindowWidth;
  readonly current: Page;
  readonly onGo: (page: PageId) => void;
}

const labels = { wide: 'beside', medium: 'below', narrow: 'below', small: 'no' } as const;

/** The list of pages: labels beside the icons, or below them, or a row of icons on top, as the window's width allows. */
export function Navigation({ width, current, onGo }: NavigationProps) {
  const styles = useStyles();
  const shape = {
    wide: styles.labelled,
    medium: styles.rail,
    narrow: styles.rail,
    small: styles.row,
  };
  return (
    <nav
      aria-label={messages.pages.navigation}
      data-region="navigation"
      className={mergeClasses(styles.column, shape[width])}
      style={labels[width] === 'below' ? { width: railWidth() } : undefined}
    >
      {pages.map((page, index) => (
        <NavigationItem
          key={page.id}
          page={page}
          shortcut={`Ctrl+${index + 1}`}
          isCurrent={page === current}
          labelled={labels[width]}
          place={
            page === firstAtFoot && (width === 'small' ? styles.firstAtEnd : styles.firstAtFoot)
          }
          onGo={() => {
            onGo(page.id);
          }}
        />
      ))}
    </nav>
  );
}
