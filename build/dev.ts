// SPDX-License-Identifier: MIT
/**
 * `npm run dev [-- --demo]`: runs the app and starts it again whenever a bundle changed. There is no
 * development server: the window comes over app:// with its strict policy here too.
 */
import { build } from 'vite';
import type { InlineConfig, Rolldown } from 'vite';
import { runApp } from './run-app';
import type { RunningApp } from './run-app';
import { disownBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { buildNative } from './set-up/native-build';
import { runScript } from './set-up/set-up-problem';
import { provideSystemTools } from './set-up/system-tools';
import { mainBundle, preloadBundle, rendererBundle } from './vite';

/** Builds a bundle now and after every change; `built` is called after each success. */
async function watch(bundle: InlineConfig, built: () => void): Promise<void> {
  const watcher = (await build({
    ...bundle,
    build: { ...bundle.build, watch: {} },
  })) as Rolldown.RolldownWatcher;
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') built();
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'END') resolve();
    });
  });
}

/** Keeps one app running; resolves with its exit code once the user closes it. */
class AppKeeper {
  private app: RunningApp | undefined;
  private restarts = 0;

  constructor(private readonly appArguments: readonly string[]) {}

  /** Closes the app, so that run() starts it again with the new bundles. */
  restart(): void {
    if (this.app === undefined) return;
    this.restarts += 1;
    this.app.end('SIGTERM');
  }

  async run(): Promise<number> {
    for (;;) {
      const restarts = this.restarts;
      this.app = runApp(this.appArguments);
      const exitCode = await this.app.exitCode;
      if (this.restarts === restarts) return exitCode;
    }
  }
}

void runScript(async () => {
  provideSystemTools('start');
  await provideElectron();
  disownBundles();
  await buildNative('app');
  const keeper = new AppKeeper(process.argv.slice(2));
  const bundles = [mainBundle, preloadBundle, rendererBundle];
  await Promise.all(
    bundles.map((bundle) =>
      watch(bundle, () => {
        keeper.restart();
      }),
    ),
  );
  process.exit(await keeper.run());
});
