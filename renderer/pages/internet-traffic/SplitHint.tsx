// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import type { Preview } from '../../../electron/contract/preview';
import { usePreferences, useStorePreferences } from '../../bridge/use-preferences';
import { messages } from '../../../electron/language/messages';

const words = messages.internetTraffic.presets;

const useStyles = makeStyles({
  hint: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground2 },
});

/** Whether "the second option" is there to be chosen, and not in force already. */
function canSplit({ presets, presetNow }: Preview): boolean {
  const split = presets.find(({ id }) => id === 'company-only');
  return split?.obstacle === null && presetNow !== split.id;
}

/** Says to who was told to turn on split tunnelling what that is here, until it is put away. */
export function SplitHint({ preview }: { readonly preview: Preview }) {
  const styles = useStyles();
  const { isSplitHintDismissed } = usePreferences();
  const store = useStorePreferences();
  if (isSplitHintDismissed || !canSplit(preview)) return null;
  return (
    <p className={styles.hint}>
      <LightbulbRegular fontSize={16} className={styles.icon} />
      {words.hint}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={words.dismissHint}
        onClick={() => {
          store({ isSplitHintDismissed: true });
        }}
      />
    </p>
  );
}
