// SPDX-License-Identifier: MIT
// Of the rooms in rooms.ts, what no mutator of Stryker makes: another number, a quantifier, one name in place of another,
// a call that is left out or goes elsewhere. Schemas (payloads.ts) it hardly loosens, and as they are made while their
// module loads, each of its mutants would take all tests of the way in. The rest needs tests that are slow: those that
// run whole transactions, or wait for files.

import { mutationsOf } from './mutation';
import type { Mutation } from './mutation';

const ipcTests = 'test/unit/electron/ipc-{handle,payloads,payload-size}';
const installTests = 'test/unit/electron/permission';
const journalTests = 'test/unit/electron/journal';
const nameTests = 'test/unit/electron/domain-name';
const lastingTests = 'test/unit/electron/{lasting-codecs,lasting-changes,lasting-settings}';
const transactionTests =
  'test/unit/electron/{changes,frames,history,kept-settings,plan,restore,transaction}';
const stoppingTests = 'test/unit/electron/stopping-lasting';
const handlerTests = 'test/unit/electron/handlers';
const savedSetTests = 'test/unit/electron/saved-set';
const lookupTests = 'test/unit/electron/name-lookups';

/** Decisions of the main process, each taken out of the code once. */
export const mainMutations: readonly Mutation[] = [
  ...mutationsOf('electron/ipc/payloads.ts', ipcTests, [
    ['  .regex(/^[1-9]\\d{0,19}$/, { abort: true })', ''],
    [".refine((text) => BigInt(text) <= largestLuid, 'A LUID has 64 bits')", ''],
    ['const family = z.enum(families);', 'const family = z.string() as never as z.ZodEnum<never>;'],
    ['const deadline = z.literal(deadlines);', 'const deadline = z.int() as never;'],
    ["\n  .refine((text) => parseAddress(text) !== null, 'Not an IP address')", ''],
    ['.max(46 + 256)', ''],
    [
      'const transactionId = z.string().regex(/^[0-9a-f]{32}$/);',
      'const transactionId = z.string();',
    ],
    [
      '.strictObject({ luid, family, field: fieldName, expected',
      '.object({ luid, family, field: fieldName, expected',
    ],
    [
      'fieldValueProblem(operation.field, operation.family, stack, operation.value) === null',
      'true',
    ],
    ['    .array(operationFor(stack))\n    .max(maxOperations)', '    .array(operationFor(stack))'],
    ['areAllDifferent(operations.map(fieldKeyId))', 'true'],
    ['areAllDifferent(keys.map(fieldKeyId))', 'true'],
    [".refine(areAllDifferent, 'A setting is named twice')", ''],
    ['.array(z.string().regex(/^[0-9a-f]{32}$/))', '.array(z.string())'],
    ['lasting: z.enum(lastingChoices),', 'lasting: z.string() as never as z.ZodEnum<never>,'],
    [
      '.array(z.strictObject({ luid, family, field: fieldName, value',
      '.array(z.object({ luid, family, field: fieldName, value',
    ],
    ['.strictObject({\n      ...wantedFor(stack),', '.object({\n      ...wantedFor(stack),'],
    ['z.strictObject(wantedFor(stack))', 'z.object(wantedFor(stack))'],
    ['addresses: z.array(address).max(maxAddresses)', 'addresses: z.array(address)'],
    [
      'kinds: z.record(luid, z.enum(adapterKinds))',
      'kinds: z.record(z.string(), z.enum(adapterKinds))',
    ],
    ['kinds: z.record(luid, z.enum(adapterKinds))', 'kinds: z.record(luid, z.string())'],
    [
      'scope: z.array(z.strictObject({ luid, family })).min(1)',
      'scope: z.array(z.strictObject({ luid, family }))',
    ],
    ['const restoreRequest = z.strictObject(', 'const restoreRequest = z.object('],
    ['const storedEdit = z.strictObject(', 'const storedEdit = z.object('],
    ['draft: z.string().max(64)', 'draft: z.string()'],
    ['z.array(storedEdit).max(maxOperations)', 'z.array(storedEdit)'],
    ["close: payload([z.enum(['keep', 'revert'])])", 'close: payload([z.string()])'],
    ['page: payload([z.int().min(0), ', 'page: payload([z.int(), '],
    ['z.int().min(1).max(maxHistoryPage)', 'z.int().max(maxHistoryPage)'],
    ['z.int().min(1).max(maxHistoryPage)', 'z.int().min(1)'],
    ['operations: operationsFor(stack).min(1),', 'operations: operationsFor(stack),'],
    [
      'z.strictObject(wantedFor(stack)).refine(isWhatIsMeant, meantOtherwise)',
      'z.strictObject(wantedFor(stack))',
    ],
    ['intent === undefined || canMean(intent, operations);', 'true;'],
  ]),
  ...mutationsOf('electron/reports/saved-set.ts', savedSetTests, [
    ['parts.length === edits.length && canMean(told, parts)', 'parts.length === edits.length'],
    ['parts.length === edits.length && canMean(told, parts)', 'canMean(told, parts)'],
    ['if (another) return null;\n  return { ...intent', 'return { ...intent'],
    ["code === 'unrecognized_keys' ||", ''],
    ['const savedAdapter = z.strictObject({', 'const savedAdapter = z.object({'],
  ]),
  ...mutationsOf('electron/contract/domain-name.ts', nameTests, [
    ['const longestName = 253;', 'const longestName = 252;'],
    ['{1,63}$/', '{0,63}$/'],
    ['{1,63}$/', '+$/'],
  ]),
  ...mutationsOf('electron/resolver/name-lookups.ts', lookupTests, [
    ['const mostUnderWay = 2;', 'const mostUnderWay = 1;'],
    ['answer.then(end, end);', 'inTime(answer).then(end, end);'],
    ['answer.then(end, end);', 'answer.catch(end);'],
    ['inTime(this.#ask(name))', 'this.#ask(name)'],
    ['clearTimeout(timer);', ''],
    ['throw lookupFailure(cause, this.#isOffline());', 'throw cause;'],
  ]),
  ...mutationsOf('electron/permission/permission.ts', installTests, [
    ['realPath(file)).isFile();', 'realPath(file)).isFile() || true;'],
    ['const writableByGroupOrOthers = 0o022;', 'const writableByGroupOrOthers = 0o002;'],
    ['const writableByGroupOrOthers = 0o022;', 'const writableByGroupOrOthers = 0o020;'],
    ['const real = files.realPath(place);', 'const real = place;'],
    [
      'for (const inside of withContents(place, files)) yield* withParents(inside);',
      'yield* withParents(files.realPath(place));',
    ],
    ['question.trustThisFolder ? null : weakPlace', 'true ? null : weakPlace'],
  ]),
  ...mutationsOf('electron/lasting/keeper-status-codec.ts', lastingTests, [
    ['bytes.zeros(20);', 'bytes.bytes(20);'],
  ]),
  ...mutationsOf('electron/lasting/meant-adapter.ts', lastingTests, [
    ["bySign.has(sign) ? 'two' : adapter", 'adapter'],
    ['noGuid.test(guid) ? [byAlias] : [', 'true ? [byAlias] : ['],
    ['noGuid.test(guid) ? [byAlias] : [', 'false ? [byAlias] : ['],
    ['guid.toUpperCase()', 'guid'],
  ]),
  ...mutationsOf('electron/protocol/plan.ts', transactionTests, [
    ['    ...lastingChanges.map(lastingMessage),\n', ''],
    ['account: withoutControls(account)', 'account'],
    ['account: withoutControls(account)', "account: ''"],
  ]),
  ...mutationsOf('electron/handlers.ts', handlerTests, [
    [
      'await demandConsent(services, async () => applyQuestion(plan, await interfaces.snapshot()));',
      '',
    ],
    [
      'await demandConsent(services, async () =>\n          makeLastQuestion(keys, await interfaces.snapshot()),\n        );',
      '',
    ],
    [
      'await demandConsent(services, async () =>\n          restoreQuestion(restoring, await interfaces.snapshot()),\n        );',
      '',
    ],
    [
      'await demandConsent(services, async () =>\n          stopLastingQuestion(lasting, await interfaces.snapshot()),\n        );',
      '',
    ],
    ["changes.underWay.permission.kind === 'direct' || elevatesSilently()", 'elevatesSilently()'],
  ]),
  ...mutationsOf('electron/ipc/handle.ts', ipcTests, [
    ['if (refusal !== null) {', 'if (refusal === "") {'],
    ['if (isLargerThan(parameters, payload.limit)) return', 'if (false) return'],
    ['if (parameters.length !== payload.arity) {', 'if (false) {'],
    ["return issue ? `${issue.message} (${issue.path.join('.')}).` : null;", 'return null;'],
    ['if (cause instanceof AppFailure) return failed(cause.appError);', ''],
    ['if (!payload) throw', 'if (false) throw'],
  ]),
  ...mutationsOf('electron/ipc/trusted-senders.ts', ipcTests, [
    ["if (frame === null) return 'its frame is gone';", ''],
    ["if (!this.#ids.has(event.sender.id)) return 'its window is unknown';", ''],
    ["if (frame.parent !== null) return 'it comes from a frame inside the page';", ''],
    ["return isOurPage(frame.url) ? null : 'its page is not of this app';", 'return null;'],
    ['protocol === `${appScheme}:` && host === appHost', 'protocol === `${appScheme}:`'],
    ['protocol === `${appScheme}:` && host === appHost', 'host === appHost'],
    ["contents.once('destroyed', () => this.#ids.delete(id));", ''],
  ]),
  ...mutationsOf('electron/ipc/payload-size.ts', ipcTests, [
    ['if (bytes > limit) return true;', ''],
    ['if (Array.isArray(value) && bytes + value.length * atomBytes > limit) return true;', ''],
    ['seen.has(value)) continue;', 'false) continue;'],
    ['return atomBytes + value.byteLength;', 'return atomBytes;'],
    ["if (typeof value === 'string') return atomBytes + stringBytes(value, limit);", ''],
    ["if (typeof value === 'bigint') return atomBytes + value.toString(16).length / 2;", ''],
    [
      'return Object.keys(value).flatMap((key) => [key, ',
      'return Object.keys(value).flatMap((key) => [',
    ],
  ]),
  ...mutationsOf('electron/files/folder.ts', journalTests, [
    ['if (!isPlain) throw new Error(`${this.pathOf(name)} is not a plain file`);', ''],
    ['named !== null && named.ino === file.ino', 'named !== null'],
  ]),
  ...mutationsOf('electron/journal/journal-lines.ts', journalTests, [
    ['entry === undefined || lineOf(entry) !== text', 'entry === undefined'],
    ["decoded['version'] !== version || decoded", 'decoded'],
    ["|| decoded['sequence'] !== sequence", ''],
    [
      "return journalRecord.safeParse(decoded['record']).data ?? null;",
      "return decoded['record'] as JournalRecord;",
    ],
    ['this.#begun = bytes.subarray(start);', 'this.#validBytes += bytes.length - start;'],
    ['this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk])', 'chunk'],
  ]),
  ...mutationsOf('electron/journal/journal.ts', journalTests, [
    ['if (this.#problem) throw this.#problem;\n    const lines', 'const lines'],
    ["if (durable === 'durable') {", 'if (false) {'],
    ['if (!(await this.#folder.leadsTo(journalName, this.#file))) {', 'if (false) {'],
    ['await this.#folder.shorten(journalName, this.#file, this.#size).catch(() => undefined);', ''],
    ['if (validBytes < size) {', 'if (size > 0) {'],
    ['await folder.shorten(journalName, file, validBytes);', ''],
    ['this.#written = kept.length;', ''],
  ]),
  ...mutationsOf('electron/journal/transaction-index.ts', transactionTests, [
    ['kept ? !isLastingUnwritten : ', 'kept ? true : '],
    ["!ended || ending?.kind === 'lost'", '!ended'],
    ["!ended || ending?.kind === 'lost'", 'true'],
    [
      'if (!committed || !isLastingWritten(transaction)) return [];',
      'if (!isLastingWritten(transaction)) return [];',
    ],
    ['(this.#lasting.get(id) ?? 0) <= sequence', 'true'],
    ["if (record.state === 'kept') this.#noteLasting(next);", 'this.#noteLasting(next);'],
    ['if (isLastingUnwritten) return;', ''],
  ]),
  ...mutationsOf('electron/journal/kept-settings.ts', transactionTests, [
    ['this.forget(kept);', ''],
    ['this.#bySign.delete(other)', 'void other'],
  ]),
  ...mutationsOf('electron/journal/journal-compaction.ts', journalTests, [
    ['if (isNeeded || restoresOneThatStays) continue;', 'if (isNeeded) continue;'],
    ['if (isNeeded || restoresOneThatStays) continue;', 'if (restoresOneThatStays) continue;'],
  ]),
  ...mutationsOf('electron/kept/restore.ts', transactionTests, [
    ['if (!lasting) return [];', 'if (!lasting) throw new Error();'],
    ['operations.length > 0 || lastingChanges.some(({ stillChanged }) => stillChanged)', 'true'],
    ['stillChanged && present)', 'stillChanged)'],
    [' &&\n    !lastingChanges.some(({ stillChanged, present }) => stillChanged && present)', ''],
  ]),
  ...mutationsOf('electron/kept/lost-settings.ts', transactionTests, [
    [' || isSetAgain(state.operation)', ''],
  ]),
  ...mutationsOf('electron/transaction/transaction.ts', transactionTests, [
    ['if (this.#plan.operations.length === 0) this.#confirm();\n    else', ''],
    ['if (this.#plan.operations.length === 0) this.#confirm();', 'if (true) this.#confirm();'],
    ['...lastingUnwritten(message)', ''],
    ['isLost && (await', 'false && (await'],
  ]),
  ...mutationsOf('electron/changes/changes.ts', transactionTests, [
    ["lasting === 'always' ? this.lasting.changeable() : ", ''],
    ['plan.operations.length + plan.lastingChanges.length === 0', 'plan.operations.length === 0'],
  ]),
  ...mutationsOf('electron/changes/under-way.ts', transactionTests, [
    ['now.length > 0 && now.every', 'now.every'],
  ]),
  ...mutationsOf('electron/kept/interrupted-transactions.ts', transactionTests, [
    ['.filter(leftSomething)', ''],
  ]),
  ...mutationsOf('electron/lasting/what-lasts.ts', transactionTests, [
    ["if (why !== null) throw appFailure('lasting', why);", ''],
    ['if (text === this.#last) return;', ''],
  ]),
  ...mutationsOf('electron/cli/stopping-lasting.ts', stoppingTests, [
    [
      'opened.changes.stopLasting(ids)',
      'opened.changes.stopLasting(options.readLasting().settings.map(({ id }) => id))',
    ],
  ]),
];
