// SPDX-License-Identifier: MIT

/** What a click acts on: the control around what was hit, and of a label the control that it names. */
function controlOf(target: EventTarget | null): Element | null {
  if (!(target instanceof Element)) return null;
  const control =
    target.closest('button, a, input, select, textarea, label') ?? target.closest('[role]');
  return control instanceof HTMLLabelElement ? (control.control ?? control) : control;
}

/**
 * Lets the second click of a double click do nothing where the first one was on something else: what came under the
 * pointer in between was not meant. Browsers count clicks by place and time alone (UI Events, `detail`).
 */
export function ignoreStrayClicks(document: Document): void {
  let pressed: Element | null = null;
  const onPress = ({ detail, target }: MouseEvent) => {
    if (detail <= 1) pressed = controlOf(target);
  };
  const onClick = (event: MouseEvent) => {
    if (event.detail <= 1 || controlOf(event.target) === pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('mousedown', onPress, { capture: true });
  document.addEventListener('click', onClick, { capture: true });
}
