// SPDX-License-Identifier: MIT
// Files for support: where they go and where they come from is asked here, never told by the page.

import path from 'node:path';
import { causeText } from '../contract/cause-text';
import type { HistoryEntry, HistoryPart } from '../contract/history';
import type { Snapshot } from '../contract/snapshot';
import { fileExtension, maxOpenedBytes } from '../contract/support';
import type {
  Comparison,
  EditsToSave,
  OpenedSet,
  OpenResult,
  ReportRequest,
  SavedFile,
} from '../contract/support';
import { Folder } from '../files/folder';
import { readTextFile } from '../files/json-file';
import { appFailure } from '../base/app-failure';
import { compareReport } from './comparison';
import type { ComparableReport } from './comparison';
import { htmlReport } from './html-report';
import { readOpened } from './opened-file';
import type { OpenedFile } from './opened-file';
import { makeReport } from './report';
import { changesInReport } from './report-overview';
import { logEntries, namesOfPerson } from './report-log';
import type { Circumstances } from './report-overview';
import { fitSavedSet, makeSavedSet } from './saved-set';
import type { SavedSet } from './saved-set';
import { messages } from '../language/messages';

/** Sets that are asked about again; those of before were dealt with. */
const mostSets = 16;

/** A kind of file, as a dialog offers to save it. */
export interface FileKind {
  readonly name: 'json' | 'html' | 'edits';
  readonly extension: string;
}

const kinds = {
  json: { name: 'json', extension: 'json' },
  html: { name: 'html', extension: 'html' },
  edits: { name: 'edits', extension: fileExtension },
} as const satisfies Record<string, FileKind>;

/** What somebody may have sent: edits, reports, and edits as their files were called before. */
const openedExtensions = [...Object.values(kinds).map(({ extension }) => extension), 'ipedits'];

/** The dialogs for choosing a file; null: the user chose none. */
export interface FileDialogs {
  askWhereToSave(suggestedName: string, kind: FileKind): Promise<string | null>;
  askWhatToOpen(extensions: readonly string[]): Promise<string | null>;
  /** Shows a file in the system's own file manager. */
  showInFolder(file: string): void;
}

export interface SupportOptions {
  readonly computer: string;
  readonly programVersion: string;
  readonly snapshot: () => Promise<Snapshot>;
  /** Which way internet traffic goes there. */
  readonly traffic: (snapshot: Snapshot) => Circumstances['traffic'];
  /** Some transactions of the journal, oldest first; rejects where it can't be read. */
  readonly historyPage: (first: number, count: number) => Promise<HistoryPart>;
  readonly dialogs: FileDialogs;
  readonly now: () => Date;
  /** The file that the system gave the program to open; null: none, or taken already. */
  readonly takeGiven: () => string | null;
  /** The last lines of the log, oldest first. */
  readonly logLines: () => Promise<readonly string[]>;
}

interface KnownSet {
  readonly name: string;
  readonly set: SavedSet;
}

/** 2026-11-26 14.05, which every file system takes. */
function fileTime(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
}

/** Writes where the user chose, whatever lies there. */
async function writeChosen(file: string, content: string): Promise<void> {
  const folder = await Folder.open(path.dirname(file), { noLink: false });
  try {
    await folder.replace(path.basename(file), content);
  } finally {
    await folder.close();
  }
}

/** Reports and saved sets of one run. */
export class Support {
  readonly #options: SupportOptions;
  readonly #sets = new Map<number, KnownSet>();
  #lastId = 0;
  /** What was saved last and not shown since; its path stays on this side of the border. */
  #saved: string | null = null;

  constructor(options: SupportOptions) {
    this.#options = options;
  }

  get computer(): string {
    return this.#options.computer;
  }

  /** Asks where, and writes a report there. @throws {AppFailure} when it cannot be written. */
  async saveReport({ scope, format, isMasked }: ReportRequest): Promise<SavedFile | null> {
    const { computer, programVersion, traffic, now } = this.#options;
    const createdAt = now().toISOString();
    const origin = { computer, createdAt, programVersion };
    const history = await this.#lastChanges().catch(() => null);
    const snapshot = await this.#options.snapshot();
    const log = logEntries(await this.#options.logLines().catch(() => []));
    const circumstances = { traffic: traffic(snapshot), history, log, person: namesOfPerson() };
    const report = makeReport(snapshot, circumstances, origin, scope, isMasked);
    const name = isMasked ? messages.files.maskedReport : messages.files.report({ computer });
    return this.#save(name, kinds[format], () =>
      format === 'html' ? htmlReport(report) : `${JSON.stringify(report, null, 2)}\n`,
    );
  }

  /** Asks where, and writes edits there as a saved set. @throws {AppFailure} when it cannot be written. */
  async saveEdits(edits: EditsToSave): Promise<SavedFile | null> {
    const { computer, snapshot, now } = this.#options;
    const savedAt = now().toISOString();
    const set = makeSavedSet(edits, await snapshot(), { computer, savedAt });
    if (set.edits.length === 0) throw appFailure('not-found', 'None of the adapters is there.');
    return this.#save(
      messages.files.savedSet({ computer }),
      kinds.edits,
      () => `${JSON.stringify(set, null, 2)}\n`,
    );
  }

  /** Shows in its folder what was saved last. A page that has been taken over can have that once for each file. */
  showSaved(): void {
    const file = this.#saved;
    this.#saved = null;
    if (file === null) throw appFailure('not-found', 'Nothing was saved since.');
    this.#options.dialogs.showInFolder(file);
  }

  /** Asks which file, and reads it; nothing is changed by it. */
  async openFile(): Promise<OpenResult> {
    const file = await this.#options.dialogs.askWhatToOpen(openedExtensions);
    return file === null ? null : this.#openPath(file);
  }

  /** Reads what the user let fall on the window. */
  openText(name: string, text: string): Promise<OpenResult> {
    return this.#opened(name, readOpened(text));
  }

  /** Reads the file that the system gave the program to open, once. */
  async takeGiven(): Promise<OpenResult> {
    const file = this.#options.takeGiven();
    return file === null ? null : this.#openPath(file);
  }

  /** How a set that was opened before fits now; null: it is not remembered. */
  async fitAgain(id: number): Promise<OpenedSet | null> {
    const known = this.#sets.get(id);
    return known ? this.#fitted(id, known) : null;
  }

  /** Oldest first. */
  async #lastChanges(): Promise<readonly HistoryEntry[]> {
    const { historyPage } = this.#options;
    const { total } = await historyPage(0, 1);
    const first = Math.max(0, total - changesInReport);
    return (await historyPage(first, changesInReport)).entries;
  }

  async #openPath(file: string): Promise<OpenResult> {
    const content = await readTextFile(file, maxOpenedBytes);
    const name = path.basename(file);
    if ('text' in content) return this.#opened(name, readOpened(content.text));
    const defect = content.defect === 'missing' ? 'unreadable' : content.defect;
    return { kind: 'unusable', name, defect };
  }

  async #opened(name: string, file: OpenedFile): Promise<OpenResult> {
    if ('defect' in file) return { kind: 'unusable', name, defect: file.defect };
    if ('report' in file) return this.#compared(name, file.report);
    const id = ++this.#lastId;
    const known = { name, set: file.set };
    this.#sets.set(id, known);
    for (const old of this.#sets.keys()) if (old <= id - mostSets) this.#sets.delete(old);
    return this.#fitted(id, known);
  }

  async #compared(name: string, report: ComparableReport): Promise<Comparison> {
    const { computer, createdAt, isMasked, snapshot } = report;
    return {
      kind: 'compared',
      name,
      computer,
      isOtherComputer: computer !== this.#options.computer,
      savedAt: createdAt,
      stack: snapshot.stack,
      isMasked,
      ...compareReport(report, await this.#options.snapshot()),
    };
  }

  async #fitted(id: number, { name, set }: KnownSet): Promise<OpenedSet> {
    const { computer, savedAt } = set;
    return {
      kind: 'opened',
      id,
      name,
      computer,
      isOtherComputer: computer !== this.#options.computer,
      savedAt,
      ...fitSavedSet(set, await this.#options.snapshot()),
    };
  }

  async #save(name: string, kind: FileKind, content: () => string): Promise<SavedFile | null> {
    const { dialogs, now } = this.#options;
    const plainName = `${name} ${fileTime(now())}`.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_');
    const file = await dialogs.askWhereToSave(`${plainName}.${kind.extension}`, kind);
    if (file === null) return null;
    try {
      await writeChosen(file, content());
    } catch (cause) {
      const why = causeText(cause);
      throw appFailure('file', `${file} could not be written. ${why}`);
    }
    this.#saved = file;
    return { name: path.basename(file), folder: path.basename(path.dirname(file)) };
  }
}
