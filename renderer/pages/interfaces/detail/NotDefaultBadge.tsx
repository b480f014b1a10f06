// SPDX-License-Identifier: MIT
import { Badge } from '@fluentui/react-components';
import type { FieldName } from '../../../../electron/contract/fields';
import { messages } from '../../../../electron/language/messages';
import { fieldDefault } from '../../../../electron/contract/field-default';
import { useDetailSubject } from './detail-context';

interface NotDefaultBadgeProps {
  readonly field: FieldName;
  readonly live: number;
}

/** Marks a value that differs from the documented default; only where one is known for this family and kind. */
export function NotDefaultBadge({ field, live }: NotDefaultBadgeProps) {
  const { ipInterface, stack, kind } = useDetailSubject();
  const usual = fieldDefault(field, ipInterface.family, stack, kind);
  if (usual === undefined || usual === live) return null;
  return (
    <Badge appearance="outline" color="informative" size="small">
      {messages.interfaces.notDefault}
    </Badge>
  );
}
