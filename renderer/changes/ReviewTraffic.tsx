// SPDX-License-Identifier: MIT
import { carriersOf } from '../../electron/contract/carriers';
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useState } from 'react';
import type { Deadline } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type { FamilyTraffic, Warning } from '../../electron/contract/preview';
import { SmallTrafficPicture } from '../traffic/picture/TrafficPicture';
import { isSameWay } from '../../electron/texts/traffic-text';
import type { TrafficNames } from '../../electron/texts/traffic-text';
import { useTrafficNames } from '../traffic/use-traffic-names';
import { CopyButton } from '../ui/CopyButton';
import { Sentence } from '../ui/isolated-name';
import { disjunction } from '../../electron/language/lists';
import { messages } from '../../electron/language/messages';
import type { ReviewPreview } from './use-review-preview';
import { warningText } from '../../electron/texts/warning-text';
import { deadlineText } from '../../electron/texts/time-text';

const words = messages.internetTraffic;

const useStyles = makeStyles({
  facts: { ...typographyStyles.caption1, margin: 0 },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  sentence: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorBrandForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  stops: { color: tokens.colorStatusDangerForeground3 },
  warnings: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What becomes of the internet traffic of a family, or of both. */
function changeSentence(family: Family | null, { now, after }: FamilyTraffic, names: TrafficNames) {
  const luids = carriersOf(after).map(names.nameOf);
  const adapter = disjunction(luids);
  const { trafficOf, review } = words;
  const traffic = family === null ? trafficOf.both : trafficOf.family({ family });
  if (luids.length === 0) {
    return isSameWay(now, after) ? review.stillNowhere({ traffic }) : review.willStop({ traffic });
  }
  return isSameWay(now, after)
    ? review.willStay({ traffic, adapter })
    : review.willLeave({ traffic, adapter });
}

interface Line extends FamilyTraffic {
  readonly text: string;
}

/** One line where the same becomes of both families, else one for each. */
function changedTrafficLines(
  traffic: Readonly<Record<Family, FamilyTraffic>>,
  names: TrafficNames,
): readonly Line[] {
  const [ofAny, ofOther] = families.map((family) => changeSentence(null, traffic[family], names));
  if (ofAny !== undefined && ofAny === ofOther) return [{ ...traffic.IPv4, text: ofAny }];
  return families.map((family) => ({
    ...traffic[family],
    text: changeSentence(family, traffic[family], names),
  }));
}

const intents = { danger: 'error', warning: 'warning', notice: 'info' } as const;

/** What a warning goes by: closed until somebody asks. */
function Facts({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {' '}
      <Link
        as="button"
        inline
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {words.warnings.facts}
      </Link>
      {isOpen && (
        <p className={styles.facts}>
          <Sentence text={text} />
        </p>
      )}
    </>
  );
}

interface WarningBarProps {
  readonly warning: Warning;
  readonly deadline: string;
  readonly names: TrafficNames;
  readonly onApplyToBoth: ((operations: readonly Operation[]) => void) | undefined;
}

function WarningBar({ warning, deadline, names, onApplyToBoth }: WarningBarProps) {
  const { title, text, facts } = warningText(warning, deadline, names);
  const addition = warning.id === 'one-family' && warning.operations.length > 0 ? warning : null;
  return (
    <MessageBar intent={intents[warning.severity]} layout="multiline">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} <Sentence text={text} />
        {facts !== undefined && <Facts text={facts} />}
      </MessageBarBody>
      {warning.id === 'managed-adapter' && (
        <MessageBarActions>
          <CopyButton
            label={words.warnings.copyCommand({ manager: warning.manager })}
            text={() => warning.command}
          />
        </MessageBarActions>
      )}
      {addition && onApplyToBoth && (
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => {
              onApplyToBoth(addition.operations);
            }}
          >
            {words.warnings.applyToBoth}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

interface ReviewTrafficProps {
  readonly traffic: ReviewPreview;
  readonly deadline: Deadline;
  /** Adds operations to what is reviewed; undefined where that is no matter of edits. */
  readonly onApplyToBoth: WarningBarProps['onApplyToBoth'];
}

/** What a change does to internet traffic, one sentence for both families or each, and what to know before. */
export function ReviewTraffic({ traffic, deadline, onApplyToBoth }: ReviewTrafficProps) {
  const styles = useStyles();
  const names = useTrafficNames();
  const { preview, error } = traffic;
  if (!preview) return error && <p className={styles.sentence}>{words.review.notKnown}</p>;
  return (
    <div className={styles.block}>
      <SmallTrafficPicture answer={preview} />
      {changedTrafficLines(preview.traffic, names).map(({ now, after, text }) => (
        <p
          key={text}
          className={mergeClasses(styles.sentence, isSameWay(now, after) && styles.quiet)}
        >
          {carriersOf(after).length === 0 ? (
            <ErrorCircleRegular fontSize={16} className={mergeClasses(styles.icon, styles.stops)} />
          ) : (
            <ArrowRoutingRegular fontSize={16} className={styles.icon} />
          )}
          <span>
            <Sentence text={text} />
          </span>
        </p>
      ))}
      {preview.warnings.length > 0 && (
        <div role="group" aria-label={words.review.warnings} className={styles.warnings}>
          {preview.warnings.map((warning) => (
            <WarningBar
              key={JSON.stringify(warning)}
              warning={warning}
              deadline={deadlineText(deadline)}
              names={names}
              onApplyToBoth={onApplyToBoth}
            />
          ))}
        </div>
      )}
    </div>
  );
}
