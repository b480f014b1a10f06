// SPDX-License-Identifier: MIT
import { useEffect, useState } from 'react';

/** The current time, renewed while the component is there. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

/** Whole seconds until a moment, in milliseconds, never below 0, counted down. */
export function useTimeLeft(deadlineAt: number): number {
  return Math.max(0, Math.ceil((deadlineAt - useNow()) / 1000) * 1000);
}
