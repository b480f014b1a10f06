// SPDX-License-Identifier: MIT
// The main bundle in plain Node, with a page of Chromium that the test holds at the other end of the IPC channel.

import Module from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { projectFolder } from './app';
import { showPagesBy } from './browser-window';
import { answers, electron } from './electron';
import { Peer } from './peer';

/** What Node keeps to itself about modules. */
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest));

type OfMain = (modules: typeof electron, argument: unknown) => unknown;

showPagesBy(
  new Peer(process, {
    ...answers,
    /** Once the page is ready for it. */
    start: () => {
      load(path.join(projectFolder, 'out/main/index.cjs'), undefined, true);
    },
    /** As Playwright's ElectronApplication.evaluate(). */
    evaluate: (source: string, argument: unknown) =>
      (runInThisContext(`(${source})`) as OfMain)(electron, argument),
  }),
);
process.on('disconnect', () => process.exit());
