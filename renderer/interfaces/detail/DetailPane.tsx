// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Tab,
  TabList,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { families } from '../../../electron/contract/family';
import type { Family } from '../../../electron/contract/family';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { useDetails } from '../../app/details-context';
import type { DetailsTarget } from '../../app/details-context';
import { useKnownAdapter } from '../../app/known-adapters';
import { useWindowWidth } from '../../app/use-window-size';
import type { WindowWidth } from '../../app/use-window-size';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { AdapterKindIcon } from '../../ui/AdapterKindIcon';
import { EmptyState } from '../../ui/EmptyState';
import { messages } from '../../ui/messages';
import { adapterKind } from '../../../electron/contract/adapter-kind';
import { adapterName } from '../adapter-name';
import { DetailSubjectProvider } from './detail-context';
import { FieldGroups } from './FieldGroups';
import { GoneInterface } from './GoneInterface';

const words = messages.details;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** 840 for navigation and table, so that the table keeps its first five columns. */
  wide: { width: 'clamp(360px, 100% - 840px, 400px)' },
  medium: { width: '360px' },
  over: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    zIndex: 3,
    width: '440px',
    maxWidth: '100%',
    boxShadow: tokens.shadow16,
  },
  whole: { width: '100%', borderLeft: 'none' },
  header: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
  },
  icon: { flexShrink: 0, width: '20px', height: '20px', marginTop: '2px' },
  titles: { flexGrow: 1, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  kind: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  tabs: { padding: `0 ${tokens.spacingHorizontalS}` },
  tools: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', maxWidth: 'none' },
  fields: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflow: 'auto' },
});

/** Beside the table where that leaves it room, over it otherwise. */
function usePlaceClass(width: WindowWidth): string {
  const styles = useStyles();
  const over = mergeClasses(styles.over);
  switch (width) {
    case 'wide':
      return styles.wide;
    case 'medium':
      // 48 of navigation and at least 480 for the table.
      return window.innerWidth - 48 - 360 >= 480 ? styles.medium : over;
    case 'narrow':
      return over;
    case 'small':
      return mergeClasses(styles.over, styles.whole);
  }
}

/** Where focus was when the pane opened gets it back when the pane closes. */
function useReturnOfFocus(target: DetailsTarget): void {
  const id = useRef(ipInterfaceId(target));
  const giveBack = useEffectEvent(() => {
    const row = document.querySelector<HTMLElement>(`[data-testid="ip-interface-${id.current}"]`);
    row?.focus();
  });
  useEffect(() => {
    id.current = ipInterfaceId(target);
  }, [target]);
  useEffect(() => giveBack, []);
}

/** Whoever opened the pane by keyboard goes on inside it. */
function useFocusOnOpening(target: DetailsTarget): RefObject<HTMLElement | null> {
  const closeButton = useRef<HTMLElement>(null);
  useEffect(() => {
    if (target.movesFocus) closeButton.current?.focus();
  }, [target]);
  return closeButton;
}

interface DetailPaneProps {
  readonly target: DetailsTarget;
  readonly snapshot: Snapshot;
}

/** Every field of one IP interface, beside the table or over it. */
export function DetailPane({ target, snapshot }: DetailPaneProps) {
  const styles = useStyles();
  const placeClass = usePlaceClass(useWindowWidth());
  const { open, close } = useDetails();
  const [search, setSearch] = useState('');
  const isLocked = useAreEditsLocked();
  useReturnOfFocus(target);
  const closeButtonRef = useFocusOnOpening(target);

  const { luid, family } = target;
  const adapter = useKnownAdapter(luid);
  const isThere = snapshot.ipInterfaces.some((row) => row.luid === luid);
  const ipInterface = snapshot.ipInterfaces.find(
    (row) => row.luid === luid && row.family === family,
  );
  const name = adapterName(adapter, luid);
  const kind = adapter ? adapterKind(adapter) : 'other';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };

  return (
    <aside
      aria-label={words.region(name, family)}
      data-region="details"
      className={mergeClasses(styles.pane, placeClass)}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        <AdapterKindIcon kind={kind} className={styles.icon} />
        <div className={styles.titles}>
          <h2 className={styles.title}>
            <bdi>{name}</bdi>
          </h2>
          <p className={styles.kind}>
            {[messages.interfaces.kinds[kind], adapter?.description].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.close}
          ref={(button: HTMLElement | null) => {
            closeButtonRef.current = button;
          }}
          onClick={close}
        />
      </header>
      <TabList
        aria-label={words.familyTabs}
        className={styles.tabs}
        selectedValue={family}
        onTabSelect={(_, { value }) => {
          open({ luid, family: value as Family });
        }}
      >
        {families.map((choice) => (
          <Tab key={choice} value={choice}>
            {choice}
          </Tab>
        ))}
      </TabList>
      {ipInterface ? (
        <DetailSubjectProvider
          value={{
            ipInterface,
            stack: snapshot.stack,
            kind,
            name,
            isLocked,
            focusField: target.field,
          }}
        >
          <div className={styles.tools}>
            <SearchBox
              className={styles.search}
              aria-label={words.filter}
              placeholder={words.filter}
              value={search}
              onChange={(_, { value }) => {
                setSearch(value);
              }}
            />
            {isLocked && (
              <MessageBar intent="info">
                <MessageBarBody>{words.locked}</MessageBarBody>
              </MessageBar>
            )}
          </div>
          <div className={styles.fields}>
            <FieldGroups
              search={search}
              onClearSearch={() => {
                setSearch('');
              }}
            />
          </div>
        </DetailSubjectProvider>
      ) : (
        <GoneInterface target={target} name={name}>
          <EmptyState
            text={isThere ? words.unbound(family) : messages.interfaces.rowGone(name, family)}
          />
        </GoneInterface>
      )}
    </aside>
  );
}
