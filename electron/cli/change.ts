// SPDX-License-Identifier: MIT
// A change from its review to its end. Whoever cannot answer any more gets everything back: the helper waits for the
// answer, and takes the end of this process, of its channel or of the time for a no.

import type { Changes } from '../changes/changes';
import { canonicalOrder } from '../contract/canonical-order';
import { deadlines, preselectedDeadline } from '../contract/changes';
import type { Deadline, Plan, TransactionResult } from '../contract/changes';
import type { Operation } from '../contract/operation';
import type { LastingChange } from '../contract/lasting';
import { intentOf } from '../contract/intent-of';
import type { Preview } from '../contract/preview';
import { planSubject } from '../contract/plan-subject';
import type { Luid } from '../contract/snapshot';
import { remoteSessionOf } from '../routes/remote-session';
import { indented, wrapped } from '../terminal/columns';
import { OutputGone } from '../terminal/standard-streams';
import { changePlace } from '../texts/lasting-text';
import { titleNames } from '../texts/plan-text';
import { planQuestion, planTitle } from '../texts/plan-title';
import { keptText } from '../texts/kept-text';
import { failureDetail, failureTexts } from '../texts/result-text';
import { warningText } from '../texts/warning-text';
import { valueText } from '../texts/field-text';
import { withoutIsolates } from '../texts/isolates';
import { operationText } from '../texts/operation-text';
import { messages } from '../language/messages';
import { terminalNames } from './adapters';
import type { TerminalNames } from './adapters';
import type { Context } from './context';
import type { ExitName } from './exit-codes';
import { KeepQuestion } from './keep-question';
import { TerminalChanges } from './terminal-changes';
import { trafficChangeLines } from './traffic-lines';
import { UsageProblem } from './usage-problem';
import { deadlineText } from '../texts/time-text';
import { readOnlyText } from '../texts/read-only-text';

const words = messages.terminal.review;

/** What is typed, or else what a review would preselect. */
async function deadlineOf({ line, session }: Context): Promise<Deadline> {
  const text = line.valueOf('deadline');
  if (text === undefined) {
    const { deadline } = await session.preferences();
    return preselectedDeadline(deadline, remoteSessionOf(process.env) !== null);
  }
  const found = deadlines.find((deadline) => String(deadline) === text);
  if (found) return found;
  throw new UsageProblem(messages.terminal.usage.deadline({ known: deadlines.join(', ') }));
}

interface ReviewedChange extends Plan {
  readonly preview: Preview;
}

const titleOf = (review: ReviewedChange, { adapters }: TerminalNames) =>
  withoutIsolates(planTitle(planSubject(review), titleNames(adapters)));

const questionOf = (review: ReviewedChange, { adapters }: TerminalNames) =>
  withoutIsolates(planQuestion(planSubject(review), titleNames(adapters)));

function lastingText(change: LastingChange, { stack }: TerminalNames): string {
  const { history } = messages.lasting;
  const where = changePlace(change);
  const { field, value } = change;
  return withoutIsolates(
    value === null
      ? history.stopped({ where })
      : history.made({ where, value: valueText(field, value, stack) }),
  );
}

function warningLines(
  { preview, deadline }: ReviewedChange,
  names: TerminalNames,
): readonly string[] {
  const time = deadlineText(deadline);
  return preview.warnings.flatMap((warning) => {
    const { title, text, facts } = warningText(warning, time, names);
    const whole = [title, text, facts].filter((part) => part !== undefined).join(' ');
    const marked = warning.severity === 'danger' ? words.danger : words.note;
    return wrapped(marked({ text: whole }));
  });
}

/** The title stands above where no question will name it. */
function reviewLines(
  review: ReviewedChange,
  names: TerminalNames,
  isAsked: boolean,
): readonly string[] {
  const { operations, lastingChanges, preview } = review;
  const inset = (text: string) => indented(text, 2);
  return [
    ...wrapped(`${isAsked ? messages.review.title : titleOf(review, names)}:`),
    ...operations.flatMap((operation) => inset(operationText(operation, names))),
    ...lastingChanges.flatMap((change) => inset(lastingText(change, names))),
    ...trafficChangeLines(preview, names),
    ...warningLines(review, names),
  ];
}

const isDangerous = ({ preview }: ReviewedChange) =>
  preview.warnings.some(({ severity }) => severity === 'danger');

/** Whether it goes on: by an answer, or with --keep where nothing speaks against it. */
async function isConfirmed(
  { line, terminal }: Context,
  review: ReviewedChange,
  names: TerminalNames,
): Promise<boolean> {
  const isDanger = isDangerous(review);
  if (line.has('keep')) {
    if (!isDanger || line.has('even-if-dangerous')) return true;
    terminal.say(words.dangerUnseen);
    return false;
  }
  if (!(await terminal.confirm(questionOf(review, names)))) return false;
  const lasts = review.lastingChanges.some(({ value }) => value !== null);
  if (!isDanger || !lasts) return true;
  terminal.say(wrapped(messages.lasting.choice.danger));
  return terminal.confirm(words.always({ yes: messages.lasting.choice.yes }));
}

const stopSignals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** Takes a change back when this process is told to stop. In a worker of the app none of these come: the app ends. */
function revertWhenTold(changes: Changes): () => void {
  const told = () => {
    void changes.underWay.finish('revert');
  };
  for (const signal of stopSignals) process.on(signal, told);
  return () => {
    for (const signal of stopSignals) process.off(signal, told);
  };
}

async function carryOut(
  opened: TerminalChanges,
  plan: Plan,
  { line, terminal }: Context,
): Promise<TransactionResult> {
  const { changes } = opened;
  const question = new KeepQuestion(changes, terminal, plan.deadline);
  const untell = revertWhenTold(changes);
  try {
    return await opened.transact(
      () => changes.apply(plan),
      async () => {
        if (line.has('keep')) changes.underWay.keep();
        else await question.ask();
      },
    );
  } finally {
    question.end();
    untell();
  }
}

function endLines(
  review: ReviewedChange,
  result: TransactionResult,
  names: TerminalNames,
): readonly string[] {
  const results = messages.results;
  switch (result.kind) {
    case 'kept': {
      const { operations } = review;
      const lastingChanges = result.lastingUnwritten ? [] : review.lastingChanges;
      const text = keptText({ operations, lastingChanges }, false, names);
      return [withoutIsolates(text), ...failureTexts(result, names)];
    }
    case 'reverted':
      return [
        ...(result.keepCameTooLate ? [results.tooLate] : []),
        ...(result.cause === 'deadline' ? [results.revertedByDeadline] : []),
        results.reverted,
      ];
    case 'incomplete':
      return [results.incompleteTitle, words.incomplete];
    case 'not-launched':
    case 'refused':
    case 'rolled-back':
      return [results.nothingChanged, ...failureTexts(result, names), failureDetail(result)];
  }
}

function exitOf(result: TransactionResult): ExitName {
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten ? 'failed' : 'done';
    case 'reverted':
      return 'reverted';
    case 'incomplete':
      return 'incomplete';
    case 'not-launched':
    case 'refused':
    case 'rolled-back':
      return 'unchanged';
  }
}

/** What programs are told of a change; `result` is absent where it was not begun. */
function told(review: ReviewedChange, names: TerminalNames, result?: TransactionResult) {
  const { operations, lastingChanges, deadline, preview } = review;
  const { traffic, warnings } = preview;
  return {
    title: operations.length > 0 ? titleOf(review, names) : null,
    ...{ operations, lastingChanges, deadline, traffic, warnings },
    result: result ?? null,
  };
}

async function applyReviewed(
  context: Context,
  opened: TerminalChanges,
  review: ReviewedChange,
  names: TerminalNames,
): Promise<ExitName> {
  const { terminal, isJson, printJson } = context;
  const { permission } = opened.changes.underWay;
  if (permission.kind === 'read-only') {
    terminal.say(wrapped(`${messages.readOnly.title} ${readOnlyText(permission)}`));
  }
  if (permission.kind === 'read-only' || !(await isConfirmed(context, review, names))) {
    if (isJson) printJson(told(review, names));
    return 'unchanged';
  }
  const result = await carryOut(opened, review, context);
  try {
    const lines = endLines(review, result, names).filter((line) => line !== '');
    terminal.say(lines.flatMap((line) => wrapped(line)));
    if (isJson) printJson(told(review, names, result));
  } catch (cause) {
    // Whoever went away meanwhile is told by the exit code alone.
    if (!(cause instanceof OutputGone)) throw cause;
  }
  return exitOf(result);
}

/**
 * Shows what operations would do, asks, applies them, and asks again whether to keep that. `vpn` is the one they are
 * about; null: the connected one that comes first.
 */
export async function change(
  context: Context,
  wanted: readonly Operation[],
  vpn: Luid | null = null,
): Promise<ExitName> {
  const { line, session, terminal, isJson, printJson } = context;
  const deadline = await deadlineOf(context);
  const lasting = line.has('always') ? 'always' : 'until-reconnect';
  const names = terminalNames(await session.snapshot());
  const preview = await session.preview({ operations: wanted, vpn });
  const intent = intentOf(wanted, preview);
  const operations = canonicalOrder(wanted);
  const drafted = { operations, intent, lastingChanges: [], deadline, preview };
  if (wanted.length === 0) {
    terminal.say(words.soAlready);
    if (isJson) printJson(told(drafted, names));
    return 'done';
  }
  if (line.has('dry-run')) {
    terminal.say(reviewLines(drafted, names, false));
    if (isJson) printJson(told(drafted, names));
    return 'done';
  }
  const opened = await TerminalChanges.open(session.writing(true));
  const plan = await opened.changes.planOf({ operations: wanted, intent, lasting, deadline });
  const review = { ...plan, preview };
  terminal.say(reviewLines(review, names, !line.has('keep')));
  return applyReviewed(context, opened, review, names);
}
