// SPDX-License-Identifier: MIT
import { useId, useState } from 'react';
import type { Field } from '../../../../electron/contract/fields';
import { linuxSourceText } from '../../../../electron/texts/field-text';
import { fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { useDetailSubject } from './detail-context';
import { useFieldStyles } from './field-styles';

const words = messages.details;

/** What other tools call a field, behind a button. */
export function OtherNames({ field }: { readonly field: Field }) {
  const styles = useFieldStyles();
  const { ipInterface, stack, name } = useDetailSubject();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const names: readonly (readonly [string, string | undefined])[] = [
    [words.nameKinds.api, field.name],
    [words.nameKinds.powershell, field.powershell],
    [words.nameKinds.netsh, field.netsh],
    [
      words.nameKinds.linux,
      stack === 'linux' ? linuxSourceText(field.name, ipInterface.family, name) : undefined,
    ],
  ];
  return (
    <>
      <button
        type="button"
        className={styles.namesButton}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-label={words.otherNamesOf({ label: fieldLabel(field.name) })}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {words.otherNames}
      </button>
      {isOpen && (
        <dl id={listId} className={styles.names}>
          {names.map(
            ([kind, text]) =>
              text !== undefined && (
                <div key={kind} style={{ display: 'contents' }}>
                  <dt>{kind}</dt>
                  <dd className={styles.nameValue}>{text}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </>
  );
}
