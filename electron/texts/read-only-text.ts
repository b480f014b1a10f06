// SPDX-License-Identifier: MIT
import type { Permission } from '../contract/changes';
import { messages } from '../language/messages';

/** S26, without its first word: why nothing can be changed here. */
export function readOnlyText({
  reason,
  detail,
}: Extract<Permission, { kind: 'read-only' }>): string {
  const { reasons } = messages.readOnly;
  switch (reason) {
    case 'folder-writable-by-others':
    case 'journal-unusable':
      return reasons[reason]({ detail });
    case 'helper-missing':
    case 'no-pkexec':
    case 'policy':
    case 'journal-held':
      return reasons[reason];
  }
}
