// SPDX-License-Identifier: MIT
import { useEffect, useState } from 'react';

/** Whether something took longer than a blink; what comes quicker needs no picture of waiting. */
export function useIsSlow(milliseconds: number): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [milliseconds]);
  return isSlow;
}
