// SPDX-License-Identifier: MIT
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { Suspense, use, useCallback } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useFold } from '../../../renderer/ui/use-fold';

afterEach(cleanup);

describe('useFold', () => {
  it('makes each result from the one before, once, and draws nothing again for it', () => {
    let drawings = 0;
    const seen = renderHook(
      ({ word }) => {
        drawings += 1;
        return useFold<readonly string[]>(useCallback((before = []) => [...before, word], [word]));
      },
      { initialProps: { word: 'one' } },
    );
    const first = seen.result.current;
    seen.rerender({ word: 'one' });
    expect(seen.result.current).toBe(first);
    seen.rerender({ word: 'two' });
    expect(seen.result.current).toEqual(['one', 'two']);
    expect(drawings).toBe(3);
  });

  it('makes nothing from a result that was not drawn', async () => {
    const never = new Promise<string>(() => undefined);
    const come = Promise.resolve('come');
    function Words({ word, wait }: { readonly word: string; readonly wait: Promise<string> }) {
      const words = useFold<readonly string[]>(
        useCallback((before = []) => [...before, word], [word]),
      );
      return `${words.join(' ')} ${use(wait)}`;
    }
    const drawn = (word: string, wait: Promise<string>) => (
      <Suspense>
        <Words word={word} wait={wait} />
      </Suspense>
    );
    const { rerender } = render(null);
    const draw = async (word: string, wait: Promise<string>) => {
      await act(async () => {
        rerender(drawn(word, wait));
        await come;
      });
    };
    await draw('one', come);
    await draw('lost', never);
    await draw('two', come);
    expect(screen.getByText('one two come')).toBeTruthy();
  });
});
