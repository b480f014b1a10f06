// SPDX-License-Identifier: MIT
import { mutationsOf } from './mutation';
import type { Mutation } from './mutation';

const ipcTests = 'test/unit/electron/ipc-{handle,payloads,payload-size}';
const fieldTests = 'test/unit/electron/{ipc-handle,field-value}';
const installTests = 'test/unit/electron/{permission,windows-install}';
const shellTests = 'test/unit/electron/shell';
const journalTests = 'test/unit/electron/journal';
const nameTests = 'test/unit/electron/{domain-name,ipc-handle}';
const lastingTests = 'test/unit/electron/{lasting-codecs,lasting-changes,lasting-settings}';
const transactionTests =
  'test/unit/electron/{changes,frames,history,kept-settings,plan,restore,transaction}';
const handlerTests = 'test/unit/electron/handlers';
const stoppingTests = 'test/unit/electron/stopping-lasting';
const savedSetTests = 'test/unit/electron/saved-set';
const lookupTests = 'test/unit/electron/name-lookups';

/** What the main process decides: sender, payload, names, install rule, command line, requests, journal. */
export const mainMutations: readonly Mutation[] = [
  ...mutationsOf('electron/ipc/handle.ts', ipcTests, [
    ['if (refusal !== null) {', 'if (refusal === "") {'],
    ['if (isLargerThan(parameters, payload.limit)) return', 'if (false) return'],
    ['if (parameters.length !== payload.arity) {', 'if (false) {'],
    ["return issue ? `${issue.message} (${issue.path.join('.')}).` : null;", 'return null;'],
    ['if (cause instanceof AppFailure) return failed(cause.appError);', ''],
    ['if (!handler || !payload) throw', 'if (false) throw'],
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
      '.array(z.strictObject({ luid, family, field: fieldName }))',
      '.array(z.object({ luid, family, field: fieldName }))',
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
  ...mutationsOf('electron/contract/field-value.ts', fieldTests, [
    [
      "if (availability.kind !== 'settable') return { kind: availability.kind };",
      "if (availability.kind !== 'settable') return null;",
    ],
    [
      "if (!Number.isSafeInteger(value)) return { kind: 'not-a-whole-number' };\n  const { range",
      'const { range',
    ],
    [
      'if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {',
      'if (false) {',
    ],
    ['return value < range.min || value > range.max ?', 'return value > range.max ?'],
    ['return value < range.min || value > range.max ?', 'return value < range.min ?'],
    ["if (field.access !== 'settable') return { kind: field.access };\n  const", 'const'],
    ["if (!range) return { kind: 'not-in-family' };", "if (!range) throw new Error('x');"],
  ]),
  ...mutationsOf('electron/contract/domain-name.ts', nameTests, [
    ['name.length <= longestName &&', ''],
    ['const longestName = 253;', 'const longestName = 252;'],
    ['labels.every((one) => label.test(one)) &&', ''],
    ['{1,63}$/', '{0,63}$/'],
    ['{1,63}$/', '+$/'],
    ["&&\n    !number.test(labels.at(-1) ?? '')", ''],
    ["text.endsWith('.') ? text.slice(0, -1) : text", 'text'],
  ]),
  ...mutationsOf('electron/resolver/name-lookups.ts', lookupTests, [
    ['if (this.#underWay >= mostUnderWay) {', 'if (false) {'],
    ['const mostUnderWay = 2;', 'const mostUnderWay = 1;'],
    ['answer.then(end, end);', 'inTime(answer).then(end, end);'],
    ['answer.then(end, end);', 'answer.catch(end);'],
    ['[...new Set(await inTime(this.#ask(name)))]', '[...(await inTime(this.#ask(name)))]'],
    ['inTime(this.#ask(name))', 'this.#ask(name)'],
    ['all.slice(0, mostResolvedAddresses)', 'all'],
    ['clearTimeout(timer);', ''],
    ['throw lookupFailure(cause, this.#isOffline());', 'throw cause;'],
  ]),
  ...mutationsOf('electron/resolver/lookup-failure.ts', lookupTests, [
    ["new Set(['ENOTFOUND', 'ENOENT'])", "new Set(['ENOTFOUND'])"],
    ["|| syscall !== 'getaddrinfo'", ''],
    ['if (!platform && !(cause instanceof AppFailure)) return cause;', ''],
    ['if (isOffline) {', 'if (false) {'],
  ]),
  ...mutationsOf('electron/resolver/offline.ts', lookupTests, [
    ['!internal && ', ''],
    [' && !linkLocal.test(address)', ''],
  ]),
  ...mutationsOf('electron/permission/permission.ts', installTests, [
    ['if (!isThere(question.helper, files)) {', 'if (false) {'],
    [
      'return files.status(files.realPath(file)).isFile();',
      'files.status(files.realPath(file));\n    return true;',
    ],
    [
      'uid !== root || (mode & writableByGroupOrOthers) !== 0',
      '(mode & writableByGroupOrOthers) !== 0',
    ],
    ['uid !== root || (mode & writableByGroupOrOthers) !== 0', 'uid !== root'],
    ['const writableByGroupOrOthers = 0o022;', 'const writableByGroupOrOthers = 0o002;'],
    ['const writableByGroupOrOthers = 0o022;', 'const writableByGroupOrOthers = 0o020;'],
    ['const real = files.realPath(place);', 'const real = place;'],
    [
      'for (const inside of withContents(place, files)) yield* withParents(inside);',
      'yield* withParents(files.realPath(place));',
    ],
    ['catch {\n      return program;', 'catch {\n      continue;'],
    ['[file, ...withParents(parent)]', '[file]'],
    ['if (!isThere(pkexecFile, files)) {', 'if (false) {'],
    ['uid !== root || (mode & setUserId) === 0', '(mode & setUserId) === 0'],
    ['uid !== root || (mode & setUserId) === 0', 'uid !== root'],
    ['if (weak !== null) {', 'if (false) {'],
    ['return isWeakPlace(files.security(place));', 'files.security(place);\n    return false;'],
    ['// What cannot be looked at is not trusted.\n    return true;', 'return false;'],
    ['if (places.length === 0) elsewhere.add(path.win32.dirname(inside));', ''],
    ['if (weak === null) return prompt;', 'return prompt;'],
    ['if (trustThisFolder) return prompt;', 'return prompt;'],
    ['question.trustThisFolder ? null : weakPlace', 'true ? null : weakPlace'],
  ]),
  ...mutationsOf('electron/permission/windows-install.ts', installTests, [
    ['if (isReparsePoint || owner === null', 'if (owner === null'],
    [
      '|| owner === null || !trustedOwners.includes(owner)) return true;',
      '|| owner === null) return true;',
    ],
    ['return entries === null || entries.some(letsStrangerAlter);', 'return entries === null;'],
    [
      'return entries === null || entries.some(letsStrangerAlter);',
      'return entries?.some(letsStrangerAlter) ?? false;',
    ],
    ['return sid === null || (', 'return sid !== null && ('],
    ['!trusted.includes(sid) && ', ''],
    ['(mask & alteringRights) !== 0', 'true'],
    ['if (!allows || inheritOnly) return false;', 'if (inheritOnly) return false;'],
    ['if (!allows || inheritOnly) return false;', 'if (!allows) return false;'],
    ['0x0000_0002 |', '0 |'],
    ['0x0000_0004 |', '0 |'],
    ['0x0000_0010 |', '0 |'],
    ['0x0000_0040 |', '0 |'],
    ['0x0000_0100 |', '0 |'],
    ['0x0001_0000 |', '0 |'],
    ['0x0004_0000 |', '0 |'],
    ['0x0008_0000 |', '0 |'],
    ['0x1000_0000 |', '0 |'],
    ['0x4000_0000;', '0;'],
    ['if (!/^[a-z]:\\\\[^:]*$/i.test(file) || ', 'if ('],
    [
      "startsWith(`${lower(programFiles).replace(/\\\\+$/, '')}\\\\`)",
      'startsWith(lower(programFiles))',
    ],
    [
      'const lower = (place: string): string => path.win32.normalize(place).toLowerCase();',
      'const lower = (place: string): string => place.toLowerCase();',
    ],
  ]),
  ...mutationsOf('electron/shell/switches.ts', shellTests, [
    ['if (packaged) refuseUnknown(commandLine);', ''],
    ['!known.includes(nameOf(one)) || developmentOnly', 'developmentOnly'],
    [' || developmentOnly.includes(nameOf(one))', ''],
    ['trustThisFolder: !packaged && ', 'trustThisFolder: '],
    ['if (simulatedState !== null && !demo) {', 'if (false) {'],
    ["if (value === '') throw", 'if (false) throw'],
  ]),
  ...mutationsOf('electron/shell/refusals.ts', shellTests, [
    ['url.startsWith(`${appOrigin}/`)', 'url.startsWith(appOrigin)'],
    ['(developerTools && url', '(url'],
    ['url.startsWith(`${appOrigin}/`) || (developerTools', '(developerTools'],
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
  ...mutationsOf('electron/files/folder.ts', journalTests, [
    ['if (!isPlain) throw new Error(`${this.pathOf(name)} is not a plain file`);', ''],
    ['named !== null && named.ino === file.ino', 'named !== null'],
  ]),
  ...mutationsOf('electron/journal/journal.ts', journalTests, [
    ['if (this.#problem) throw this.#problem;\n    const lines', 'const lines'],
    ["if (durable === 'durable') {", 'if (false) {'],
    ['if (!(await this.#folder.leadsTo(fileName, this.#file))) {', 'if (false) {'],
    ['await this.#folder.shorten(fileName, this.#file, this.#size).catch(() => undefined);', ''],
    ['if (validBytes < size) {', 'if (size > 0) {'],
    ['await folder.shorten(fileName, file, validBytes);', ''],
    ['this.#written = kept.length;', ''],
  ]),
  ...mutationsOf('electron/lasting/sealed-bytes.ts', lastingTests, [
    ['demand(digest.equals(all.subarray(-digestBytes)));', ''],
    ['demand(this.#place <= this.#bytes.length);', ''],
    ['demand(this.bytes(size).every((byte) => byte === 0));', 'this.bytes(size);'],
    ['demand(!bytes.includes(0));', ''],
    ['{ fatal: true, ignoreBOM: true }', '{ ignoreBOM: true }'],
    ['moment >= 0n && ', ''],
    [' && moment <= 8_640_000_000_000_000n', ''],
    ['demand(this.#place === this.#bytes.length);', ''],
  ]),
  ...mutationsOf('electron/lasting/lasting-settings-codec.ts', lastingTests, [
    [
      "if (availability.kind !== 'settable') return false;",
      "if (availability.kind !== 'settable') return true;",
    ],
    ['return value >= min && value <= max;', 'return value >= min;'],
    ['aliasBytes > 0 && ', ''],
    ['aliasBytes <= maxAliasBytes && ', ''],
    [' && accountBytes <= maxAccountBytes', ''],
    ['demand(count <= maxLastingSettings);', ''],
    ['demand(setting.id > last);', ''],
    ["if (ofVersion > version) return 'later-version';", ''],
    ['demand(ofVersion === version);', ''],
    [
      "demand(bytes.bytes(magic.length).toString('latin1') === magic);",
      'bytes.bytes(magic.length);',
    ],
  ]),
  ...mutationsOf('electron/lasting/keeper-status-codec.ts', lastingTests, [
    ['demand(index < list.length);', ''],
    ['demand(bytes.u16() === version);', 'bytes.u16();'],
    [
      "demand(bytes.bytes(magic.length).toString('latin1') === magic);",
      'bytes.bytes(magic.length);',
    ],
    ['bytes.zeros(20);', 'bytes.bytes(20);'],
    ['setAgainAt === 0 ? null : setAgainAt', 'setAgainAt'],
  ]),
  ...mutationsOf('electron/lasting/meant-adapter.ts', lastingTests, [
    ["alias !== '' && ", ''],
    [' && !/\\p{Cs}/u.test(alias)', ''],
    ["bySign.has(sign) ? 'two' : adapter", 'adapter'],
    ['noGuid.test(guid) ? [byAlias] : [', 'true ? [byAlias] : ['],
    ['noGuid.test(guid) ? [byAlias] : [', 'false ? [byAlias] : ['],
    ['guid.toUpperCase()', 'guid'],
  ]),
  ...mutationsOf('electron/lasting/meant-settings.ts', lastingTests, [
    [
      "if (adapter !== null && adapter !== 'two') this",
      "if (adapter !== null && adapter !== 'two' && false) this",
    ],
    ['return adapter && canBeMeant(adapter) ? adapter : null;', 'return adapter ?? null;'],
    ['return same ? [same, ...others] : others;', 'return others;'],
    ['(setting) => setting !== same', '() => true'],
    [
      'if (settingId(adapter, about.family, about.field) === id) return adapter;',
      'return adapter;',
    ],
  ]),
  ...mutationsOf('electron/lasting/lasting-changes.ts', lastingTests, [
    ['first?.id === id && ', ''],
    ['first.value === value && ', ''],
    [
      'return [{ id, alias: adapter.alias, luid, family, field, expected, value }];',
      'return [{ id, alias: adapter.alias, luid, family, field, expected: null, value }];',
    ],
    [' && value === 1)\n    .filter(', ')\n    .filter('],
    ['.filter((operation) => !metrics.has(ipInterfaceId(operation)))', ''],
    ['if (fieldValueProblem(key.field, key.family, snapshot.stack, value)) return [];', ''],
    ['stored.filter(({ id }) => wanted.has(id)).map', 'stored.map'],
    ['value === null ? !isLastingAnyway : ', 'value === null ? true : '],
    ['settings.get(id) !== undefined || (', '('],
    [' || (key && settings.of(key).length > 0)', ''],
    [' && willBe(key) === expected', ''],
    ['stillChanged && present ? inverse', 'stillChanged ? inverse'],
    ['stillChanged && present ? inverse', 'present ? inverse'],
    ['restored.get(fieldKeyId(key)) ?? read(key)', 'read(key)'],
  ]),
  ...mutationsOf('electron/lasting/lasting-settings.ts', lastingTests, [
    ["if (problem === 'missing') return 'not-installed';", ''],
    ["if (isOff) return 'switched-off';", ''],
    ['!said || !isRunning(said.process, said.startedAt)', '!said'],
    ["keeper === 'running' ? status : ", 'true ? status : '],
    [
      "adapter === null || adapter === 'two' ? null : adapter.luid",
      "adapter === null ? null : (adapter as { luid: string }).luid ?? 'x'",
    ],
  ]),
  ...mutationsOf('electron/protocol/plan.ts', transactionTests, [
    ['    ...lastingChanges.map(lastingMessage),\n', ''],
    ['account: withoutControls(account)', 'account'],
    ['account: withoutControls(account)', "account: ''"],
  ]),
  ...mutationsOf('electron/protocol/frame-fields.ts', transactionTests, [
    ["if (bytes.some(isControl)) throw new FrameError('text');", ''],
    ["if (bytes.subarray(end).some((byte) => byte !== 0)) throw new FrameError('text');", ''],
    ['{ fatal: true, ignoreBOM: true }', '{ ignoreBOM: true }'],
  ]),
  ...mutationsOf('electron/journal/transaction-index.ts', transactionTests, [
    ['kept ? !isLastingUnwritten : ', 'kept ? true : '],
    ["!ended || ending?.kind === 'lost'", '!ended'],
    ["!ended || ending?.kind === 'lost'", 'true'],
    ['if (!committed || !mayBeWritten) return [];', 'if (!mayBeWritten) return [];'],
    ['(this.#lasting.get(id) ?? 0) <= sequence', 'true'],
    ["if (record.state === 'kept') this.#noteLasting(next);", 'this.#noteLasting(next);'],
    ['if (isLastingUnwritten) return;', ''],
  ]),
  ...mutationsOf('electron/kept/restore.ts', transactionTests, [
    ['if (!lasting) return [];', 'if (!lasting) throw new Error();'],
    ['operations.length > 0 || lastingChanges.some(({ stillChanged }) => stillChanged)', 'true'],
    ['stillChanged && present)', 'stillChanged)'],
    [' &&\n    !lastingChanges.some(({ stillChanged, present }) => stillChanged && present)', ''],
  ]),
  ...mutationsOf('electron/transaction/transaction.ts', transactionTests, [
    ['if (this.#plan.operations.length === 0) this.#confirm();\n    else', ''],
    ['if (this.#plan.operations.length === 0) this.#confirm();', 'if (true) this.#confirm();'],
    ['...lastingUnwritten(message)', ''],
    ['isLost && (await', 'false && (await'],
  ]),
  ...mutationsOf('electron/protocol/transaction-result.ts', transactionTests, [
    ['isAllBack && !facts.isLastingWritten', 'isAllBack'],
  ]),
  ...mutationsOf('electron/journal/kept-settings.ts', transactionTests, [
    ['this.forget(kept);', ''],
    ['this.#bySign.delete(other)', 'void other'],
  ]),
  ...mutationsOf('electron/kept/lost-settings.ts', transactionTests, [
    [' || isSetAgain(state.operation)', ''],
  ]),
  ...mutationsOf('electron/history/history.ts', transactionTests, [
    [" || (ending.kind === 'lost' && lastsStill(transaction, sources))", ''],
    [" || lastsStill(transaction, sources) ? 'incomplete'", " ? 'incomplete'"],
    [
      'now.get(change) ?? { change, stillChanged: false, present: false }',
      '{ change, stillChanged: false, present: false }',
    ],
  ]),
  ...mutationsOf('electron/changes/changes.ts', transactionTests, [
    ["lasting === 'always' ? this.#lasting.changeable() : ", ''],
    ['plan.operations.length + plan.lastingChanges.length === 0', 'plan.operations.length === 0'],
    ['.filter(leftSomething)', ''],
    ['now.length > 0 && now.every', 'now.every'],
  ]),
  ...mutationsOf('electron/handlers.ts', handlerTests, [
    [
      'await demandConsent(services, async () => applyQuestion(plan, await interfaces.snapshot()));',
      '',
    ],
    ['await demandConsent(services, () => Promise.resolve(makeLastQuestion(keys.length)));', ''],
    ['await demandConsent(services, () => Promise.resolve(stopLastingQuestion(ids.length)));', ''],
    ["changes.permission.kind === 'direct' || elevatesSilently()", 'elevatesSilently()'],
  ]),
  ...mutationsOf('electron/lasting/what-lasts.ts', transactionTests, [
    ["if (why !== null) throw appFailure('lasting', why);", ''],
    ["keeper === 'running' ? settings : []", 'settings'],
    ['if (text === this.#last) return;', ''],
  ]),
  ...mutationsOf('electron/lasting/decoded-once.ts', lastingTests, [
    ['!last || Buffer.compare(last.bytes, bytes) !== 0', '!last'],
  ]),
  ...mutationsOf('electron/cli/stopping-lasting.ts', stoppingTests, [
    [
      'opened.changes.stopLasting(ids)',
      'opened.changes.stopLasting(options.readLasting().settings.map(({ id }) => id))',
    ],
  ]),
  ...mutationsOf('electron/journal/journal-compaction.ts', journalTests, [
    ['if (isNeeded || restoresOneThatStays) continue;', 'if (isNeeded) continue;'],
    ['if (isNeeded || restoresOneThatStays) continue;', 'if (restoresOneThatStays) continue;'],
  ]),
];
