// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { SaveRegular } from '@fluentui/react-icons/svg/save';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { usePageChoice } from '../../ui/page-choice';
import { appErrorOf, useBridge } from '../../bridge/bridge';
import { aboutQuery } from '../../bridge/queries';
import { CopyButton } from '../../ui/CopyButton';
import { EmptyState } from '../../ui/EmptyState';
import { errorText } from '../../../electron/texts/error-text';
import { LoadingRows } from '../../ui/LoadingRows';
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { PageMain } from '../../ui/PageMain';
import { AboutProgram } from './AboutProgram';
import { useSupportRequest } from './support-request';

const words = messages.help;

const useStyles = makeStyles({
  content: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalXXL,
    minHeight: 0,
    overflow: 'auto',
  },
  section: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalS,
    maxWidth: '960px',
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  rows: {
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    listStyleType: 'none',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  about: { ...typographyStyles.body1, flex: '1 1 240px', margin: 0 },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface OfferProps {
  readonly words: { readonly about: string; readonly action: string };
  readonly Icon: ComponentType;
  readonly onSelect: () => void;
}

/** One thing that can be done here: what it is for, and the button. */
function Offer({ words: { about, action }, Icon, onSelect }: OfferProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <li className={styles.row}>
      <p id={id} className={styles.about}>
        {about}
      </p>
      <Button icon={<Icon />} aria-describedby={id} onClick={onSelect}>
        {action}
      </Button>
    </li>
  );
}

function Offers() {
  const styles = useStyles();
  const { ask } = useSupportRequest();
  const { go } = usePageChoice();
  const { summary, report, open, restore } = words.support;
  return (
    <ul className={styles.rows}>
      <Offer
        words={summary}
        Icon={CopyRegular}
        onSelect={() => {
          ask('copy-summary');
        }}
      />
      <Offer
        words={report}
        Icon={SaveRegular}
        onSelect={() => {
          ask('save-report');
        }}
      />
      <Offer
        words={open}
        Icon={FolderOpenRegular}
        onSelect={() => {
          ask('open-file');
        }}
      />
      <Offer
        words={restore}
        Icon={HistoryRegular}
        onSelect={() => {
          go('history');
        }}
      />
    </ul>
  );
}

interface PlaceProps {
  readonly words: { readonly about: string; readonly copy: string };
  readonly path: string;
}

/** Something outside the window: what it is for, where it is, and its path to take along. */
function OutsidePlace({ words: { about, copy }, path }: PlaceProps) {
  const styles = useStyles();
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <p className={styles.about}>
          {about} <bdi className={styles.path}>{path}</bdi>
        </p>
        <CopyButton label={copy} text={() => path} />
      </div>
    </div>
  );
}

/** What somebody needs who helps, or is helped; and what this program is. */
export function HelpPage() {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(aboutQuery(useBridge()));
  return (
    <PageMain label={words.title}>
      <PageHeader title={words.title} />
      <div className={styles.content}>
        <Section title={words.support.title}>
          <Offers />
        </Section>
        {data && (
          <>
            <Section title={words.documents.title}>
              <OutsidePlace words={words.documents} path={data.documents} />
            </Section>
            <Section title={words.log.title}>
              <OutsidePlace words={words.log} path={data.log} />
            </Section>
            <Section title={words.about.title}>
              <AboutProgram about={data} />
            </Section>
          </>
        )}
        {error && (
          <EmptyState
            text={words.failed}
            detail={errorText(appErrorOf(error))}
            action={messages.app.tryAgain}
            onAction={() => void refetch()}
          />
        )}
        {!data && !error && <LoadingRows label={words.loading} count={2} />}
      </div>
    </PageMain>
  );
}
