// SPDX-License-Identifier: MIT
import { useEffect, useEffectEvent } from 'react';

/** What a key does. Keys are written "Control+Shift+KeyC": modifiers in this order, then `event.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

function keysOf(event: KeyboardEvent): string {
  const modifiers = [
    event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [...modifiers, key].join('+');
}

/** Whether the key belongs to a text box, which has an undo of its own. */
function isInTextBox(element: Element | null): boolean {
  return element instanceof HTMLInputElement
    ? !['checkbox', 'radio', 'button'].includes(element.type)
    : element instanceof HTMLTextAreaElement;
}

/** Whether a dialog asks for something first. */
export function isModalOpen(): boolean {
  return (
    document.querySelector('[role="dialog"][aria-modal="true"], [role="alertdialog"]') !== null
  );
}

/** Keys that work anywhere in the window, as long as no dialog asks for something first. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const keys = keysOf(event);
    const run = shortcuts[keys];
    if (!run || isModalOpen()) return;
    if (keys === 'Control+z' && isInTextBox(document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    // Before the controls: some take Enter for a click whatever else is pressed.
    document.addEventListener('keydown', listener, { capture: true });
    return () => {
      document.removeEventListener('keydown', listener, { capture: true });
    };
  }, []);
}
