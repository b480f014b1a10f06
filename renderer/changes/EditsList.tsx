// SPDX-License-Identifier: MIT
import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { StackName } from '../../electron/contract/family';
import { useDetails } from '../ui/details-context';
import {
  draftText,
  problemText,
  settingInSentence,
  settingValueText,
} from '../../electron/texts/field-text';
import { settingLabel } from '../../electron/texts/setting-text';
import { messages } from '../../electron/language/messages';
import { fieldKeyId } from '../../electron/contract/operation';
import type { EditStatus } from './edit-status';
import { useEditsDispatch } from './edits-context';
import type { ListedEdit } from './use-edit-list';

const words = messages.edits;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '50vh',
    overflow: 'auto',
  },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  change: { ...typographyStyles.body1, margin: 0 },
  interface: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  status: { ...typographyStyles.caption1, margin: 0, color: tokens.colorStatusDangerForeground3 },
});

/** What keeps an edit from being applied, if anything does. */
function editProblemText(
  { edit }: ListedEdit,
  status: EditStatus,
  name: string,
): string | undefined {
  switch (status.kind) {
    case 'ready':
      return undefined;
    case 'invalid':
      return problemText(edit.field, status.problem);
    case 'refused':
      return messages.refusals[status.refusal];
    case 'gone':
      return words.gone({ adapter: name, family: edit.family });
    case 'changed-outside':
    case 'already-so':
    case 'no-value':
      return words.status[status.kind];
  }
}

interface EditsListProps {
  readonly edits: readonly ListedEdit[];
  readonly stack: StackName;
  readonly onGo: () => void;
}

/** Every edit with the way to its field and the way to drop it. */
export function EditsList({ edits, stack, onGo }: EditsListProps) {
  const styles = useStyles();
  const dispatch = useEditsDispatch();
  const { open } = useDetails();
  return (
    <ul aria-label={words.list} className={styles.list}>
      {edits.map((listed) => {
        const { edit, status, name } = listed;
        const { luid, family, field, expected, draft } = edit;
        const label = settingLabel(field);
        const problem = editProblemText(listed, status, name);
        return (
          <li key={fieldKeyId(edit)} className={styles.item}>
            <div>
              <p className={styles.change}>
                <Link
                  as="button"
                  onClick={() => {
                    open({ luid, family, field });
                    onGo();
                  }}
                >
                  {label}
                </Link>{' '}
                {words.fromTo({
                  from: settingValueText(field, expected, stack),
                  to: draftText(field, draft, stack),
                })}
              </p>
              <p className={styles.interface}>
                <bdi>{name}</bdi>, {family}
              </p>
              {problem !== undefined && <p className={styles.status}>{problem}</p>}
            </div>
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={words.discardNamed({
                field: settingInSentence(field),
                adapter: name,
                family,
              })}
              onClick={() => {
                dispatch({ type: 'discarded', targets: [edit] });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
