// SPDX-License-Identifier: MIT
// The command about what is set again whenever its adapter comes back.

import type { Snapshot } from '../../contract/snapshot';
import { lastingSettings } from '../../lasting/lasting-settings';
import { indented, wrapped } from '../../terminal/columns';
import { settingPlace, lastingStatusText } from '../../texts/lasting-text';
import { valueText } from '../../texts/field-text';
import { withoutIsolates } from '../../texts/isolates';
import { messages } from '../../language/messages';
import { terminalNames } from '../adapters';
import type { Command } from '../context';
import type { Session } from '../session';
import { stopAllLasting } from '../stopping-lasting';

/** What lasts and how it stands. */
export function lastingOverview(session: Session, snapshot: Snapshot): readonly string[] {
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
  return [
    ...(trouble === null ? [] : wrapped(trouble)),
    ...(settings.length === 0 && problem === null ? [messages.terminal.lasting.nothing] : []),
    ...settings.flatMap((setting) => [
      ...wrapped(
        withoutIsolates(
          `${settingPlace(setting, names.adapters)}: ${valueText(setting.field, setting.value, snapshot.stack)}`,
        ),
      ),
      ...indented(lastingStatusText(setting, keeper, snapshot.stack), 2),
    ]),
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
