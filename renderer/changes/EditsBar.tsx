// SPDX-License-Identifier: MIT
import {
  Button,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import { canonicalOrder } from '../../electron/contract/canonical-order';
import type { StackName } from '../../electron/contract/family';
import { trafficFields } from '../../electron/contract/intent';
import { draftNumber } from '../../electron/contract/field-value';
import { planSubject } from '../../electron/contract/plan-subject';
import { planCount } from '../../electron/texts/plan-title';
import { settingInSentence } from '../../electron/texts/field-text';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import { useFocusInSight } from '../ui/use-focus-in-sight';
import { AfterApplying } from './AfterApplying';
import { useEditsDispatch } from './edits-context';
import { EditsList } from './EditsList';
import { operationsOf } from './plan';
import { useTitleNames } from './use-title-names';
import type { ListedEdit } from './use-edit-list';
import { useEditsReview } from './use-edits-review';

const words = messages.edits;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '52px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  // Its words stand below those of the line above, whose room it has around them.
  summary: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, textAlign: 'start' },
  blocked: { ...typographyStyles.body1, color: tokens.colorStatusDangerForeground3 },
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    marginLeft: 'auto',
  },
});

interface EditsBarProps {
  readonly edits: readonly ListedEdit[];
  readonly stack: StackName;
}

/** What has been drafted, which way traffic would go with it, and the ways on: look, discard, review. */
export function EditsBar({ edits, stack }: EditsBarProps) {
  const styles = useStyles();
  const dispatch = useEditsDispatch();
  const { gate, obstacle, open } = useEditsReview();
  const { announce } = useAnnounce();
  const [isListOpen, setIsListOpen] = useState(false);

  useFocusInSight(true);
  const names = useTitleNames();
  const drafts = edits.map(({ edit }) => ({
    ...edit,
    value: draftNumber(edit.draft) ?? Number.NaN,
  }));
  const summary = planCount(planSubject({ operations: canonicalOrder(drafts) }), names);
  const operations = operationsOf(edits);
  const turnsTraffic = operations.some(({ field }) => trafficFields.includes(field));
  const blocking = gate.kind === 'blocked' ? gate.by : null;

  return (
    <section aria-label={words.region} data-region="edits" className={styles.bar}>
      {turnsTraffic && <AfterApplying operations={operations} />}
      <Popover
        trapFocus
        open={isListOpen}
        onOpenChange={(_, data) => {
          setIsListOpen(data.open);
        }}
      >
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            className={styles.summary}
            icon={<EditRegular />}
            aria-label={words.listButton({ summary: withoutIsolates(summary) })}
          >
            <span>
              <Sentence text={summary} />
            </span>
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={words.list}>
          <EditsList
            edits={edits}
            stack={stack}
            onGo={() => {
              setIsListOpen(false);
            }}
          />
        </PopoverSurface>
      </Popover>
      {blocking && (
        <Link
          as="button"
          className={styles.blocked}
          onClick={() => {
            open();
          }}
        >
          {words.blocked({
            field: settingInSentence(blocking.edit.field),
            adapter: blocking.name,
            family: blocking.edit.family,
          })}
        </Link>
      )}
      <div className={styles.commands}>
        <Button
          appearance="secondary"
          onClick={() => {
            dispatch({ type: 'discarded-all' });
            announce(words.allDiscarded, { polite: true });
          }}
        >
          {words.discardAll}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={gate.kind !== 'open'}
          title={obstacle}
          onClick={() => {
            if (gate.kind === 'open') open();
          }}
        >
          {words.review}
        </Button>
      </div>
    </section>
  );
}
