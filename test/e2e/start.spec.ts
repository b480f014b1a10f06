// SPDX-License-Identifier: MIT
// What happens while the program starts: the window is there before all that answers it is open.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { newUserData, onlyInElectron, projectFolder } from './support/app';

/** Does something with the window in the turn after it was made. */
const atOnce = (action: string) => `
  require('electron').app.on('browser-window-created', (_, window) => {
    setImmediate(() => { ${action} });
  });
`;

/** Runs the program to its end, with some code in main before its own. */
function runWith(code: string) {
  const userData = newUserData();
  const file = path.join(userData, 'before.cjs');
  writeFileSync(file, code);
  const { status, stderr } = spawnSync(
    createRequire(__filename)('electron') as string,
    ['--require', file, projectFolder, '--no-sandbox', '--as-root', '--demo'].concat(
      `--user-data-dir=${userData}`,
    ),
    { cwd: projectFolder, encoding: 'utf8', timeout: 60_000 },
  );
  // Not what Chromium misses on this display, which it says in its own way.
  const errors = stderr.split('\n').filter((line) => /^\w*Error: |destroyed/.test(line));
  return { status, errors };
}

test(
  'a window that is closed before it can be answered ends the program quietly',
  { tag: onlyInElectron },
  () => {
    const { status, errors } = runWith(atOnce('window.close();'));
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  },
);

test('the menu is ours before the window is seen', { tag: onlyInElectron }, () => {
  const { status } = runWith(
    atOnce(`
      const labels = require('electron').Menu.getApplicationMenu().items.map(({ label }) => label);
      require('electron').app.exit(labels.join() === '&File,&View,&Help' ? 42 : 1);
    `),
  );
  expect(status).toBe(42);
});
