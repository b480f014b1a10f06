// SPDX-License-Identifier: MIT

interface NoticeAction {
  readonly label: string;
  /** Why it can't be chosen now. */
  readonly obstacle?: string | undefined;
  readonly onSelect: () => void;
}

/** Something the window says until it no longer holds or is dismissed. */
export interface Notice {
  readonly id: string;
  readonly intent: 'error' | 'warning' | 'info';
  readonly title?: string;
  readonly text: string;
  /** Lines that "Show" opens. */
  readonly lines?: readonly string[];
  readonly actions?: readonly NoticeAction[];
  readonly onDismiss?: () => void;
}
