// SPDX-License-Identifier: MIT
import { carriersOf } from '../../electron/contract/carriers';
import {
  Badge,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  mergeClasses,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useEffect } from 'react';
import { families } from '../../electron/contract/family';
import type { Preview } from '../../electron/contract/preview';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { messages } from '../ui/messages';
import { useDebounced } from '../ui/use-debounced';
import type { TrafficByFamily } from './card-text';
import { cutOffReason, isSameWay, otherWays, trafficReason, trafficSentence } from './traffic-text';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic;

/** The sentence about what would be is said aloud once switches have rested for so long. */
const saidAfter = 500;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  family: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  mark: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '40px',
    height: '40px',
    marginTop: '2px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  nowhere: {
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground3,
  },
  texts: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  sentence: { ...typographyStyles.subtitle1, margin: 0, fontWeight: tokens.fontWeightRegular },
  why: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  others: {
    ...typographyStyles.body1,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  after: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  afterText: { minWidth: 0, flexBasis: '320px', flexGrow: 1 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
  },
  families: {
    display: 'flex',
    flexDirection: 'column',
    flexBasis: '320px',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});

/** What changes, as one text: only families that would go another way. */
function afterText(traffic: TrafficByFamily, names: TrafficNames): string {
  const changed = families.filter((family) => {
    const { now, after } = traffic[family];
    return !isSameWay(now, after);
  });
  if (changed.length === 0) return words.afterSame;
  return changed.map((family) => trafficSentence(family, traffic[family].after, names)).join(' ');
}

/** What goes another way than the sentence above says. */
function OtherWays({ texts }: { readonly texts: readonly string[] }) {
  const styles = useStyles();
  if (texts.length === 0) return null;
  return (
    <ul className={styles.others}>
      {texts.map((text) => (
        <li key={text}>
          <Sentence text={text} />
        </li>
      ))}
    </ul>
  );
}

interface NowProps {
  readonly preview: Preview;
  readonly names: TrafficNames;
  /** Whether there are edits that can be applied. */
  readonly hasEdits: boolean;
  /** Shows the routes. */
  readonly onDetails: () => void;
}

/** Which way internet traffic goes now and why, and which way it would go with the edits. */
export function Now({ preview, names, hasEdits, onDetails }: NowProps) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { traffic } = preview;
  const isCutOff = families.every((family) => carriersOf(traffic[family].now).length === 0);
  const after = hasEdits ? afterText(traffic, names) : null;

  const said = useDebounced(after, saidAfter);
  useEffect(() => {
    if (said !== null) {
      announce(withoutIsolates(`${words.afterApplying} ${said}`), { polite: true });
    }
  }, [said, announce]);

  return (
    <section aria-label={words.now} className={styles.section}>
      <div className={styles.head}>
        <div className={styles.families}>
          {isCutOff ? (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{words.nowhereAtAll}</MessageBarTitle>{' '}
                <Sentence text={cutOffReason(traffic, names)} />
              </MessageBarBody>
            </MessageBar>
          ) : (
            families.map((family) => {
              const { now } = traffic[family];
              const leavesNowhere = carriersOf(now).length === 0;
              return (
                <div key={family} className={styles.family}>
                  <span className={mergeClasses(styles.mark, leavesNowhere && styles.nowhere)}>
                    <ArrowRoutingRegular fontSize={20} />
                  </span>
                  <div className={styles.texts}>
                    <p className={styles.sentence}>
                      <Sentence text={trafficSentence(family, now, names)} />
                    </p>
                    <p className={styles.why}>
                      <Sentence text={trafficReason(family, now, names)} />
                    </p>
                    <OtherWays texts={otherWays(traffic[family], names)} />
                  </div>
                </div>
              );
            })
          )}
        </div>
        <Button size="small" onClick={onDetails}>
          {words.details}
        </Button>
      </div>
      {after !== null && (
        <div className={styles.after}>
          <Badge appearance="tint" color="brand" icon={<EditRegular />}>
            {words.afterApplying}
          </Badge>
          <span className={styles.afterText}>
            <Sentence text={after} />
          </span>
        </div>
      )}
    </section>
  );
}
