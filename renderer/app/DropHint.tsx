// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { messages } from '../../electron/language/messages';

const useStyles = makeStyles({
  hint: {
    ...typographyStyles.subtitle1,
    position: 'fixed',
    inset: '8px',
    zIndex: 5,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    color: tokens.colorNeutralForeground1,
    pointerEvents: 'none',
  },
});

/** Says that what is held above the window can be dropped. */
export function DropHint() {
  return <div className={useStyles().hint}>{messages.support.set.drop}</div>;
}
