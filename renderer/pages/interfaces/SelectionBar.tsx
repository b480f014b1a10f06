// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';

const words = messages.selection;

const useStyles = makeStyles({
  bar: {
    ...typographyStyles.body1,
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface SelectionBarProps {
  readonly selected: readonly InterfaceRow[];
  readonly shown: readonly InterfaceRow[];
  readonly onClear: () => void;
  /** Absent where the pane for several is open by itself. */
  readonly onEdit?: (() => void) | undefined;
}

/** How many rows are selected, those out of sight included, and what to do with them. */
export function SelectionBar({ selected, shown, onClear, onEdit }: SelectionBarProps) {
  const styles = useStyles();
  const hidden = useMemo(() => {
    const inSight = new Set(shown.map(({ id }) => id));
    return selected.filter(({ id }) => !inSight.has(id)).length;
  }, [selected, shown]);
  return (
    <div className={styles.bar}>
      <span>{words.selected({ n: selected.length, hidden })}</span>
      {selected.length === 1 && <span className={styles.quiet}>{words.selectMore}</span>}
      {onEdit && (
        <Button size="small" onClick={onEdit}>
          {words.edit({ n: selected.length })}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}
