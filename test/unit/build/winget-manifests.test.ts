// SPDX-License-Identifier: MIT
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWingetManifests } from '../../../build/packaging/winget-manifests';
import { versionOfProject } from '../../../build/project-paths';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'winget-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the manifests for winget', () => {
  it('name the version, and each installer’s processor, address and hash', () => {
    writeFileSync(path.join(folder, 'a-x64.exe'), 'abc');
    writeFileSync(path.join(folder, 'a-arm64.exe'), '');
    const output = writeWingetManifests(folder, 'https://example.org/releases');
    const texts = readdirSync(output).map((name) => readFileSync(path.join(output, name), 'utf8'));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toContain(`PackageVersion: '${versionOfProject()}'`);
    const all = texts.join('');
    const installer = (architecture: string, hash: string) =>
      [
        `  - Architecture: ${architecture}`,
        `    InstallerUrl: 'https://example.org/releases/download/v${versionOfProject()}/a-${architecture}.exe'`,
        `    InstallerSha256: '${hash}'`,
      ].join('\n');
    // FIPS 180-2, appendix B.1, and the well-known hash of nothing.
    const hashOfAbc = 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD';
    const hashOfNothing = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855';
    expect(all).toContain(installer('x64', hashOfAbc));
    expect(all).toContain(installer('arm64', hashOfNothing));
    expect(all).not.toMatch(/@\w+@/);
  });

  it.each(['x64', 'arm64'])('are not made without one installer for %s', (architecture) => {
    for (const one of ['x64', 'arm64'].filter((other) => other !== architecture)) {
      writeFileSync(path.join(folder, `a-${one}.exe`), '');
    }
    const problem = `one installer for ${architecture}`;
    expect(() => writeWingetManifests(folder, '')).toThrow(problem);
    for (const name of ['a', 'b'])
      writeFileSync(path.join(folder, `${name}-${architecture}.exe`), '');
    expect(() => writeWingetManifests(folder, '')).toThrow(problem);
  });
});
