// SPDX-License-Identifier: MIT
import { Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { deadlines } from '../../electron/contract/changes';
import type { Deadline } from '../../electron/contract/changes';
import type { Intent } from '../../electron/contract/intent';
import type { Operation } from '../../electron/contract/operation';
import type { Environment } from '../../electron/contract/ipc-schema';
import type { FieldName } from '../../electron/contract/fields';
import { HowLong } from '../lasting/HowLong';
import { TakenBack } from '../lasting/TakenBack';
import type { LastingChoiceControl } from '../lasting/use-lasting-choice';
import { settingLabel } from '../../electron/texts/setting-text';
import { messages } from '../../electron/language/messages';
import { cautionOf } from './caution';
import { ChangesTable } from './ChangesTable';
import { ConsentLine } from './ConsentLine';
import { LeftOut } from './LeftOut';
import { PlanCommands, PlanDetailsView } from './PlanDetailsView';
import { ReviewDetails } from './ReviewDetails';
import type { Reviewed } from './reviewed';
import { SaveEditsButton } from './SaveEditsButton';
import { deadlineText } from '../../electron/texts/time-text';

const words = messages.review;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  cautions: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  caution: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  cautionIcon: {
    flexShrink: 0,
    marginTop: '2px',
    color: tokens.colorStatusWarningForeground1,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  deadline: { maxWidth: '320px' },
});

/** As heavy as the heading of the other question. */
const deadlineLabel = { children: words.deadlineLabel, weight: 'semibold' } as const;

/** Said in full by what stands above: what becomes of internet traffic. */
const saidAbove: readonly FieldName[] = ['DisableDefaultRoutes'];

/** Each caution once, however many interfaces it is about. */
function cautionsOf(operations: readonly Operation[]): readonly string[] {
  const cautions = operations.flatMap((operation) => {
    const caution = saidAbove.includes(operation.field) ? undefined : cautionOf(operation);
    return caution === undefined
      ? []
      : [words.caution({ field: settingLabel(operation.field), sentence: caution })];
  });
  return [...new Set(cautions)];
}

function Cautions({ operations }: { readonly operations: readonly Operation[] }) {
  const styles = useStyles();
  const cautions = cautionsOf(operations);
  if (cautions.length === 0) return null;
  return (
    <ul aria-label={words.cautions} className={styles.cautions}>
      {cautions.map((caution) => (
        <li key={caution} className={styles.caution}>
          <WarningRegular fontSize={16} className={styles.cautionIcon} />
          {caution}
        </li>
      ))}
    </ul>
  );
}

interface ReviewFormProps {
  readonly reviewed: Reviewed;
  /** What is meant by it, where the operations say less. */
  readonly intent: Intent | undefined;
  readonly isRestore: boolean;
  readonly environment: Environment;
  /** The answer to how long; a restore asks no such question. */
  readonly lasting: LastingChoiceControl;
  readonly deadline: Deadline;
  readonly onDeadline: (deadline: Deadline) => void;
  /** What the change does to internet traffic; stands first. */
  readonly children: ReactNode;
}

function DeadlineChoice({
  deadline,
  onDeadline,
}: Pick<ReviewFormProps, 'deadline' | 'onDeadline'>) {
  const styles = useStyles();
  return (
    <Field className={styles.deadline} label={deadlineLabel} hint={words.deadlineHelp}>
      <Select
        value={String(deadline)}
        onChange={(_, { value }) => {
          const chosen = deadlines.find((candidate) => String(candidate) === value);
          if (chosen !== undefined) onDeadline(chosen);
        }}
      >
        {deadlines.map((seconds) => (
          <option key={seconds} value={String(seconds)}>
            {deadlineText(seconds)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What Apply would do, and what to know and decide before. */
export function ReviewForm(props: ReviewFormProps) {
  const { reviewed, intent, isRestore, environment, lasting, deadline, onDeadline } = props;
  const { operations, leftAlone } = reviewed;
  const styles = useStyles();
  const { permission } = environment;
  const needsPassword = permission.kind === 'prompt' && permission.needsPassword;
  const hasEdits = !isRestore && operations.length > 0;
  const edits = { operations, ...(intent && { intent }) };
  const plan = { ...edits, lasting: lasting.choice, deadline };
  const saveEdits = hasEdits && <SaveEditsButton edits={edits} />;
  return (
    <div className={styles.form}>
      {props.children}
      {!isRestore && <Cautions operations={operations} />}
      <LeftOut edits={reviewed.leftOut} />
      {leftAlone > 0 && (
        <p className={styles.quiet}>
          {messages.history.restore.some({
            restored: operations.length,
            all: operations.length + leftAlone,
          })}
        </p>
      )}
      <TakenBack changes={reviewed.lasting} />
      {operations.length > 0 && <DeadlineChoice deadline={deadline} onDeadline={onDeadline} />}
      {hasEdits && <HowLong operations={operations} control={lasting} />}
      {hasEdits && <PlanCommands plan={plan}>{!needsPassword && saveEdits}</PlanCommands>}
      {operations.length > 0 && (
        <ReviewDetails>
          <ChangesTable operations={operations} isRestore={isRestore} />
          {hasEdits && <PlanDetailsView plan={plan} />}
        </ReviewDetails>
      )}
      <ConsentLine environment={environment} savesEdits={needsPassword && saveEdits} />
    </div>
  );
}
