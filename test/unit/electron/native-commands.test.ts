// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { runInNamespace } from './native-namespace';

interface Seen {
  readonly operations: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

describe.runIf(process.platform === 'linux')('commands copied from a plan, run by sh', () => {
  it('leave the kernel as the helper leaves it, there and back', { timeout: 120_000 }, () => {
    const [helper, commands] = ['helper', 'commands'].map(
      (way) => runInNamespace('native-commands-program.ts', way) as readonly Seen[],
    );
    expect(commands).toHaveLength(2);
    commands?.forEach((seen, index) => {
      expect(seen.operations).toBeGreaterThan(2);
      expect(seen.before).toEqual(helper?.[index]?.before);
      expect(seen.after).toEqual(helper?.[index]?.after);
      expect(seen.after).not.toEqual(seen.before);
    });
  });
});
