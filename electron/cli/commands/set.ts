// SPDX-License-Identifier: MIT
// The commands that change something: what is typed becomes operations, and change.ts does the rest.

import path from 'node:path';
import { fieldKeyId } from '../../contract/operation';
import type { Operation } from '../../contract/operation';
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import { parseFieldDraft } from '../../contract/field-value';
import { fieldNamed, fields } from '../../contract/fields';
import type { FieldName } from '../../contract/fields';
import { vpnMeant } from '../../contract/intent';
import type { PresetId } from '../../contract/preview';
import type { Snapshot } from '../../contract/snapshot';
import { readJsonFile } from '../../files/json-file';
import { fitSavedSet, parseSavedSet, savedSetLimit } from '../../reports/saved-set';
import { problemText } from '../../texts/field-text';
import { choiceLabel } from '../../texts/field-words';
import { messages } from '../../language/messages';
import { wrapped } from '../../terminal/columns';
import { adapterMeant, terminalNames } from '../adapters';
import { change } from '../change';
import { knownWords } from '../command-table';
import type { Command } from '../context';
import { UsageProblem } from '../usage-problem';
import { savedEditLine, presetObstacleText } from '../words';
import { connectFirstText, unusableText } from '../../texts/saved-set-text';

const words = messages.terminal.usage;

const known = (kind: 'family' | 'field' | 'preset') => knownWords[kind]?.join(', ') ?? '';

function familiesMeant(text: string): readonly Family[] {
  if (text.toLowerCase() === 'both') return families;
  const found = families.find((family) => family.toLowerCase() === text.toLowerCase());
  if (found) return [found];
  throw new UsageProblem(words.noFamily({ name: text, known: known('family') }));
}

function fieldMeant(text: string): FieldName {
  const found = fields.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (found?.access === 'settable') return found.name;
  throw new UsageProblem(
    found
      ? words.readOnlyField({ field: found.name })
      : words.noField({ name: text, known: known('field') }),
  );
}

/** "on", "off" and the names of choices as the numbers that they are. */
function draftOf(name: FieldName, text: string): string {
  const { type, enumValues = [] } = fieldNamed(name);
  const typed = text.toLowerCase();
  if (type === 'BOOLEAN' && typed === 'on') return '1';
  if (type === 'BOOLEAN' && typed === 'off') return '0';
  const choice = enumValues.find(
    (one) => one.api.toLowerCase() === typed || choiceLabel({ name }, one).toLowerCase() === typed,
  );
  return choice ? String(choice.value) : text;
}

/** Four words as operations, also where the value is there already. */
function operationsMeant(
  [adapterText = '', familyText = '', fieldText = '', valueText = '']: readonly string[],
  snapshot: Snapshot,
): readonly Operation[] {
  const { luid, alias } = adapterMeant(adapterText, snapshot);
  const field = fieldMeant(fieldText);
  return familiesMeant(familyText).flatMap((family): readonly Operation[] => {
    const row = snapshot.ipInterfaces.find((one) => one.luid === luid && one.family === family);
    const place = messages.history.place({ field, adapter: alias, family });
    const at = (problem: string) => new UsageProblem(words.at({ place, problem }));
    if (!row) throw at(messages.refusals.familyNotPresent);
    const draft = parseFieldDraft(field, family, snapshot.stack, draftOf(field, valueText));
    if ('problem' in draft) throw at(problemText(field, draft.problem));
    const refusal = row.refusals[field];
    if (refusal) throw at(messages.refusals[refusal]);
    const expected = row.values[field];
    if (typeof expected !== 'number') {
      throw at(messages.refusals.notAvailable);
    }
    return [{ luid, family, field, expected, value: draft.value }];
  });
}

/** @throws {UsageProblem} */
function assertOnce(operations: readonly Operation[]): void {
  const seen = new Set<string>();
  for (const operation of operations) {
    const key = fieldKeyId(operation);
    const { field, family } = operation;
    if (seen.has(key)) throw new UsageProblem(words.twice({ field, family }));
    seen.add(key);
  }
}

const wordsOfOne = 4;

export const set: Command = async (context) => {
  const { line, session } = context;
  const snapshot = await session.snapshot();
  const count = line.arguments.length / wordsOfOne;
  const operations = Array.from({ length: count }, (_, index) =>
    operationsMeant(line.arguments.slice(index * wordsOfOne, (index + 1) * wordsOfOne), snapshot),
  );
  const all = operations.flat();
  assertOnce(all);
  return change(
    context,
    all.filter(({ expected, value }) => expected !== value),
  );
};

export const preset: Command = async (context) => {
  const { line, session } = context;
  const [id = ''] = line.arguments;
  const snapshot = await session.snapshot();
  const vpnText = line.valueOf('vpn');
  const vpn = vpnText === undefined ? null : adapterMeant(vpnText, snapshot).luid;
  const preview = await session.preview({ vpn });
  const chosen = preview.presets.find((one) => one.id === (id as PresetId));
  if (!chosen) throw new UsageProblem(words.noPreset({ name: id, known: known('preset') }));
  if (vpn !== null && preview.vpn !== vpn) {
    throw new UsageProblem(words.noVpn({ name: vpnText ?? '' }));
  }
  if (chosen.obstacle !== null) {
    const text = presetObstacleText(chosen.obstacle, chosen, preview, terminalNames(snapshot));
    context.terminal.say(wrapped(text));
    return 'unchanged';
  }
  return change(context, chosen.operations, preview.vpn);
};

/** A saved set, and how it fits here. */
async function savedSet(file: string, snapshot: Snapshot): Promise<ReturnType<typeof fitSavedSet>> {
  const content = await readJsonFile(file, savedSetLimit);
  if ('defect' in content) {
    const defect = content.defect === 'missing' ? 'unreadable' : content.defect;
    throw new UsageProblem(unusableText(path.basename(file), defect));
  }
  const parsed = parseSavedSet(content.value);
  if ('defect' in parsed) {
    throw new UsageProblem(unusableText(path.basename(file), parsed.defect));
  }
  return fitSavedSet(parsed.set, snapshot);
}

export const apply: Command = async (context) => {
  const { line, session, terminal } = context;
  const { edits, intent } = await savedSet(line.arguments[0] ?? '', await session.snapshot());
  const vpn = vpnMeant(intent);
  const others = edits.filter(({ fit }) => fit.kind !== 'fits');
  terminal.say(others.flatMap((edit) => wrapped(savedEditLine(edit))));
  if (vpn?.luid === null) terminal.say(wrapped(connectFirstText([vpn.name])));
  const operations = edits.flatMap(({ fit, family, value }) =>
    fit.kind === 'fits'
      ? [{ luid: fit.luid, family, field: fit.field, expected: fit.live, value }]
      : [],
  );
  const isAllSo = others.every(({ fit }) => fit.kind === 'already-so');
  if (operations.length > 0 || isAllSo) return change(context, operations, vpn?.luid ?? null);
  terminal.say(messages.support.set.noneFits);
  return 'unchanged';
};
