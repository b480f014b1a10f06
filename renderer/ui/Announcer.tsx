// SPDX-License-Identifier: MIT
import { AnnounceProvider, AriaLiveAnnouncer, useAnnounce } from '@fluentui/react-components';
import type { AnnounceContextValue } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactNode } from 'react';

interface AnnouncerProps {
  readonly children: ReactNode;
}

/**
 * Takes off the full stop that sentences end with: Fluent puts one behind whatever it writes into its live region, which
 * it has where there is no ariaNotify.
 */
function SingleStops({ children }: AnnouncerProps) {
  const { announce } = useAnnounce();
  const value = useMemo(
    (): AnnounceContextValue => ({
      announce: (text, options) => {
        announce('ariaNotify' in document ? text : text.replace(/\.$/, ''), options);
      },
    }),
    [announce],
  );
  return <AnnounceProvider value={value}>{children}</AnnounceProvider>;
}

/** Whatever is inside can say something aloud with `useAnnounce`: a phrase, or sentences with their full stops. */
export function Announcer({ children }: AnnouncerProps) {
  return (
    <AriaLiveAnnouncer>
      <SingleStops>{children}</SingleStops>
    </AriaLiveAnnouncer>
  );
}
