// SPDX-License-Identifier: MIT
import {
  Link,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Probe } from '../../electron/contract/preview';
import { useMediaQuery } from '../ui/media-query';
import { predictionQuery } from '../bridge/queries';
import { isSamePath } from '../traffic/paths';
import { PathView } from '../traffic/PathView';
import { SmallTrafficPicture } from '../traffic/picture/TrafficPicture';
import { useAdapterKinds } from '../adapters/use-adapter-kinds';
import { usePreview, usePreviewRequest } from '../traffic/use-preview';
import { useTrafficNames } from '../traffic/use-traffic-names';
import { messages } from '../../electron/language/messages';
import { usePageChoice } from '../ui/page-choice';
import { useDebounced } from '../ui/use-debounced';

const words = messages.internetTraffic;

/** News of what was applied comes in pieces; a difference counts once it has stood for so long. */
const settling = 700;

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
  },
  link: { minHeight: '24px' },
  scroller: { maxHeight: '30vh', overflow: 'auto' },
  table: { ...typographyStyles.body1, borderSpacing: 0 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  headerCell: { ...typographyStyles.caption1Strong },
  address: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const noOperations = [] as const;

/** How an address goes, compared with what was predicted; null where there was no reliable prediction. */
function isAsPredicted(probe: Probe, predicted: readonly Probe[]): boolean | null {
  const before = predicted.find(({ address }) => address === probe.address);
  return before?.isReliable ? isSamePath(before.after, probe.now) : null;
}

function verdictText(isSame: boolean | null): string {
  if (isSame === null) return words.countdown.notCompared;
  return isSame ? words.countdown.same : words.countdown.different;
}

interface ProbesProps {
  readonly probes: readonly Probe[];
  readonly predicted: readonly Probe[];
}

/** Each address, which way it goes now, and whether that was predicted. */
function LiveProbes({ probes, predicted }: ProbesProps) {
  const styles = useStyles();
  const names = useTrafficNames();
  const kinds = useAdapterKinds();
  const { columns } = words.probes;
  return (
    <table aria-label={words.probes.heading} className={styles.table}>
      <thead>
        <tr>
          {[columns.address, columns.now, columns.predicted].map((column) => (
            <th key={column} scope="col" className={mergeClasses(styles.cell, styles.headerCell)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {probes.map((probe) => (
          <tr key={probe.address}>
            <th scope="row" className={mergeClasses(styles.cell, styles.address)}>
              {probe.address}
            </th>
            <td className={styles.cell}>
              <PathView probe={probe} path={probe.now} names={names} kinds={kinds} />
            </td>
            <td className={styles.cell}>{verdictText(isAsPredicted(probe, predicted))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const noPrediction: readonly Probe[] = [];

/** Says while the question waits whether addresses really go as was predicted; the picture, where the page has none. */
export function CountdownTraffic() {
  const styles = useStyles();
  const { preview } = usePreview(usePreviewRequest(noOperations));
  const predicted = useQuery(predictionQuery).data;
  const verdicts =
    preview && predicted ? preview.probes.map((probe) => isAsPredicted(probe, predicted)) : null;
  const different = verdicts?.filter((isSame) => isSame === false).length ?? null;
  const compared = verdicts?.filter((isSame) => isSame !== null).length ?? 0;
  const settled = useDebounced(different, settling);
  const [isOpen, setIsOpen] = useState(false);
  const hasRoom = useMediaQuery('(min-width: 880px) and (min-height: 640px)');
  const isOnPage = usePageChoice().current === 'internet-traffic';
  if (!preview) return null;
  return (
    <>
      <div className={styles.line}>
        {settled === null
          ? predicted === null && words.countdown.unknown
          : settled === 0
            ? compared > 0 && words.countdown.asPredicted({ n: compared })
            : words.countdown.notPredicted({ n: settled })}
        <Link
          as="button"
          className={styles.link}
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {words.probes.heading}
        </Link>
      </div>
      {hasRoom && !isOnPage && <SmallTrafficPicture answer={preview} />}
      {isOpen && (
        <div className={styles.scroller}>
          <LiveProbes probes={preview.probes} predicted={predicted ?? noPrediction} />
        </div>
      )}
    </>
  );
}
