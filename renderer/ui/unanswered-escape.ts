// SPDX-License-Identifier: MIT
import type { KeyboardEvent } from 'react';

/** Whether Escape was pressed and nothing inside has answered it. */
export function isUnansweredEscape({ key, defaultPrevented }: KeyboardEvent): boolean {
  return key === 'Escape' && !defaultPrevented;
}
