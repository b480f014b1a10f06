// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles, useAnnounce } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useEffect, useMemo } from 'react';
import type { OperationResult } from '../../electron/contract/changes';
import type { StackName } from '../../electron/contract/family';
import { useKnownAdapters } from '../adapters/known-adapters';
import { adapterName } from '../../electron/texts/adapter-name';
import { useInterfaces } from '../adapters/use-interfaces';
import { settingInSentence, settingValueText } from '../../electron/texts/field-text';
import { isolatedName, Sentence, withoutIsolates } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import { useDebounced } from '../ui/use-debounced';
import { lossesOf } from './countdown-losses';

const words = messages.countdown;

/** News of what was applied comes in pieces; a loss counts once it has stood for so long, in milliseconds. */
const settling = 700;

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalSNudge,
    margin: 0,
    color: tokens.colorStatusDangerForeground3,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
});

/** The sentence about what is lost; empty where nothing is. */
function useLossText(results: readonly OperationResult[]): string {
  const snapshot = useInterfaces().data;
  const adapters = useKnownAdapters();
  const losses = useMemo(() => (snapshot ? lossesOf(results, snapshot) : []), [results, snapshot]);
  const [first] = losses;
  if (!first) return '';
  const stack: StackName = snapshot?.stack ?? 'linux';
  const { luid, family, field, value } = first.operation;
  const name = isolatedName(adapterName(adapters.get(luid), luid));
  const place = messages.history.place({ field: settingInSentence(field), adapter: name, family });
  const others = losses.length - 1;
  return first.now === undefined
    ? words.gone({ place, others })
    : words.lost({
        place,
        now: settingValueText(field, first.now, stack),
        wanted: settingValueText(field, value, stack),
        others,
      });
}

interface CountdownLossesProps {
  readonly results: readonly OperationResult[];
}

/** Says while the question waits which applied values are gone already: an adapter left, or came back without them. */
export function CountdownLosses({ results }: CountdownLossesProps) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const text = useDebounced(useLossText(results), settling);
  useEffect(() => {
    if (text !== '') announce(withoutIsolates(text));
  }, [text, announce]);
  if (text === '') return null;
  return (
    <p className={styles.line}>
      <WarningRegular fontSize={16} className={styles.icon} />
      <span>
        <Sentence text={text} />
      </span>
    </p>
  );
}
