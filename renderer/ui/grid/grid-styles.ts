// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** Height of a row of a table in pixels. */
export const rowHeight = 34;

/** Looks shared by a table's header and its rows. */
export const useGridStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    ...typographyStyles.caption1Strong,
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'grid',
    boxSizing: 'border-box',
    minHeight: `${rowHeight}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  headerCell: { display: 'flex', minWidth: 0, alignItems: 'stretch' },
  sort: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: 'none',
    backgroundColor: tokens.colorTransparentBackground,
    color: 'inherit',
    font: 'inherit',
    // Names that are too wide, as with more space between letters, take two lines.
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plainHeader: {
    display: 'flex',
    alignItems: 'center',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
  },
  body: { position: 'relative' },
  row: {
    ...typographyStyles.body1,
    position: 'absolute',
    top: 0,
    left: 0,
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'stretch',
    width: '100%',
    height: `${rowHeight}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: 'none', zIndex: 1 },
    // A ring of the row itself would lie under the columns that stay in sight.
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      zIndex: 2,
      pointerEvents: 'none',
      outlineOffset: '-2px',
    },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    '@media (forced-colors: active)': {
      '::after': { outline: '2px solid Highlight' },
      ':focus-visible::after': { outline: '4px double Highlight', outlineOffset: '-4px' },
    },
  },
  cell: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    overflow: 'hidden',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    whiteSpace: 'nowrap',
  },
  fixed: { position: 'sticky', backgroundColor: 'inherit', zIndex: 1 },
  /** The mark of the row that is looked at, beside its colour. */
  mark: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  /** Right-aligned numbers keep away from the words of the next column. */
  end: { justifyContent: 'flex-end', textAlign: 'end', paddingRight: tokens.spacingHorizontalL },
});
