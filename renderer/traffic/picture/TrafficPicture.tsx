// SPDX-License-Identifier: MIT
// The picture of traffic. It is hidden from assistive technology: sentence and table say the same.
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { LaptopRegular } from '@fluentui/react-icons/svg/laptop';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AdapterKind } from '../../../electron/contract/adapter-kind';
import type { Luid } from '../../../electron/contract/snapshot';
import { AdapterKindIcon } from '../../ui/AdapterKindIcon';
import { withoutIsolates } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { useElementWidth } from '../../ui/use-element-width';
import type { AdapterCard } from '../adapter-cards';
import type { TrafficAnswer } from '../status-text';
import { useAdapterCards } from '../use-adapter-cards';
import { useTrafficNames } from '../use-traffic-names';
import { pictureOf } from './picture';
import type { Destination, Picture, PictureLine } from './picture';
import { layOut, mostAdaptersIn } from './picture-layout';
import type { Box, Point } from './geometry';
import type { LabelPlace } from './label-places';
import type { PlacedLine } from './picture-layout';

const words = messages.internetTraffic.picture;

/** Before the element is measured. */
const widthAtFirst = 880;

const forced = '@media (forced-colors: active)';

const useStyles = makeStyles({
  picture: { minWidth: 0 },
  card: {
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // What scrolls around it would cut words off that stand above the first line.
  inset: { paddingTop: tokens.spacingVerticalL },
  drawing: { display: 'block', overflow: 'visible' },
  node: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalSNudge,
    boxSizing: 'border-box',
    height: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  small: { ...typographyStyles.caption1 },
  used: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    [forced]: { border: '2px solid Highlight' },
  },
  idle: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
  icon: { flexShrink: 0 },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  line: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '3px',
    [forced]: { stroke: 'CanvasText' },
  },
  websites: { stroke: tokens.colorBrandStroke1, [forced]: { stroke: 'CanvasText' } },
  replaced: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
    [forced]: { stroke: 'GrayText' },
  },
  after: { strokeDasharray: '7 5', [forced]: { stroke: 'Highlight' } },
  thin: { strokeWidth: '1.5px' },
  label: {
    ...typographyStyles.caption1,
    fill: tokens.colorNeutralForeground2,
    // Otherwise Chromium lays letters out for the scale that it met first, which is that of a dialog while it opens.
    textRendering: 'geometricPrecision',
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
    [forced]: { fill: 'CanvasText', stroke: 'Canvas' },
  },
  mark: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    [forced]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  lock: { color: tokens.colorNeutralForeground2 },
  cross: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorStatusDangerForeground3,
    strokeWidth: '2px',
    [forced]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
});

interface NodeProps {
  readonly box: Box;
  readonly icon?: ReactNode;
  readonly text: string;
  readonly look?: 'used' | 'idle' | undefined;
  readonly isSmall: boolean;
}

function Node({ box, icon, text, look, isSmall }: NodeProps) {
  const styles = useStyles();
  return (
    <foreignObject {...box}>
      <div className={mergeClasses(styles.node, isSmall && styles.small, look && styles[look])}>
        {icon}
        <bdi className={styles.name}>{text}</bdi>
      </div>
    </foreignObject>
  );
}

/** What stands beside a line; nothing where its ends say all. */
function labelOf({ family, state, end, to }: PictureLine, { lines }: Picture): string {
  const isAtOnce = (other: PictureLine) =>
    [state, other.state].includes('now') || other.state === state;
  const hasOther = lines.some((one) => one.to === to && one.family !== null && isAtOnce(one));
  const ofFamily = family ?? (hasOther ? 'IPv4' : null);
  const texts = [
    ofFamily,
    end === 'arrives' ? null : words.ends[end],
    state === 'now' ? null : words.states[state],
  ];
  return texts.filter((text) => text !== null).join(', ');
}

function Cross({ x, y }: Point) {
  const styles = useStyles();
  return (
    <g className={styles.cross}>
      <circle cx={x} cy={y} r={8} />
      <path d={`M${x - 3} ${y - 3} l6 6 m0 -6 l-6 6`} />
    </g>
  );
}

function Lock({ x, y }: Point) {
  const styles = useStyles();
  return (
    <>
      <circle cx={x} cy={y} r={10} className={styles.mark} />
      <LockClosedRegular x={x - 7} y={y - 7} width={14} height={14} className={styles.lock} />
    </>
  );
}

function Line({ placed: { line, paths, cross, lock } }: { readonly placed: PlacedLine }) {
  const styles = useStyles();
  const look = mergeClasses(
    styles.line,
    line.to === 'websites' && styles.websites,
    line.state === 'replaced' && styles.replaced,
    line.state === 'after' && styles.after,
    line.family !== null && styles.thin,
  );
  return (
    <>
      {paths.map((path) => (
        <path key={path} d={path} className={look} />
      ))}
      {lock && <Lock {...lock} />}
      {cross && <Cross {...cross} />}
    </>
  );
}

interface LineLabelProps {
  readonly place: LabelPlace;
  readonly text: string;
}

function LineLabel({ place: { x, y, anchor }, text }: LineLabelProps) {
  const styles = useStyles();
  return (
    <text x={x} y={y} textAnchor={anchor} className={styles.label}>
      {text}
    </text>
  );
}

interface PlacedAdapter {
  readonly name: string;
  readonly kind: AdapterKind;
}

/** The adapters that could carry traffic, the preferred one first, and what each is called. */
function useAdapters(cards: readonly AdapterCard[]) {
  const { nameOf } = useTrafficNames();
  return useMemo(() => {
    const known = new Map(cards.map(({ luid, kind }) => [luid, kind]));
    const adapterOf = (luid: Luid): PlacedAdapter => {
      return { name: withoutIsolates(nameOf(luid)), kind: known.get(luid) ?? 'other' };
    };
    const others = cards.filter(({ isShownAtFirst }) => isShownAtFirst).map(({ luid }) => luid);
    return { others, adapterOf };
  }, [cards, nameOf]);
}

const destinationIcons: Readonly<Record<Destination, ReactNode>> = {
  websites: <GlobeRegular fontSize={16} />,
  company: <BuildingRegular fontSize={16} />,
};

interface TrafficPictureProps {
  readonly answer: TrafficAnswer;
  /** Of all adapters. */
  readonly cards: readonly AdapterCard[];
  /** In a dialog or a panel, without a card of its own. */
  readonly isSmall?: boolean;
}

/** Which way websites and company traffic go, through which adapters, and which way they would go. */
export function TrafficPicture({ answer, cards, isSmall = false }: TrafficPictureProps) {
  const styles = useStyles();
  const room = useRef<HTMLDivElement>(null);
  const width = useElementWidth(room, widthAtFirst);
  const { others, adapterOf } = useAdapters(cards);
  const { picture, layout } = useMemo(() => {
    const made = pictureOf(answer, others, mostAdaptersIn(width, isSmall));
    return {
      picture: made,
      layout: layOut(made, width, isSmall, (line) => labelOf(line, made)),
    };
  }, [answer, others, width, isSmall]);
  const used = new Set(picture.lines.flatMap(({ through }) => through));
  return (
    <div aria-hidden className={mergeClasses(styles.picture, isSmall ? styles.inset : styles.card)}>
      <div ref={room}>
        <svg width={layout.width} height={layout.height} className={styles.drawing}>
          {layout.lines.map((placed, index) => (
            <Line key={index} placed={placed} />
          ))}
          {layout.lines.map(
            ({ label, line }, index) =>
              label && <LineLabel key={index} place={label} text={labelOf(line, picture)} />,
          )}
          <Node
            box={layout.computer}
            icon={<LaptopRegular fontSize={16} className={styles.icon} />}
            text={words.computer}
            isSmall={isSmall}
          />
          {layout.adapters.map(({ luid, box }) => {
            const { name, kind } = adapterOf(luid);
            return (
              <Node
                key={luid}
                box={box}
                icon={<AdapterKindIcon kind={kind} className={styles.icon} />}
                text={name}
                look={used.has(luid) ? 'used' : 'idle'}
                isSmall={isSmall}
              />
            );
          })}
          {layout.more && (
            <Node
              box={layout.more}
              text={words.more({ n: picture.more })}
              look="idle"
              isSmall={isSmall}
            />
          )}
          {layout.destinations.map(({ to, box }) => (
            <Node
              key={to}
              box={box}
              icon={destinationIcons[to]}
              text={words.destinations[to]}
              isSmall={isSmall}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}

/** The same in a dialog or a panel, without a card of its own. */
export function SmallTrafficPicture({ answer }: Pick<TrafficPictureProps, 'answer'>) {
  return <TrafficPicture answer={answer} cards={useAdapterCards()} isSmall />;
}
