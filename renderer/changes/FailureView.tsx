// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useEnvironment } from '../bridge/use-bridge-query';
import type { AppError, ErrorCode } from '../../electron/contract/errors';
import { CopyButton } from '../ui/CopyButton';
import { errorDetails, errorText, nextStepText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';
import {
  failureDetail,
  failureTexts,
  obstacleText,
  platformError,
} from '../../electron/texts/result-text';
import type { Attempt } from './use-attempt';

const useStyles = makeStyles({
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalL },
  detail: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});

/** What main answers that is no fault: there is nothing to copy for support either. */
const answers: readonly ErrorCode[] = ['busy', 'changed', 'declined', 'dialog-open', 'too-soon'];

const isAnswer = (attempt: Attempt) =>
  attempt.kind === 'not-begun' && answers.includes(attempt.error.code);

/** Consent declined, busy and stale are answers; the rest went wrong. */
function isCalm(attempt: Attempt): boolean {
  if (attempt.kind === 'outdated' || isAnswer(attempt)) return true;
  if (attempt.kind !== 'ended') return false;
  const { result } = attempt.transaction;
  if (result.kind === 'refused') return result.obstacles.every(({ kind }) => kind === 'stale');
  const calm = ['declined', 'stopped-waiting', 'busy'];
  return result.kind === 'not-launched' && calm.includes(result.failure);
}

/** Says that nothing was changed, why, and what the system said. */
export function FailureView({ attempt }: { readonly attempt: Attempt }) {
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  let texts: readonly string[] = [];
  let detail = '';
  let error: AppError | undefined;
  if (attempt.kind === 'ended') {
    const { result } = attempt.transaction;
    error = platformError(result);
    texts = failureTexts(result, { adapters, stack });
    detail = failureDetail(result);
  } else if (attempt.kind === 'outdated') {
    texts = attempt.obstacles.map((obstacle) => obstacleText(obstacle, { adapters, stack }));
  } else if (attempt.kind === 'not-begun') {
    texts = [errorText(attempt.error)];
    if (!isAnswer(attempt)) {
      detail = errorDetails(attempt.error);
      if (attempt.error.platform) error = attempt.error;
    }
  }
  if (error) texts = [...texts, nextStepText(error)];
  const [only] = texts;
  return (
    <MessageBar intent={isCalm(attempt) ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{messages.results.nothingChanged}</MessageBarTitle>{' '}
        {texts.length === 1 ? (
          only
        ) : (
          <ul className={styles.list}>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {detail !== '' && !error?.platform && <div className={styles.detail}>{detail}</div>}
      </MessageBarBody>
      {detail !== '' && (
        <MessageBarActions>
          <CopyButton label={messages.app.copyDetails} text={() => [...texts, detail].join('\n')} />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
