// SPDX-License-Identifier: MIT
import { carriersOf } from '../../../electron/contract/carriers';
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useState } from 'react';
import { families } from '../../../electron/contract/family';
import type { Preview } from '../../../electron/contract/preview';
import { Sentence } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { hasMoreToSay, statusSentences } from '../../traffic/status-text';
import {
  cutOffReason,
  otherWays,
  trafficReason,
  trafficSentence,
} from '../../../electron/texts/traffic-text';
import type { TrafficNames } from '../../../electron/texts/traffic-text';

const words = messages.internetTraffic;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  mark: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  // Where the window is narrow, what asks for details goes below.
  texts: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '260px',
    minWidth: 0,
    maxWidth: 'calc(100% - 44px)',
  },
  lead: {
    ...typographyStyles.subtitle1,
    margin: 0,
    paddingTop: '2px',
    fontWeight: tokens.fontWeightRegular,
  },
  more: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  bar: { flexGrow: 1, minWidth: 0 },
  toggle: { flexShrink: 0, marginTop: '4px' },
  details: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    paddingLeft: '44px',
    '@media (max-width: 559px)': { paddingLeft: 0 },
    color: tokens.colorNeutralForeground2,
  },
  fact: { margin: 0 },
  others: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  link: { minHeight: '24px' },
});

interface TrafficProps {
  readonly preview: Preview;
  readonly names: TrafficNames;
}

/** Where traffic goes, in as few sentences as are true; a danger notice where it goes nowhere. */
function Status({ preview, names }: TrafficProps) {
  const styles = useStyles();
  const { traffic } = preview;
  if (families.every((family) => carriersOf(traffic[family].now).length === 0)) {
    return (
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{words.nowhereAtAll}</MessageBarTitle>{' '}
          <Sentence text={cutOffReason(traffic, names)} />
        </MessageBarBody>
      </MessageBar>
    );
  }
  const [lead, ...more] = statusSentences(preview, 'now', names);
  return (
    <>
      <span className={styles.mark}>
        <ArrowRoutingRegular fontSize={20} />
      </span>
      <div className={styles.texts}>
        <p className={styles.lead}>
          <Sentence text={lead} />
        </p>
        {more.map((text) => (
          <p key={text} className={styles.more}>
            <Sentence text={text} />
          </p>
        ))}
      </div>
    </>
  );
}

interface TrafficDetailsProps extends TrafficProps {
  readonly id: string;
  readonly onShowRoutes: () => void;
}

/** Of each family which way it goes, why, and what goes another way. */
function TrafficDetails({ id, preview, names, onShowRoutes }: TrafficDetailsProps) {
  const styles = useStyles();
  return (
    <div id={id} className={styles.details}>
      {families.map((family) => {
        const { now } = preview.traffic[family];
        const others = otherWays(preview.traffic[family], names);
        return (
          <div key={family}>
            <p className={styles.fact}>
              <Sentence text={trafficSentence(family, now, names)} />{' '}
              <Sentence text={trafficReason(family, now, names)} />
            </p>
            {others.length > 0 && (
              <ul className={styles.others}>
                {others.map((text) => (
                  <li key={text}>
                    <Sentence text={text} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
      <Link as="button" className={styles.link} onClick={onShowRoutes}>
        {words.showRoutes}
      </Link>
    </div>
  );
}

interface NowProps extends TrafficProps {
  readonly onShowRoutes: () => void;
}

/** Where traffic goes now, and why when asked for. */
export function Now({ preview, names, onShowRoutes }: NowProps) {
  const styles = useStyles();
  const detailsId = useId('details');
  const [choice, setChoice] = useState<boolean | null>(null);
  const isOpen = choice ?? hasMoreToSay(preview, names);
  return (
    <section aria-label={words.now} className={styles.section}>
      <div className={styles.head}>
        <Status preview={preview} names={names} />
        <Button
          size="small"
          appearance="subtle"
          className={styles.toggle}
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => {
            setChoice(!isOpen);
          }}
        >
          {words.details}
        </Button>
      </div>
      {isOpen && (
        <TrafficDetails
          id={detailsId}
          preview={preview}
          names={names}
          onShowRoutes={onShowRoutes}
        />
      )}
    </section>
  );
}
