// SPDX-License-Identifier: MIT
/**
 * `tsx build/packaging/winget-manifests.ts <folder of the installers>`: fills in the templates of build/packaging/winget for
 * the installers there, into its folder `winget`. The environment names the repository as GitHub Actions does.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, versionOfProject } from '../project-paths';
import { architectures } from './architecture';
import type { Architecture } from './architecture';
import { runScript, SetUpProblem } from '../set-up/set-up-problem';

const templates = inProject('build/packaging/winget');

/** What the templates say of the installer for one processor. Throws a SetUpProblem unless there is one. */
function installerFor(
  architecture: Architecture,
  folder: string,
  releases: string,
): readonly (readonly [string, string])[] {
  const ending = `-${architecture}.exe`;
  const [installer, another] = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (installer === undefined || another !== undefined) {
    throw new SetUpProblem(`There has to be one installer for ${architecture} in ${folder}.`);
  }
  const contents = readFileSync(path.join(folder, installer));
  const suffix = architecture.toUpperCase();
  const address = `${releases}/download/v${versionOfProject()}/${encodeURIComponent(installer)}`;
  return [
    [`URL_${suffix}`, address],
    [`SHA256_${suffix}`, createHash('sha256').update(contents).digest('hex').toUpperCase()],
  ];
}

/** Writes the manifests for the installers of a folder, and returns where they are. Throws a SetUpProblem without them. */
export function writeWingetManifests(folder: string, releases: string): string {
  const values = new Map([
    ['VERSION', versionOfProject()],
    ...architectures.flatMap((architecture) => installerFor(architecture, folder, releases)),
  ]);
  const output = path.join(folder, 'winget');
  mkdirSync(output, { recursive: true });
  for (const name of readdirSync(templates)) {
    const template = readFileSync(path.join(templates, name), 'utf8');
    const filled = template.replace(/@(\w+)@/g, (_, key: string) => {
      const value = values.get(key);
      if (value === undefined) throw new SetUpProblem(`${name}: nothing is known of @${key}@.`);
      return value;
    });
    writeFileSync(path.join(output, name), filled);
  }
  return output;
}

if (require.main === module) {
  void runScript(() => {
    const { GITHUB_SERVER_URL = '', GITHUB_REPOSITORY = '' } = process.env;
    const releases = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/releases`;
    console.log(writeWingetManifests(path.resolve(process.argv[2] ?? ''), releases));
    return Promise.resolve(0);
  });
}
