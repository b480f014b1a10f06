// SPDX-License-Identifier: MIT
/**
 * `tsx build/packaging/winget-manifests.ts <folder of the installer>`: fills in the templates of build/packaging/winget for
 * the installer there, into its folder `winget`. The environment names the repository as GitHub Actions does.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, versionOfProject } from '../project-paths';
import { runScript, SetUpProblem } from '../set-up/set-up-problem';

const templates = inProject('build/packaging/winget');

/** Writes the manifests for the one installer of a folder, and returns where they are. Throws a SetUpProblem without one. */
export function writeWingetManifests(folder: string, releases: string): string {
  const [installer, another] = readdirSync(folder).filter((name) => name.endsWith('.exe'));
  if (installer === undefined || another !== undefined) {
    throw new SetUpProblem(`There has to be one installer in ${folder}.`);
  }
  const contents = readFileSync(path.join(folder, installer));
  const values: Readonly<Record<string, string>> = {
    VERSION: versionOfProject(),
    URL: `${releases}/download/v${versionOfProject()}/${encodeURIComponent(installer)}`,
    SHA256: createHash('sha256').update(contents).digest('hex').toUpperCase(),
  };
  const output = path.join(folder, 'winget');
  mkdirSync(output, { recursive: true });
  for (const name of readdirSync(templates)) {
    const template = readFileSync(path.join(templates, name), 'utf8');
    const filled = template.replace(/@(\w+)@/g, (_, key: string) => {
      const value = values[key];
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
