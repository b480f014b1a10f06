// SPDX-License-Identifier: MIT

interface CommandLabel {
  readonly children: string | null;
  readonly title?: string;
}

/** The words of a page's command: on the button, or in a tooltip where only the icon fits, which names it then too. */
export function commandLabel(label: string, isTight: boolean): CommandLabel {
  return isTight ? { children: null, title: label } : { children: label };
}
