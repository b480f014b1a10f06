// SPDX-License-Identifier: MIT
import {
  FluentProvider,
  makeStyles,
  PositioningConfigurationProvider,
  tokens,
} from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { BridgeProvider } from '../bridge/bridge';
import { EditsProvider } from '../changes/edits-context';
import { ReviewProvider } from '../changes/review-context';
import { TrafficChoicesProvider } from '../traffic/traffic-choices';
import { SupportRequestProvider } from '../pages/support/support-request';
import { WaitingSetsProvider } from '../pages/support/waiting-sets';
import { Announcer } from '../ui/Announcer';
import { DetailsProvider } from '../ui/details-context';
import { fitToWindow } from './fit-to-window';
import { AppLayout } from './AppLayout';
import { SelectionProvider } from '../adapters/selection-context';
import { KnownAdaptersProvider } from '../adapters/known-adapters';
import { PageChoiceProvider } from '../ui/page-choice';
import { TitleBar } from './TitleBar';
import { useTheme } from './use-theme';

interface AppProps {
  readonly bridge: IpcBridge;
  readonly queryClient: QueryClient;
}

const useStyles = makeStyles({
  /** Of the same theme as what stands on it, at every moment; on the system's material there is none (page.css). */
  provider: { backgroundColor: tokens.colorNeutralBackground2 },
  window: { display: 'flex', flexDirection: 'column', height: '100%' },
});

/** Everything below wears the system's looks. */
function Themed({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={useTheme()} className={styles.provider}>
      <PositioningConfigurationProvider value={fitToWindow}>
        <Announcer>
          <div className={styles.window}>
            <TitleBar />
            {children}
          </div>
        </Announcer>
      </PositioningConfigurationProvider>
    </FluentProvider>
  );
}

/** The window with everything its parts share. */
export function App({ bridge, queryClient }: AppProps) {
  return (
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={queryClient}>
        <Themed>
          <KnownAdaptersProvider>
            <EditsProvider>
              <ReviewProvider>
                <PageChoiceProvider>
                  <DetailsProvider>
                    <SelectionProvider>
                      <TrafficChoicesProvider>
                        <SupportRequestProvider>
                          <WaitingSetsProvider>
                            <AppLayout />
                          </WaitingSetsProvider>
                        </SupportRequestProvider>
                      </TrafficChoicesProvider>
                    </SelectionProvider>
                  </DetailsProvider>
                </PageChoiceProvider>
              </ReviewProvider>
            </EditsProvider>
          </KnownAdaptersProvider>
        </Themed>
      </QueryClientProvider>
    </BridgeProvider>
  );
}
