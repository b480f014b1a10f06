// SPDX-License-Identifier: MIT
import { createContext, useContext } from 'react';
import type { StackName } from '../../../../electron/contract/family';
import type { FieldName } from '../../../../electron/contract/fields';
import type { IpInterface } from '../../../../electron/contract/snapshot';
import type { AdapterKind } from '../../../../electron/contract/adapter-kind';

/** The IP interface whose fields are shown. */
export interface DetailSubject {
  readonly ipInterface: IpInterface;
  readonly stack: StackName;
  readonly kind: AdapterKind;
  readonly name: string;
  /** While a change waits, nothing can be edited. */
  readonly isLocked: boolean;
  /** The field to move to, if somebody asked for one. */
  readonly focusField: FieldName | undefined;
}

const DetailSubjectContext = createContext<DetailSubject | null>(null);

export const DetailSubjectProvider = DetailSubjectContext.Provider;

/** The IP interface whose fields are shown. */
export function useDetailSubject(): DetailSubject {
  const subject = useContext(DetailSubjectContext);
  if (!subject) throw new Error('useDetailSubject needs a DetailSubjectProvider around it');
  return subject;
}
