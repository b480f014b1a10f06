// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { FieldName } from '../../../../electron/contract/fields';
import { problemText } from '../../../../electron/texts/field-text';
import { useDebounced } from '../../../ui/use-debounced';
import type { FieldEdit } from './use-field-edit';

/** How long typing must pause before a problem is told. */
const pause = 300;

/** Why the draft can't be used, once typing pauses; undefined while it can. */
export function useProblem(field: FieldName, { status, text }: FieldEdit): string | undefined {
  const { announce } = useAnnounce();
  const settled = useDebounced(text, pause);
  const problem = status?.kind === 'invalid' ? problemText(field, status.problem) : undefined;
  const shown = settled === text ? problem : undefined;
  useEffect(() => {
    if (shown !== undefined) announce(shown, { polite: true });
  }, [shown, announce]);
  return shown;
}
