// SPDX-License-Identifier: MIT
import { useCallback, useEffect, useRef } from 'react';
import type { RefCallback, RefObject } from 'react';
import { useReturnOfFocus } from '../ui/use-return-of-focus';

/** What the elements of a dialog that asks for an attempt get as `ref`. */
interface AttemptRefs {
  readonly surface: RefCallback<HTMLElement>;
  readonly goOnButton: RefCallback<HTMLElement>;
  readonly cancelButton: RefCallback<HTMLElement>;
}

/** An element, and what keeps it: Fluent takes no object for a ref where it may be a button or a link. */
function useElement(): [RefObject<HTMLElement | null>, RefCallback<HTMLElement>] {
  const element = useRef<HTMLElement>(null);
  const keep = useCallback((current: HTMLElement | null) => {
    element.current = current;
  }, []);
  return [element, keep];
}

/**
 * Where the focus is while a dialog asks for an attempt and follows it. Until it `isKnown` what going on does, no button
 * has it: a stray Enter does nothing. Where that `isDangerous`, Cancel has it, else the button that goes on. When the
 * dialog goes, it is where it was before.
 */
export function useAttemptFocus(isKnown: boolean, isDangerous: boolean): AttemptRefs {
  const [surface, keepSurface] = useElement();
  const [goOnButton, keepGoOnButton] = useElement();
  const [cancelButton, keepCancelButton] = useElement();
  useReturnOfFocus();
  useEffect(() => {
    const button = isDangerous ? cancelButton : goOnButton;
    (isKnown ? button.current : surface.current)?.focus();
  }, [isKnown, isDangerous, surface, goOnButton, cancelButton]);
  // A view that goes takes its focused button along; without focus inside, Escape would not close the dialog.
  useEffect(() => {
    const dialog = surface.current;
    const { activeElement } = document;
    if (!dialog || !isKnown || (activeElement !== dialog && dialog.contains(activeElement))) return;
    (goOnButton.current ?? dialog.querySelector('button') ?? dialog).focus();
  });
  return { surface: keepSurface, goOnButton: keepGoOnButton, cancelButton: keepCancelButton };
}
