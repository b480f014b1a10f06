// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { BundledPackages } from '../../../build/licences';
import { inProject } from '../../../build/project-paths';

const folder = mkdtempSync(path.join(tmpdir(), 'licences-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the record of what is shipped', () => {
  it('names the packages whose code is in the bundle, with their licence, and no others', async () => {
    const entry = path.join(folder, 'entry.ts');
    writeFileSync(
      entry,
      [
        `import { z } from '${inProject('node_modules/zod')}';`,
        `import { QueryClient } from '${inProject('node_modules/@tanstack/query-core')}';`,
        'export type Unused = QueryClient;',
        'export const schema = z.string();',
      ].join('\n'),
    );
    const packages = new BundledPackages();
    await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [packages.plugin()],
      build: { write: false, lib: { entry, formats: ['cjs'] } },
    });
    const parts = packages.parts();
    expect(parts.map(({ name }) => name)).toEqual(['zod']);
    expect(parts[0]?.licence).toBe('MIT');
    expect(parts[0]?.text).toContain('Permission is hereby granted');
  });
});
