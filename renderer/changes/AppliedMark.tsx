// SPDX-License-Identifier: MIT
import { Badge } from '@fluentui/react-components';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import { messages } from '../../electron/language/messages';
import { Ended } from '../ui/Ended';

interface AppliedMarkProps {
  readonly id?: string;
  readonly text?: string;
}

/** Marks what was applied and is not kept yet: it has nothing to discard, and the countdown asks about it. */
export function AppliedMark({ id, text = messages.edits.applied }: AppliedMarkProps) {
  return (
    <Badge id={id} appearance="tint" color="brand" icon={<TimerRegular />}>
      <Ended>{text}</Ended>
    </Badge>
  );
}
