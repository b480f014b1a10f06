// SPDX-License-Identifier: MIT
import { Badge, makeStyles } from '@fluentui/react-components';
import type { BadgeProps } from '@fluentui/react-components';
import { ArrowCounterclockwiseRegular } from '@fluentui/react-icons/svg/arrow-counterclockwise';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import type { ComponentType } from 'react';
import type { HistoryResult } from '../../../electron/contract/history';
import { messages } from '../../../electron/language/messages';

type Look = readonly [
  color: NonNullable<BadgeProps['color']>,
  appearance: NonNullable<BadgeProps['appearance']>,
  Icon: ComponentType,
];

const reverted: Look = ['informative', 'outline', ArrowCounterclockwiseRegular];
const restored: Look = ['informative', 'tint', ArrowUndoRegular];

const looks: Readonly<Record<HistoryResult, Look>> = {
  'under-way': ['brand', 'tint', TimerRegular],
  kept: ['success', 'tint', CheckmarkCircleRegular],
  restored,
  'partly-restored': restored,
  'reverted-by-user': reverted,
  'reverted-by-deadline': reverted,
  'reverted-app-stopped': reverted,
  'reverted-helper-stopped': reverted,
  'nothing-changed': ['informative', 'outline', SubtractCircleRegular],
  incomplete: ['danger', 'tint', ErrorCircleRegular],
};

const useStyles = makeStyles({
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A line of the list is as high as any other, so that words without room end with an ellipsis; page.css says else. */
const mayBeCut = { minWidth: 0 };

/** How a transaction ended, in words on one line and by its icon. */
export function ResultBadge({ result }: { readonly result: HistoryResult }) {
  const styles = useStyles();
  const [color, appearance, Icon] = looks[result];
  const text = messages.history.results[result];
  return (
    <Badge color={color} appearance={appearance} icon={<Icon />} title={text} style={mayBeCut}>
      <span className={styles.text}>{text}</span>
    </Badge>
  );
}
