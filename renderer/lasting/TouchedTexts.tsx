// SPDX-License-Identifier: MIT
import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { Operation } from '../../electron/contract/operation';
import type { LastingChoice } from '../../electron/contract/lasting';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useLastingSettings } from '../bridge/use-bridge-query';
import { Sentence } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import { placeList, settingPlace } from '../../electron/texts/lasting-text';
import { touchedSettings } from './touched-settings';

const words = messages.lasting.choice;

const useStyles = makeStyles({ text: { ...typographyStyles.body1, margin: 0 } });

interface TouchedTextsProps {
  readonly operations: readonly Operation[];
  readonly choice: LastingChoice;
}

/** What a choice does to what lasts already, a sentence each. */
export function TouchedTexts({ operations, choice }: TouchedTextsProps) {
  const styles = useStyles();
  const lasting = useLastingSettings();
  const adapters = useKnownAdapters();
  const { stopped, replaced } = touchedSettings(operations, choice, lasting?.settings ?? []);
  const listOf = (settings: typeof stopped) =>
    placeList(settings.map((setting) => settingPlace(setting, adapters)));
  const texts = [
    ...(stopped.length > 0 ? [words.stops({ list: listOf(stopped) })] : []),
    ...(replaced.length > 0 ? [words.replaces({ list: listOf(replaced) })] : []),
    ...(choice === 'always' && lasting?.problem === 'damaged'
      ? [messages.lasting.problems.damaged]
      : []),
  ];
  return texts.map((text) => (
    <p key={text} className={styles.text}>
      <Sentence text={text} />
    </p>
  ));
}
