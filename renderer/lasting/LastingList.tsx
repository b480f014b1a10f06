// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { KeeperState, LastingSetting } from '../../electron/contract/lasting';
import { useKnownAdapters } from '../app/known-adapters';
import { useEnvironment } from '../bridge/use-bridge-query';
import { rowAfterKey } from '../ui/grid/grid-keys';
import { messages } from '../ui/messages';
import { LastingItem } from './LastingItem';

const words = messages.lasting;

/** How far Page Up and Page Down go. */
const pageSize = 8;

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
});

interface LastingListProps {
  readonly settings: readonly LastingSetting[];
  readonly keeper: KeeperState;
  /** Why none can be stopped now; null where one can. */
  readonly obstacle: string | null;
  readonly onStop: (setting: LastingSetting) => void;
}

/** Lasting settings one below the other; Tab stops once, the arrows go from button to button. */
export function LastingList({ settings, keeper, obstacle, onStop }: LastingListProps) {
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActiveId] = useState('');
  const active = Math.max(
    0,
    settings.findIndex(({ id }) => id === activeId),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = rowAfterKey(event.key, active, settings.length, pageSize);
    if (target === null) return;
    event.preventDefault();
    list.current?.children[target]?.querySelector('button')?.focus();
  };
  return (
    <ul ref={list} aria-label={words.title} className={styles.list} onKeyDown={onKeyDown}>
      {settings.map((setting, index) => (
        <LastingItem
          key={setting.id}
          setting={setting}
          adapters={adapters}
          stack={stack}
          keeper={keeper}
          isActive={index === active}
          obstacle={obstacle}
          onFocus={setActiveId}
          onStop={onStop}
        />
      ))}
    </ul>
  );
}
