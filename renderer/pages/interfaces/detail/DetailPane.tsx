// SPDX-License-Identifier: MIT
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { families } from '../../../../electron/contract/family';
import type { Family } from '../../../../electron/contract/family';
import { knownKind } from '../../../../electron/contract/preferences';
import { ipInterfaceId } from '../../../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../../../electron/contract/window-snapshot';
import { useDetails } from '../../../ui/details-context';
import type { DetailsTarget } from '../../../ui/details-context';
import { useKnownAdapter } from '../../../adapters/known-adapters';
import { usePreferences } from '../../../bridge/use-preferences';
import { useAreEditsLocked } from '../../../changes/use-are-edits-locked';
import { EmptyState } from '../../../ui/EmptyState';
import { messages } from '../../../../electron/language/messages';
import { adapterName } from '../../../../electron/texts/adapter-name';
import { DetailSubjectProvider } from './detail-context';
import { FieldGroups } from './FieldGroups';
import { GoneInterface } from './GoneInterface';
import { useManager } from './use-manager';
import { Pane } from '../../../ui/Pane';
import { SearchField } from '../../../ui/SearchField';

const words = messages.details;

const useStyles = makeStyles({
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

/** Where focus was when the pane opened gets it back when the pane closes. */
function useFocusBackToRow(target: DetailsTarget): void {
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
  readonly snapshot: WindowSnapshot;
}

/** Every field of one IP interface. */
export function DetailPane({ target, snapshot }: DetailPaneProps) {
  const styles = useStyles();
  const { open, close } = useDetails();
  const [search, setSearch] = useState('');
  const isLocked = useAreEditsLocked();
  const { adapterKinds } = usePreferences();
  useFocusBackToRow(target);
  const closeButtonRef = useFocusOnOpening(target);

  const { luid, family } = target;
  const adapter = useKnownAdapter(luid);
  const isThere = snapshot.ipInterfaces.some((row) => row.luid === luid);
  const ipInterface = snapshot.ipInterfaces.find(
    (row) => row.luid === luid && row.family === family,
  );
  const name = adapterName(adapter, luid);
  const kind = adapter ? knownKind(adapter, adapterKinds) : 'other';
  const manager = useManager(luid);

  return (
    <Pane
      label={words.region({ adapter: name, family })}
      title={name}
      subtitle={[
        messages.interfaces.kinds[kind],
        adapter?.description,
        manager && words.managedBy({ manager }),
      ]
        .filter(Boolean)
        .join(' · ')}
      kind={kind}
      onClose={close}
      closeButtonRef={closeButtonRef}
    >
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
            <SearchField
              label={words.filter}
              className={styles.search}
              value={search}
              onChange={setSearch}
            />
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
            text={
              isThere
                ? words.unbound({ family })
                : messages.interfaces.rowGone({ adapter: name, family })
            }
          />
        </GoneInterface>
      )}
    </Pane>
  );
}
