// SPDX-License-Identifier: MIT
/** What is shipped besides our own code, and by which licence: gathered from what the bundles really hold. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { inOutput, inProject } from './project-paths';

/** As the app's contract has it (`electron/contract/about.ts`). */
interface ShippedPart {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Where main reads it, and what lies beside the packaged program to be read without it. */
export const recordFile = inOutput('about', 'about.json');
export const noticesFile = inOutput('about', 'LICENSES.third-party.txt');

const licenceName = /^(licen[cs]e|copying)/i;

/** The folder of the package that a module belongs to; null: it is ours, or made by the bundler. */
function packageFolderOf(moduleId: string): string | null {
  const [, folder] = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(moduleId) ?? [];
  return folder ?? null;
}

/** By which something may be shipped with the program: they ask for their notice and no more. */
const permittedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** A package as its own folder describes it. @throws {Error} where it names no licence, or one that is not permitted. */
function partOf(folder: string): ShippedPart {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder} does not say by which licence it may be shipped.`);
  }
  if (!permittedLicences.includes(license)) {
    throw new Error(`${name} may not be shipped: its licence is ${license}.`);
  }
  const file = readdirSync(folder).find((one) => licenceName.test(one));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, version, licence: license, text };
}

/** Notes the packages that get into bundles. */
export class BundledPackages {
  readonly #folders = new Set<string>();

  /** Put into each bundle that is shipped. */
  plugin(): Plugin {
    return {
      name: 'bundled-packages',
      generateBundle: (_, bundle) => {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') this.#note(output.modules);
        }
      },
    };
  }

  #note(modules: Readonly<Record<string, { readonly renderedLength: number }>>): void {
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const folder = renderedLength > 0 ? packageFolderOf(id) : null;
      if (folder !== null) this.#folders.add(folder);
    }
  }

  parts(): readonly ShippedPart[] {
    return [...this.#folders].map(partOf);
  }
}

const kept = (file: string) => readFileSync(inProject('build', 'licences', file), 'utf8').trim();

/** What the compiler puts into the native parts: of GCC everywhere, and of MSVC where that builds them. */
function runtimeParts(): readonly ShippedPart[] {
  if (process.platform === 'win32') {
    const licence = 'Microsoft Software License Terms';
    return [{ name: 'Microsoft Visual C++ runtime', version: '', licence, text: '' }];
  }
  return [
    {
      name: 'libstdc++ and libgcc (GCC)',
      version: '',
      licence: 'GPL-3.0-or-later WITH GCC-exception-3.1',
      text: kept('gcc-runtime-library-exception.txt'),
    },
    {
      name: 'GNU C Library',
      version: '',
      licence: 'LGPL-2.1-or-later',
      text: kept('glibc.txt'),
    },
  ];
}

/** What is compiled into the native parts. */
function nativeParts(): readonly ShippedPart[] {
  const inAddon = ['node-addon-api', 'node-api-headers'];
  return [...inAddon.map((name) => partOf(inProject('node_modules', name))), ...runtimeParts()];
}

function noticeOf({ name, version, licence, text }: ShippedPart): string {
  const title = [name, version].filter((one) => one !== '').join(' ');
  return [`${title}: ${licence}`, ...(text === '' ? [] : ['', text])].join('\n');
}

/** Writes what was built of what; `build` tells it from every other. */
export function writeBuildRecord(build: string, bundled: BundledPackages): void {
  const parts = [...bundled.parts(), ...nativeParts(), partOf(inProject('node_modules/electron'))];
  const inOrder = parts.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  mkdirSync(path.dirname(recordFile), { recursive: true });
  writeFileSync(recordFile, JSON.stringify({ build, parts: inOrder }));
  writeFileSync(noticesFile, `${inOrder.map(noticeOf).join(`\n\n${'-'.repeat(78)}\n\n`)}\n`);
}
