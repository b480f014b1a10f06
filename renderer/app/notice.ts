// SPDX-License-Identifier: MIT

/** Something the window says until it no longer holds or is dismissed. */
export interface Notice {
  readonly id: string;
  readonly intent: 'error' | 'warning' | 'info';
  readonly title?: string;
  readonly text: string;
  /** Lines that "Show" opens. */
  readonly lines?: readonly string[];
  readonly actions?: readonly { readonly label: string; readonly onSelect: () => void }[];
  readonly onDismiss?: () => void;
}
