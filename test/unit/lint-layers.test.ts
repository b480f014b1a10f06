// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const house = mkdtempSync(path.join(tmpdir(), 'interface-panel-layers-'));

/** A file, what it imports, and the rule that refuses it; none where it may. */
const imports: readonly (readonly [file: string, imported: string, rule: string | null])[] = [
  ['renderer/app/one.tsx', '../../electron/ipc/handle', 'page-knows-the-shared-alone'],
  ['renderer/app/two.tsx', '../../electron/main', 'page-knows-the-shared-alone'],
  ['renderer/app/three.tsx', '../../build/vite', 'product-knows-no-test'],
  ['renderer/app/four.tsx', 'node:fs', 'page-packages'],
  ['renderer/app/five.tsx', 'electron', 'page-packages'],
  ['renderer/app/six.tsx', 'zod', 'page-packages'],
  ['renderer/app/seven.tsx', '../../electron/contract/fields', null],
  ['renderer/app/eight.tsx', '../pages/routes/Page', null],
  ['renderer/app/nine.tsx', '@fluentui/react-components', null],
  ['renderer/bridge/one.ts', '../ui/Thing', 'bridge-stands-below'],
  ['renderer/ui/one.ts', '../adapters/names', 'ui-stands-below'],
  ['renderer/adapters/one.ts', '../traffic/text', 'adapters-stands-below'],
  ['renderer/traffic/one.ts', '../lasting/text', 'traffic-stands-below'],
  ['renderer/lasting/one.ts', '../changes/edit', 'lasting-stands-below'],
  ['renderer/changes/one.ts', '../pages/routes/Page', 'changes-stands-below'],
  ['renderer/pages/history/one.tsx', '../../app/App', 'pages-stands-below'],
  ['renderer/pages/history/two.tsx', '../routes/Page', 'page-knows-no-other'],
  ['renderer/pages/history/three.tsx', '../../changes/edit', null],
  ['electron/contract/one.ts', '../ipc/handle', 'contract-stands-on-nothing'],
  ['electron/contract/two.ts', 'zod', 'contract-stands-on-nothing'],
  ['electron/contract/three.ts', 'node:path', 'contract-stands-on-nothing'],
  ['electron/contract/four.ts', './fields', null],
  ['electron/language/one.ts', '../routes/lookup', 'language-stands-on-contract'],
  ['electron/language/two.ts', 'intl-messageformat', null],
  ['electron/texts/one.ts', 'node:path', 'texts-stand-on-language'],
  ['electron/texts/two.ts', '../language/messages', null],
  ['electron/routes/one.ts', 'node:fs', 'calculating-touches-nothing'],
  ['electron/routes/two.ts', '../native/addon', 'calculating-touches-nothing'],
  ['electron/protocol/one.ts', 'node:child_process', 'calculating-touches-nothing'],
  ['electron/protocol/two.ts', 'node:crypto', null],
  ['electron/journal/one.ts', 'electron', 'node-knows-no-electron'],
  ['electron/cli/one.ts', '../shell/window', 'node-knows-no-electron'],
  ['electron/journal/two.ts', 'zod', null],
  ['electron/interfaces/one.ts', 'zod', 'main-packages'],
  ['electron/ipc/one.ts', 'react', 'border-packages'],
  ['electron/shell/one.ts', '../../renderer/app/App', 'main-knows-no-page'],
  ['electron/shell/two.ts', 'electron', null],
  ['electron/shell/three.ts', './nowhere', 'no-unresolved'],
  ['electron/preload.ts', './native/addon', 'preload-is-the-bridge'],
  ['build/one.ts', '../electron/contract/fields', 'build-stands-alone'],
];

const targets = [
  ...[
    'ipc/handle',
    'main',
    'contract/fields',
    'routes/lookup',
    'language/messages',
    'native/addon',
  ],
  'shell/window',
].map((file) => `electron/${file}.ts`);
const pageTargets = ['ui/Thing', 'adapters/names', 'traffic/text', 'lasting/text', 'changes/edit']
  .concat('pages/routes/Page', 'app/App')
  .map((file) => `renderer/${file}.ts`);

function write(file: string, text: string): void {
  const place = path.join(house, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** Builds a house of these files alone. */
function build(): void {
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  for (const target of [...targets, ...pageTargets, 'build/vite.ts']) {
    write(target, 'export const x = 1;');
  }
  for (const [file, imported] of imports) write(file, `import '${imported}';`);
  write('electron/shell/chicken.ts', "import './egg';");
  write('electron/shell/egg.ts', "import type {} from './chicken';");
  write('electron/kept/nobody.ts', 'export const x = 1;');
  cpSync(path.join(root, 'build/tsconfig.base.json'), path.join(house, 'build/tsconfig.base.json'));
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What the linter says of the house. */
function violations(): readonly Violation[] {
  const linter = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = path.join(root, 'build/lint/layers.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [linter, '--config', rules, '--output-type', 'json', 'electron', 'renderer', 'build'],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const told = JSON.parse(stdout) as { readonly summary: { readonly violations: Violation[] } };
  return told.summary.violations;
}

describe('layers', () => {
  const refused = new Map<string, string[]>();

  beforeAll(() => {
    build();
    for (const { from, rule } of violations()) {
      refused.set(from, [...(refused.get(from) ?? []), rule.name]);
    }
  }, 120_000);

  afterAll(() => {
    rmSync(house, { recursive: true });
  });

  it.each(imports.filter(([, , rule]) => rule !== null))(
    'refuse in %s: %s, by %s',
    (file, _imported, rule) => {
      expect(refused.get(file)).toContain(rule);
    },
  );

  it.each(imports.filter(([, , rule]) => rule === null))('allow in %s: %s', (file) => {
    expect(refused.get(file)).toBeUndefined();
  });

  it('refuse two files that need each other, be it for a type', () => {
    expect(refused.get('electron/shell/chicken.ts')).toContain('no-cycle');
  });

  it('refuse a file that nobody imports', () => {
    expect(refused.get('electron/kept/nobody.ts')).toEqual(['no-orphan']);
  });
});
