// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { FieldName } from '../../../../electron/contract/fields';
import { useDetailSubject } from './detail-context';

/** Brings a field into sight and moves focus into it when somebody asked for it. */
export function useFieldFocus(field: FieldName): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const isWanted = useDetailSubject().focusField === field;
  useEffect(() => {
    if (!isWanted) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.querySelector<HTMLElement>('input, select, button')?.focus();
  }, [isWanted]);
  return element;
}
