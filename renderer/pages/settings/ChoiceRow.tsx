// SPDX-License-Identifier: MIT
import { makeStyles, Select } from '@fluentui/react-components';
import { SettingRow } from './SettingRow';

const useStyles = makeStyles({ choice: { minWidth: '180px' } });

interface ChoiceRowProps<Choice extends string | number> {
  readonly label: string;
  readonly help: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice;
  readonly textOf: (choice: Choice) => string;
  readonly onChoose: (choice: Choice) => void;
}

/** A setting that is one of a few choices. */
export function ChoiceRow<Choice extends string | number>(props: ChoiceRowProps<Choice>) {
  const { label, help, choices, chosen, textOf, onChoose } = props;
  const styles = useStyles();
  return (
    <SettingRow
      label={label}
      help={help}
      control={(names) => (
        <Select
          {...names}
          className={styles.choice}
          value={String(chosen)}
          onChange={(_, { value }) => {
            const choice = choices.find((candidate) => String(candidate) === value);
            if (choice !== undefined) onChoose(choice);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {textOf(choice)}
            </option>
          ))}
        </Select>
      )}
    />
  );
}
