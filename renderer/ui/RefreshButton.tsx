// SPDX-License-Identifier: MIT
import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { commandLabel } from './command-label';
import { messages } from '../../electron/language/messages';

interface RefreshButtonProps {
  readonly onRefresh: () => void;
  /** Whether there is no room for words on the button. */
  readonly isTight: boolean;
}

/** Reads a page's data again. */
export function RefreshButton({ onRefresh, isTight }: RefreshButtonProps) {
  return (
    <Button
      appearance="subtle"
      icon={<ArrowClockwiseRegular />}
      onClick={onRefresh}
      {...commandLabel(messages.tables.refresh, isTight)}
    />
  );
}
