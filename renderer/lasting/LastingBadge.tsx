// SPDX-License-Identifier: MIT
import { Badge } from '@fluentui/react-components';
import { PinRegular } from '@fluentui/react-icons/svg/pin';

/** Marks what is set again whenever its adapter comes back. */
export function LastingBadge({ text }: { readonly text: string }) {
  return (
    <Badge appearance="tint" color="brand" icon={<PinRegular />}>
      {text}
    </Badge>
  );
}
