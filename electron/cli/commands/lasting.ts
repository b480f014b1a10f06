// SPDX-License-Identifier: MIT
// The command about what is set again whenever its adapter comes back.

import type { LastingSetting } from '../../contract/lasting';
import type { Snapshot } from '../../contract/snapshot';
import { lastingSettings } from '../../lasting/lasting-settings';
import { indented, wrapped } from '../../terminal/columns';
import { alikeSettings } from '../../texts/alike-settings';
import { settingPlace, lastingStatusText } from '../../texts/lasting-text';
import { settingValueText } from '../../texts/field-text';
import { withoutIsolates } from '../../texts/isolates';
import { messages } from '../../language/messages';
import { terminalNames } from '../adapters';
import type { Command } from '../context';
import type { Session } from '../session';
import { stopAllLasting } from '../stopping-lasting';

/** What lasts and how it stands: a line for what is alike in both families. */
export function lastingOverview(
  session: Pick<Session, 'readLasting'>,
  snapshot: Snapshot,
): readonly string[] {
  const { settings, problem, keeper } = lastingSettings(session.readLasting(), snapshot);
  const names = terminalNames(snapshot);
  const { problems, keeper: keepers } = messages.lasting;
  const platform = process.platform === 'win32' ? 'windows' : 'linux';
  const why = (): string | null => {
    if (problem !== null) return problems[problem];
    if (keeper === 'running') return null;
    const text = keepers[keeper];
    return typeof text === 'string' ? text : text[platform];
  };
  const trouble = why();
  const linesOf = (alike: readonly LastingSetting[]): readonly string[] => {
    const [setting] = alike;
    if (!setting) return [];
    const place = settingPlace(setting, names.adapters, alike);
    const value = settingValueText(setting.field, setting.value, snapshot.stack);
    return [
      ...wrapped(withoutIsolates(`${place}: ${value}`)),
      ...indented(lastingStatusText(setting, keeper, snapshot.stack), 2),
    ];
  };
  return [
    ...(trouble === null ? [] : wrapped(trouble)),
    ...(settings.length === 0 && problem === null ? [messages.terminal.lasting.nothing] : []),
    ...alikeSettings(settings).flatMap(linesOf),
  ];
}

export const lasting: Command = async ({ session, line, terminal, isJson, printJson }) => {
  if (line.arguments[0] === 'stop') {
    return (await stopAllLasting(session.writing(false), terminal)) ? 'done' : 'failed';
  }
  const snapshot = await session.snapshot();
  if (isJson) printJson(lastingSettings(session.readLasting(), snapshot));
  else terminal.say(lastingOverview(session, snapshot));
  return 'done';
};
