// SPDX-License-Identifier: MIT
/**
 * Runs inside the stand-in where Electron's own default app would: it takes the command line
 * `electron [-r module]... <app> [arguments]` and loads <app>, as Electron documents it.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';

/** What Node keeps to itself about modules, and Electron's default app uses too. */
interface ModuleLoader {
  _load(file: string, parent: unknown, isMain: boolean): unknown;
  _preloadModules(requests: string[]): void;
}

interface CommandLine {
  preloads: string[];
  appFolder: string | undefined;
  print: 'version' | 'abi' | undefined;
}

function parse(commandLine: readonly string[]): CommandLine {
  const parsed: CommandLine = { preloads: [], appFolder: undefined, print: undefined };
  const rest = commandLine.slice(1);
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '-r' || argument === '--require') {
      const preload = rest.shift();
      if (preload !== undefined) parsed.preloads.push(preload);
    } else if (argument === '--version' || argument === '-v') {
      parsed.print = 'version';
    } else if (argument === '--abi' || argument === '-a') {
      parsed.print = 'abi';
    } else if (!argument.startsWith('-')) {
      parsed.appFolder = path.resolve(argument);
      break;
    }
  }
  return parsed;
}

function takeIdentity(folder: string): void {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    productName?: string;
    version?: string;
  };
  app.setName(description.productName ?? description.name);
  // Electron sets these two from the app's package.json; its types leave them out.
  const identity = app as unknown as {
    setVersion(version: string): void;
    setAppPath(folder: string): void;
  };
  identity.setVersion(description.version ?? '');
  identity.setAppPath(folder);
}

function run({ preloads, appFolder, print }: CommandLine): void {
  const loader = Module as unknown as ModuleLoader;
  if (print !== undefined) {
    console.log(print === 'version' ? `v${process.versions.electron}` : process.versions.modules);
    app.exit(0);
    return;
  }
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  loader._preloadModules(preloads);
  if (appFolder === undefined) {
    console.error('Usage: electron <folder of the app>');
    app.exit(1);
    return;
  }
  takeIdentity(appFolder);
  loader._load(appFolder, Module, true);
}

run(parse(process.argv));
