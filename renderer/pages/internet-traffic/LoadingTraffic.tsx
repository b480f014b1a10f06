// SPDX-License-Identifier: MIT
import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { messages } from '../../../electron/language/messages';
import { useIsSlow } from '../../ui/use-is-slow';

/** What comes quicker than this needs no picture of waiting, in milliseconds. */
const blink = 200;

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  sentence: { height: '28px', maxWidth: '480px' },
  card: { height: '96px' },
});

/** Grey shapes of a sentence and three cards while the network is read. */
export function LoadingTraffic() {
  const styles = useStyles();
  if (!useIsSlow(blink)) return null;
  return (
    <Skeleton
      animation="pulse"
      aria-label={messages.internetTraffic.loading}
      className={styles.block}
    >
      <SkeletonItem className={styles.sentence} />
      {[0, 1, 2].map((card) => (
        <SkeletonItem key={card} className={styles.card} />
      ))}
    </Skeleton>
  );
}
