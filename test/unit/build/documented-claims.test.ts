// SPDX-License-Identifier: MIT
// What the documents claim names the test that holds it; each of them must exist.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/project-paths';

interface Claim {
  readonly file: string;
  readonly name: string;
}

function claimsOf(document: string): Claim[] {
  const text = readFileSync(inProject('docs', document), 'utf8');
  const claims = text.matchAll(/`(test\/[^`]+)`:\s+"([^"]+)"/g);
  return [...claims].map(([, file = '', name = '']) => ({ file, name: name.replace(/\s+/g, ' ') }));
}

describe.each(['attack-surface.md', 'known-issues.md'])('%s', (document) => {
  const claims = claimsOf(document);

  it('names tests', () => {
    expect(claims.length).toBeGreaterThan(4);
  });

  it.each(claims)('$file holds "$name"', ({ file, name }) => {
    const isThere = existsSync(inProject(file));
    expect(isThere).toBe(true);
    expect(readFileSync(inProject(file), 'utf8')).toContain(name);
  });
});
