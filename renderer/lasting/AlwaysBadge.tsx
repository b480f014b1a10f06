// SPDX-License-Identifier: MIT
import { Badge } from '@fluentui/react-components';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { messages } from '../../electron/language/messages';

/** Marks what is set again whenever its adapter comes back. */
export function AlwaysBadge() {
  return (
    <Badge appearance="tint" color="brand" icon={<PinRegular />}>
      {messages.lasting.mark.badge}
    </Badge>
  );
}
