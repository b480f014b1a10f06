// SPDX-License-Identifier: MIT

const electronPackages = ['electron', 'node:*'];

/**
 * Which way imports run: renderer -> electron/language -> electron/contract <- electron/* -> electron/native.
 * @type {import('./import-boundaries.mjs').Boundary[]}
 */
export const boundaries = [
  {
    from: 'renderer',
    ours: ['renderer', 'electron/contract', 'electron/language'],
    packages: ['react', 'react-dom', '@fluentui/*', '@tanstack/*'],
    why: 'the renderer knows the interface table and the messages of electron/contract and the words of electron/language, nothing of how they come about',
  },
  {
    from: 'electron',
    ours: ['electron'],
    packages: electronPackages,
    why: 'the main process never knows the renderer, and zod stays where untrusted bytes come in: electron/ipc, electron/changes, electron/preferences, electron/reports',
  },
  ...['electron/cli', 'electron/cli.ts'].map((from) => ({
    from,
    ours: [
      'electron',
      ...['field-text', 'error-text', 'isolates', 'time-text'].map((name) => `renderer/ui/${name}`),
      'renderer/interfaces/adapter-name',
      'renderer/internet-traffic/traffic-text',
      'renderer/internet-traffic/typed-host',
      'renderer/changes/warning-text',
      'renderer/changes/read-only-text',
      'renderer/changes/result-text',
      'renderer/history/transaction-text',
      'renderer/lasting/lasting-text',
      'renderer/routes/route-rows',
      'renderer/support/saved-set-text',
    ],
    packages: ['node:*'],
    why: 'the terminal says what the window says, by the same catalogue, and runs in any Node',
  })),
  {
    from: 'electron/contract',
    ours: ['electron/contract'],
    packages: [],
    why: 'the contract runs in every process, so it stands on nothing',
  },
  {
    from: 'electron/language',
    ours: ['electron/language', 'electron/contract'],
    packages: ['intl-messageformat'],
    why: 'window, main and terminal all speak by the catalogues, so they stand on no system',
  },
  ...['electron/ipc', 'electron/changes', 'electron/preferences', 'electron/reports'].map(
    (from) => ({
      from,
      ours: ['electron'],
      packages: [...electronPackages, 'zod'],
      why: 'the main process never knows the renderer',
    }),
  ),
  {
    from: 'build',
    ours: ['build'],
    packages: ['*'],
    why: 'the build must work before the app does',
  },
];
