// SPDX-License-Identifier: MIT
import {
  Badge,
  makeStyles,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useEffect } from 'react';
import type { Operation } from '../../electron/contract/operation';
import type { Preview } from '../../electron/contract/preview';
import { messages } from '../../electron/language/messages';
import type { TrafficNames } from '../../electron/texts/traffic-text';
import { isSameAfter, statusSentences } from '../traffic/status-text';
import { usePreview, usePreviewRequest } from '../traffic/use-preview';
import { useTrafficNames } from '../traffic/use-traffic-names';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { useDebounced } from '../ui/use-debounced';
import { useFocusInSight } from '../ui/use-focus-in-sight';

const words = messages.internetTraffic;

/** The sentence is said aloud once edits have rested for so long, in milliseconds. */
const saidAfter = 500;

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    flexBasis: '100%',
    minWidth: 0,
    margin: 0,
    // In a short window the page needs the room; it is still said aloud.
    '@media (max-height: 519px)': { display: 'none' },
  },
  text: { minWidth: 0, flexBasis: '320px', flexGrow: 1 },
});

function afterText(preview: Preview, names: TrafficNames): string {
  if (isSameAfter(preview)) return words.afterSame;
  return statusSentences(preview, 'after', names).join(' ');
}

function useAnnounced(text: string | null): void {
  const { announce } = useAnnounce();
  const said = useDebounced(text, saidAfter);
  useEffect(() => {
    if (said !== null) {
      announce(withoutIsolates(`${words.afterApplying} ${said}`), { polite: true });
    }
  }, [said, announce]);
}

interface AfterApplyingProps {
  readonly operations: readonly Operation[];
}

/** Which way traffic would go with what has been drafted; also said aloud. Nothing until that is known. */
export function AfterApplying({ operations }: AfterApplyingProps) {
  const styles = useStyles();
  const names = useTrafficNames();
  const { preview } = usePreview(usePreviewRequest(operations));
  const text = preview ? afterText(preview, names) : null;
  useAnnounced(text);
  useFocusInSight(text !== null);
  if (text === null) return null;
  return (
    <p className={styles.line}>
      <Badge appearance="tint" color="brand" icon={<EditRegular />}>
        {words.afterApplying}
      </Badge>
      <span className={styles.text}>
        <Sentence text={text} />
      </span>
    </p>
  );
}
