// SPDX-License-Identifier: MIT
// The part of a report that can be compared, inside the page that people read: packed, so that it weighs little, and
// read without looking at any markup.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Report } from './report';

const name = 'interface-panel-report';

/** It is near the beginning, whatever follows. */
const packed = new RegExp(`<meta name="${name}" content="([A-Za-z0-9+/=]*)">`);

/** The element that holds it: adapters and IP interfaces, without the lists that can be long. */
export function packReport(report: Report): string {
  const { snapshot } = report;
  const short = { unicastAddresses: [], routes: [], rules: [], dnsServers: [], ipsecPolicies: [] };
  const text = JSON.stringify({ ...report, snapshot: { ...snapshot, ...short }, log: [] });
  return `<meta name="${name}" content="${deflateRawSync(text).toString('base64')}">`;
}

/**
 * The JSON text in a page, of at most `limit` bytes; null where there is none.
 * Whatever the page holds besides is not looked at.
 */
export function unpackReport(page: string, limit: number): string | null {
  const [, content] = packed.exec(page) ?? [];
  if (content === undefined) return null;
  try {
    const bytes = inflateRawSync(Buffer.from(content, 'base64'), { maxOutputLength: limit });
    return bytes.toString('utf8');
  } catch {
    return null;
  }
}
