// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Luid } from '../../../electron/contract/snapshot';
import type { Edits } from '../../changes/edits-reducer';
import { messages } from '../../../electron/language/messages';
import { AdapterCardView } from './AdapterCardView';
import type { AdapterCardViewProps } from './AdapterCardView';
import type { AdapterCard } from '../../traffic/adapter-cards';
import { isInUse } from './card-text';

const words = messages.internetTraffic.adapters;

/** More cards than this are shown only when asked for. */
const mostAtFirst = 24;

/** So many more come each time: a computer with thousands of adapters would stand still otherwise. */
const mostAtOnce = 100;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  // Ends where the switches below do.
  column: {
    ...typographyStyles.caption1,
    marginRight: '60px',
    color: tokens.colorNeutralForeground3,
  },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' },
});

const noEdits: Edits = [];

/** Edits by adapter; the lists stay the same objects until edits change. */
function editsByLuid(edits: Edits): ReadonlyMap<Luid, Edits> {
  const byLuid = new Map<Luid, Edits>();
  for (const edit of edits) byLuid.set(edit.luid, [...(byLuid.get(edit.luid) ?? []), edit]);
  return byLuid;
}

interface AdapterListProps extends Omit<
  AdapterCardViewProps,
  'card' | 'edits' | 'companyNetworks'
> {
  readonly cards: readonly AdapterCard[];
  readonly edits: Edits;
  /** The VPN whose networks were counted, and how many there are. */
  readonly vpn: Luid | null;
  readonly companyNetworks: number | null;
}

/** A card per adapter that matters; all others when asked for. */
export function AdapterList({ cards, edits, vpn, companyNetworks, ...shared }: AdapterListProps) {
  const styles = useStyles();
  const [extra, setExtra] = useState(0);
  const byLuid = useMemo(() => editsByLuid(edits), [edits]);
  const { traffic } = shared;
  const [first, others] = useMemo(() => {
    // What a table of its own leads traffic to has no default route that could be switched, and matters all the same.
    const matters = (card: AdapterCard) => card.isShownAtFirst || isInUse(card, traffic);
    return [cards.filter(matters), cards.filter((card) => !matters(card))];
  }, [cards, traffic]);
  const ordered = [...first, ...others];
  const atFirst = Math.min(mostAtFirst, first.length);
  const shown = ordered.slice(0, atFirst + extra);
  const none = cards.some(({ isConnected, kind }) => isConnected && kind !== 'loopback')
    ? words.noneWithDefaultRoute
    : words.none;
  const hidden = ordered.length - shown.length;
  const moreText = () => {
    if (hidden === 0) return words.showFewer;
    return hidden > mostAtOnce
      ? words.showMore({ n: mostAtOnce, all: ordered.length })
      : words.showAll({ n: ordered.length });
  };

  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{words.heading}</h2>
        {/* Each switch is called so. */}
        {shown.length > 0 && (
          <span aria-hidden className={styles.column}>
            {words.use}
          </span>
        )}
      </div>
      {shown.length === 0 && <p className={styles.none}>{none}</p>}
      <div className={styles.list}>
        {shown.map((card) => (
          <AdapterCardView
            key={card.luid}
            card={card}
            edits={byLuid.get(card.luid) ?? noEdits}
            companyNetworks={card.luid === vpn ? companyNetworks : null}
            {...shared}
          />
        ))}
      </div>
      {(hidden > 0 || extra > 0) && (
        <Button
          size="small"
          className={styles.more}
          onClick={() => {
            setExtra(hidden > 0 ? extra + mostAtOnce : 0);
          }}
        >
          {moreText()}
        </Button>
      )}
    </section>
  );
}
