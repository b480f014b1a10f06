// SPDX-License-Identifier: MIT

interface CommandLabel {
  readonly children: string | null;
  readonly 'aria-label'?: string;
  readonly title?: string;
}

/** The words of a page's command: on the button, or in a tooltip where only the icon fits. */
export function commandLabel(label: string, isTight: boolean): CommandLabel {
  return isTight ? { children: null, 'aria-label': label, title: label } : { children: label };
}
