// SPDX-License-Identifier: MIT
import { useEffect, useEffectEvent } from 'react';

/** Alt pressed and released with nothing between, as it opens menus; not as a part of AltGr, a shortcut or a drag. */
export function useLoneAlt(act: () => void): void {
  const onLoneAlt = useEffectEvent(act);
  useEffect(() => {
    let isLone = false;
    const onDown = ({ key, ctrlKey, shiftKey, metaKey }: KeyboardEvent) => {
      isLone = key === 'Alt' && !ctrlKey && !shiftKey && !metaKey;
    };
    const onUp = ({ key }: KeyboardEvent) => {
      if (isLone && key === 'Alt') onLoneAlt();
      isLone = false;
    };
    const onOther = () => {
      isLone = false;
    };
    const capture = { capture: true };
    document.addEventListener('keydown', onDown, capture);
    document.addEventListener('keyup', onUp, capture);
    document.addEventListener('pointerdown', onOther, capture);
    window.addEventListener('blur', onOther);
    return () => {
      document.removeEventListener('keydown', onDown, capture);
      document.removeEventListener('keyup', onUp, capture);
      document.removeEventListener('pointerdown', onOther, capture);
      window.removeEventListener('blur', onOther);
    };
  }, []);
}
