// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { LastingSettings } from '../../../electron/contract/lasting';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { usePageChoice } from '../../ui/page-choice';
import { useWindowWidth } from '../../ui/use-window-size';
import { appErrorOf, useBridge } from '../../bridge/bridge';
import { lastingSettingsQuery } from '../../bridge/queries';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { useReview } from '../../changes/review-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { EmptyState } from '../../ui/EmptyState';
import { errorText } from '../../../electron/texts/error-text';
import { LoadingRows } from '../../ui/LoadingRows';
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { PageMain } from '../../ui/PageMain';
import { SearchField } from '../../ui/SearchField';
import { useMatchAnnouncement } from '../../ui/use-match-announcement';
import { arrangeEntries } from './arrange-entries';
import { lastingEntries } from './lasting-entries';
import type { LastingEntry } from './lasting-entries';
import { useIsVpn } from './use-is-vpn';
import { LastingList } from './LastingList';
import { keeperTrouble, whyNothingStops } from '../../lasting/unavailable';

const words = messages.lasting;

/** So many are found without a search. */
const fewSettings = 8;

const useStyles = makeStyles({
  content: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingVerticalM,
    overflow: 'auto',
  },
  about: {
    ...typographyStyles.body1,
    flexShrink: 0,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  trouble: { flexShrink: 0 },
  search: { flexShrink: 1, minWidth: '96px' },
  stop: { flexShrink: 0, whiteSpace: 'nowrap' },
});

/** S39: what is the matter with the list, and why nothing of it is set again. */
function useTroubles({ problem, keeper, settings }: LastingSettings): readonly string[] {
  const platform = useEnvironment()?.platform ?? 'linux';
  const trouble = keeperTrouble(keeper, platform);
  // Where there is no service and nothing to set again, nothing is wrong.
  const isMissed = keeper !== 'not-installed' || settings.length > 0;
  return [
    ...(problem === null ? [] : [words.problems[problem]]),
    ...(trouble !== null && isMissed ? [trouble] : []),
  ];
}

function Troubles({ lasting }: { readonly lasting: LastingSettings }) {
  const styles = useStyles();
  return useTroubles(lasting).map((text) => (
    <MessageBar key={text} intent="warning" layout="multiline" className={styles.trouble}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  ));
}

function NoSettings({ lasting }: { readonly lasting: LastingSettings }) {
  const { go } = usePageChoice();
  const { problem, keeper } = lasting;
  if (problem !== null) return null;
  if (keeper === 'not-installed')
    return <EmptyState Icon={PinRegular} text={words.keeper[keeper]} />;
  return (
    <EmptyState
      Icon={PinRegular}
      text={words.none}
      action={words.toTraffic}
      onAction={() => {
        go('internet-traffic');
      }}
    />
  );
}

interface SettingsProps {
  readonly lasting: LastingSettings;
}

/** Everything that lasts: what asks for attention first. */
function Settings({ lasting }: SettingsProps) {
  const styles = useStyles();
  const review = useReview();
  const adapters = useKnownAdapters();
  const isLocked = useAreEditsLocked();
  const scroller = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState('');
  const { settings } = lasting;
  const isVpn = useIsVpn();
  const entries = useMemo(() => lastingEntries(settings, isVpn), [settings, isVpn]);
  const shown = useMemo(
    () => arrangeEntries(entries, search, adapters),
    [entries, search, adapters],
  );
  useMatchAnnouncement(search === '' ? null : words.matches({ n: shown.length }));

  const width = useWindowWidth();
  const hasRoom = width === 'wide' || width === 'medium';
  const obstacle = isLocked ? words.locked : whyNothingStops(lasting);
  const stop = useCallback(
    (stopped: readonly LastingEntry[]) => {
      if (obstacle !== null) return;
      review.open({ kind: 'stop-lasting', settings: stopped.flatMap((one) => one.settings) });
    },
    [obstacle, review],
  );
  const stopOne = useCallback(
    (entry: LastingEntry) => {
      stop([entry]);
    },
    [stop],
  );
  const stopLabel =
    shown.length === entries.length ? words.stopAll : words.stopShown({ n: shown.length });
  return (
    <>
      <PageHeader
        title={words.title}
        {...(hasRoom && entries.length > 0 && { note: words.count({ n: entries.length }) })}
      >
        {entries.length > fewSettings && (
          <SearchField
            label={words.search}
            className={styles.search}
            value={search}
            onChange={setSearch}
          />
        )}
        {shown.length > 0 && entries.length > 1 && (
          <Button
            className={styles.stop}
            disabledFocusable={obstacle !== null}
            title={obstacle ?? undefined}
            onClick={() => {
              stop(shown);
            }}
          >
            {stopLabel}
          </Button>
        )}
      </PageHeader>
      <div ref={scroller} className={styles.content}>
        {settings.length > 0 && <p className={styles.about}>{words.about}</p>}
        <Troubles lasting={lasting} />
        {settings.length === 0 && <NoSettings lasting={lasting} />}
        {settings.length > 0 && shown.length === 0 && (
          <EmptyState
            Icon={SearchRegular}
            text={words.noMatch}
            action={words.clearSearch}
            onAction={() => {
              setSearch('');
            }}
          />
        )}
        {shown.length > 0 && (
          <LastingList
            entries={shown}
            keeper={lasting.keeper}
            scroller={scroller}
            obstacle={obstacle}
            onStop={stopOne}
          />
        )}
      </div>
    </>
  );
}

/** What Interface Panel sets again by itself, how each stands, and the way to stop it. */
export function LastingPage() {
  const { data, error, refetch } = useQuery(lastingSettingsQuery(useBridge()));
  return (
    <PageMain label={words.title}>
      {data ? (
        <Settings lasting={data} />
      ) : (
        <>
          <PageHeader title={words.title} />
          {error ? (
            <EmptyState
              text={words.failed}
              detail={errorText(appErrorOf(error))}
              action={messages.app.tryAgain}
              onAction={() => void refetch()}
            />
          ) : (
            <LoadingRows label={words.loading} count={3} />
          )}
        </>
      )}
    </PageMain>
  );
}
