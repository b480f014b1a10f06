// SPDX-License-Identifier: MIT
// What a file that somebody brings is: a saved set or a report. Nothing of it is believed before a schema has seen it.

import { parseJson } from '../files/json-file';
import { maxOpenedBytes } from '../contract/support';
import type { SavedSetDefect } from '../contract/support';
import { parseReport } from './comparison';
import type { ComparableReport } from './comparison';
import { unpackReport } from './packed-report';
import { reportFormat } from './report';
import { parseSavedSet } from './saved-set';
import type { SavedSet } from './saved-set';

/** What a file holds. */
export type OpenedFile =
  | { readonly set: SavedSet }
  | { readonly report: ComparableReport }
  | { readonly defect: SavedSetDefect };

const isPage = (text: string) => /^\s*<!doctype html/i.test(text.slice(0, 100));

function isReport(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === reportFormat
  );
}

/** Reads the text of a file. Of a page only the part that is packed in it is looked at. */
export function readOpened(text: string): OpenedFile {
  const json = isPage(text) ? unpackReport(text, maxOpenedBytes) : text;
  if (json === null) return { defect: 'not-a-set' };
  const content = parseJson(json);
  if ('defect' in content) return content;
  return isReport(content.value) ? parseReport(content.value) : parseSavedSet(content.value);
}
