// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { ServerRegular } from '@fluentui/react-icons/svg/server';
import type { ReactNode } from 'react';
import type { AdapterKinds, Path, Probe } from '../../electron/contract/preview';
import { useKnownAdapters } from '../adapters/known-adapters';
import { AdapterKindIcon } from '../ui/AdapterKindIcon';
import { withoutIsolates } from '../ui/isolated-name';
import { disjunction } from '../../electron/language/lists';
import { messages } from '../../electron/language/messages';
import { pathLuids } from './paths';
import type { TrafficNames } from '../../electron/texts/traffic-text';

const words = messages.internetTraffic;

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXXS,
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minWidth: 0,
  },
  icon: {
    flexShrink: 0,
    alignSelf: 'center',
    width: '16px',
    height: '16px',
    color: tokens.colorNeutralForeground3,
  },
  arrow: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  link: { display: 'inline-flex' },
  changed: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
});

/** Where a path ends, in words and as a picture. */
function endOf({ kind, address, isInternet }: Probe) {
  const end = kind === 'typed' && isInternet ? 'internet' : kind;
  return {
    text: end === 'typed' ? address : words.probes.ends[end],
    Icon: end === 'internet' ? GlobeRegular : ServerRegular,
  };
}

/** What else is to be known of the way: that it is cut off, or depends on a source. */
function detailsOf({ isConnected, source }: Extract<Path, { kind: 'through' }>): readonly string[] {
  const cutOff = isConnected ? [] : [words.probes.notConnected];
  return source === null ? cutOff : [...cutOff, words.probes.from({ source })];
}

function nowhereText({ reason, prefix }: Extract<Path, { kind: 'nowhere' }>): string {
  const { nowhere, nowhereBy } = words.probes;
  const ending = words.endings[reason];
  return prefix === null ? nowhere({ reason: ending }) : nowhereBy({ reason: ending, prefix });
}

function Step({ icon, children }: { readonly icon?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.step}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

function Arrow() {
  const styles = useStyles();
  return <span className={styles.arrow}>→</span>;
}

interface PathViewProps {
  readonly probe: Probe;
  readonly path: Path;
  readonly names: TrafficNames;
  readonly kinds: AdapterKinds;
  /** Whether the adapter is set off as something that changes. */
  readonly isChanged?: boolean;
}

/** A path as a row of steps: This computer → Ethernet → internet. */
export function PathView({ probe, path, names, kinds, isChanged = false }: PathViewProps) {
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const [luid, ...others] = pathLuids(path);
  const adapter = luid === undefined ? undefined : adapters.get(luid);
  const kind = (luid === undefined ? undefined : kinds[luid]) ?? adapter?.kind;
  const end = endOf(probe);

  const through = luid !== undefined && (
    <>
      <Arrow />
      <span className={mergeClasses(styles.link, isChanged && styles.changed)}>
        <Step
          icon={
            others.length === 0 && kind && <AdapterKindIcon kind={kind} className={styles.icon} />
          }
        >
          <bdi>{withoutIsolates(disjunction([luid, ...others].map(names.nameOf)))}</bdi>
          {path.kind === 'through' && detailsOf(path).map((text) => ` (${text})`)}
        </Step>
      </span>
      <Arrow />
      <Step icon={<end.Icon className={styles.icon} />}>{end.text}</Step>
    </>
  );
  return (
    <span className={styles.path}>
      <Step>{words.thisComputer}</Step>
      {through}
      {path.kind === 'this-computer' && (
        <>
          <Arrow />
          <Step>{words.probes.stays}</Step>
        </>
      )}
      {path.kind === 'nowhere' && (
        <>
          <Arrow />
          <span className={mergeClasses(styles.link, isChanged && styles.changed)}>
            <Step icon={<DismissCircleRegular className={styles.icon} />}>{nowhereText(path)}</Step>
          </span>
        </>
      )}
    </span>
  );
}
