// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlanRequest } from '../../electron/contract/changes';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { CopyButton } from '../ui/CopyButton';
import { errorText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';

const words = messages.planDetails;

const useStyles = makeStyles({
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  code: { fontFamily: tokens.fontFamilyMonospace },
  text: {
    maxHeight: '160px',
    margin: 0,
    padding: tokens.spacingHorizontalS,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The code of the plan and the commands that do the same. */
export function PlanDetailsView({ plan }: { readonly plan: PlanRequest }) {
  const styles = useStyles();
  const bridge = useBridge();
  const { data, error } = useQuery({
    queryKey: ['plan-details', plan],
    queryFn: async () => unwrap(await bridge.changes.planDetails(plan)),
    gcTime: 0,
  });
  if (error) {
    return <p className={styles.line}>{`${words.failed} ${errorText(appErrorOf(error))}`}</p>;
  }
  if (!data) return <p className={styles.quiet}>{words.reading}</p>;
  const { code, commands } = data;
  return (
    <>
      <p className={styles.line}>
        {words.code} <span className={styles.code}>{code}</span>
      </p>
      <p className={styles.quiet}>{words.codeHelp}</p>
      <p className={styles.line}>{words.commands[commands.shell]}</p>
      <pre className={styles.text} tabIndex={0} aria-label={words.commands[commands.shell]}>
        {commands.text}
      </pre>
    </>
  );
}

interface PlanCommandsProps {
  readonly plan: PlanRequest;
  /** More commands. */
  readonly children: ReactNode;
}

/** What a technician does with a plan besides applying it. */
export function PlanCommands({ plan, children }: PlanCommandsProps) {
  const styles = useStyles();
  const bridge = useBridge();
  return (
    <div className={styles.commands}>
      <CopyButton
        label={words.copyCommands}
        text={async () => unwrap(await bridge.changes.planDetails(plan)).commands.text}
      />
      {children}
    </div>
  );
}
