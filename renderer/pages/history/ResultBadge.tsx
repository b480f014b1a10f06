// SPDX-License-Identifier: MIT
import { Badge } from '@fluentui/react-components';
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

/** How a transaction ended, in words and by its icon. */
export function ResultBadge({ result }: { readonly result: HistoryResult }) {
  const [color, appearance, Icon] = looks[result];
  return (
    <Badge color={color} appearance={appearance} icon={<Icon />}>
      {messages.history.results[result]}
    </Badge>
  );
}
