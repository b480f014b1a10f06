// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from './project-paths';
import { exitCodeOf } from './run-command';
import { electronExecutable } from './set-up/electron-runtime';

export interface RunningApp {
  /** The exit code a shell would report. */
  exitCode: Promise<number>;
  end(signal: NodeJS.Signals): void;
}

/** Chromium refuses to start its sandbox as root; everything else stays as strict as for others. */
function sandboxArguments(): string[] {
  if (process.getuid?.() !== 0) return [];
  console.log(
    'Note: running as root, so Chromium starts without its sandbox (--no-sandbox --as-root).',
  );
  return ['--no-sandbox', '--as-root'];
}

/** Starts the bundled app in the Electron runtime; `display` is an X display such as `:99`. */
export function runApp(appArguments: readonly string[], display?: string): RunningApp {
  const app = spawn(electronExecutable(), [projectRoot, ...sandboxArguments(), ...appArguments], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: display === undefined ? process.env : { ...process.env, DISPLAY: display },
  });
  const end = (signal: NodeJS.Signals) => {
    app.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  // Ctrl+C reaches the app by itself; waiting for it here keeps its exit code and its last words.
  for (const signal of signals) process.on(signal, end);
  const exitCode = once(app, 'exit').then((exit) => {
    for (const signal of signals) process.off(signal, end);
    const [code, endedBy] = exit as [number | null, NodeJS.Signals | null];
    return exitCodeOf(code, endedBy);
  });
  return { exitCode, end };
}
