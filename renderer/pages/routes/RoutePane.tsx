// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { Fact, Facts } from '../../ui/Facts';
import { messages } from '../../../electron/language/messages';
import { Pane } from '../../ui/Pane';
import { routeFacts } from './route-facts';
import { rowAdaptersText, destinationText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';

const words = messages.routes;

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
});

interface RoutePaneProps {
  readonly row: RouteRow;
  /** Whether focus goes into the pane. */
  readonly movesFocus: boolean;
  readonly onClose: () => void;
}

/** Everything that is known of one route. */
export function RoutePane({ row, movesFocus, onClose }: RoutePaneProps) {
  const styles = useStyles();
  const isLinux = useEnvironment()?.stack === 'linux';
  const closeButton = useRef<HTMLElement>(null);
  useEffect(() => {
    if (movesFocus) closeButton.current?.focus();
  }, [movesFocus, row.id]);
  return (
    <Pane
      label={words.details({ destination: destinationText(row), adapter: rowAdaptersText(row) })}
      title={destinationText(row)}
      subtitle={words.through({ adapters: rowAdaptersText(row) })}
      onClose={onClose}
      closeButtonRef={closeButton}
    >
      <div className={styles.body}>
        <Facts>
          {routeFacts(row, isLinux).map(([term, text]) => (
            <Fact key={term} term={term}>
              <bdi>{text}</bdi>
            </Fact>
          ))}
        </Facts>
      </div>
    </Pane>
  );
}
