// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { architectureNamed } from '../../build/packaging/architecture';
import { packageApp } from '../../build/packaging/package-app';
import { hostPlatform, inOutput, inProject } from '../../build/project-paths';
import { isStandIn } from '../../build/set-up/electron-stand-in';

/** The folder that people get, of the runtime that is here; everything must be built. */
export async function packageForLinux(output: string): Promise<void> {
  const runtime = inProject('node_modules/electron/dist');
  await packageApp({
    platform: 'linux',
    architecture: architectureNamed(process.arch),
    runtime,
    electronVersion: readFileSync(path.join(runtime, 'version'), 'utf8').trim(),
    runtimeAge: isStandIn() ? 'old' : 'current',
    native: inOutput('native', hostPlatform),
    output,
    kind: 'folder',
  });
}
