// SPDX-License-Identifier: MIT
import { FluentProvider, useAnnounce } from '@fluentui/react-components';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Announcer } from '../../../renderer/ui/Announcer';
import { announcements } from './render-app';

afterEach(cleanup);

/** Says texts one after the other when it is pressed. */
function Speaker({ texts }: { readonly texts: readonly string[] }) {
  const { announce } = useAnnounce();
  return (
    <button
      onClick={() => {
        for (const text of texts) announce(text);
      }}
    >
      Say it
    </button>
  );
}

describe('what is announced', () => {
  it('ends with one full stop, whether it had one or not', async () => {
    render(
      <FluentProvider>
        <Announcer>
          <Speaker texts={['Reverted. Everything is as before.', '10 seconds left']} />
        </Announcer>
      </FluentProvider>,
    );
    const heard = announcements();
    screen.getByRole('button').click();
    await waitFor(() => {
      expect(heard.join().trim()).toBe('Reverted. Everything is as before. 10 seconds left.');
    });
  });
});
