// SPDX-License-Identifier: MIT
import { lazy, useEffect, useState } from 'react';
import type { ComponentType } from 'react';

/** Milliseconds after which the window has drawn its first picture and has time. */
const afterFirstPicture = 1_000;

interface LaterComponent<Props> {
  /** Shows the component, loading it if need be. */
  readonly Component: ComponentType<Props>;
  /** Loads it soon, without being asked for. */
  readonly useLoading: () => void;
}

/**
 * A component that is no part of what the first picture waits for. Once it is loaded it is drawn at once:
 * React would hold back one that it has to wait for, however shortly, by 300 ms.
 */
export function loadLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Waiting = lazy(async () => ({ default: await loadOnce() }));

  function Component(props: Props) {
    // One and the same for as long as it is shown: another would begin anew.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
    return <Shown {...props} />;
  }

  function useLoading(): void {
    useEffect(() => {
      const timer = setTimeout(() => void loadOnce(), afterFirstPicture);
      return () => {
        clearTimeout(timer);
      };
    }, []);
  }
  return { Component, useLoading };
}
