// SPDX-License-Identifier: MIT
/** What is burnt into the executable that ships: nothing in the environment or on the command line brings it back. */
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { FuseState } from '@electron/fuses';

/** Every fuse there is. A runtime with one more is refused until it stands here. */
export const fuses: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Faster bounds checks in WebAssembly, which this app has none of: left as Electron ships it.
  [FuseV1Options.WasmTrapHandlers]: true,
};

const everyFuse = Object.values(FuseV1Options).filter((fuse) => typeof fuse !== 'string');

/** The fuses of an executable, as they are; an older runtime has fewer. */
export async function readFuses(
  executable: string,
): Promise<ReadonlyMap<FuseV1Options, FuseState>> {
  const wire: Partial<Record<FuseV1Options, FuseState>> = await getCurrentFuseWire(executable);
  return new Map(
    everyFuse.flatMap((fuse) => {
      const state = wire[fuse];
      return state === undefined ? [] : [[fuse, state] as const];
    }),
  );
}

/** Sets all of them, or of an old runtime those it has. Throws when there is one that is not known here. */
export async function setFuses(executable: string, runtime: 'current' | 'old'): Promise<void> {
  const present = runtime === 'old' ? [...(await readFuses(executable)).keys()] : everyFuse;
  const settings = Object.fromEntries(present.map((fuse) => [fuse, fuses[fuse]]));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...(settings as typeof fuses),
  });
}
