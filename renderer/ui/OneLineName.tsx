// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses } from '@fluentui/react-components';

const useStyles = makeStyles({
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface OneLineNameProps {
  readonly name: string;
  readonly className?: string | undefined;
}

/**
 * The name of an adapter on one line: its direction turns nothing around it, and what does not fit ends
 * with an ellipsis. Screen readers and the tooltip have all of it.
 */
export function OneLineName({ name, className }: OneLineNameProps) {
  const styles = useStyles();
  return (
    <bdi className={mergeClasses(styles.name, className)} title={name}>
      {name}
    </bdi>
  );
}
