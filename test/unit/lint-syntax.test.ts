// SPDX-License-Identifier: MIT
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

// The snippets are no files, so rules that ask for types cannot run on them; the house's rules do not.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** What the house's own rules say to `code` if it stood in `file`. */
async function refusals(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: path.join(root, file) });
  const messages = results.flatMap((result) => result.messages);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages
    .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
    .map(({ message }) => message);
}

describe('raw IPC', () => {
  it.each([
    ['electron/main.ts', "import { ipcMain } from 'electron';"],
    [
      'electron/shell/probe.ts',
      "import * as electron from 'electron'; electron.ipcMain.on('a', b);",
    ],
    ['electron/interfaces/probe.ts', "import { contextBridge } from 'electron';"],
    ['electron/native/probe.ts', "import { ipcMain } from 'electron';"],
    ['electron/preload.ts', "import { ipcMain } from 'electron';"],
    ['electron/shell/probe.ts', "import { ipcRenderer as raw } from 'electron';"],
  ])('is refused in %s, naming the wrapper: %s', async (file, code) => {
    const messages = await refusals(file, code);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toContain('handle() of electron/ipc');
  });

  it.each([
    ['electron/ipc/probe.ts', "import { ipcMain } from 'electron';"],
    ['electron/preload.ts', "import { contextBridge, ipcRenderer } from 'electron';"],
    ['electron/shell/probe.ts', "import type { IpcMainInvokeEvent } from 'electron';"],
  ])('is allowed in %s: %s', async (file, code) => {
    expect(await refusals(file, code)).toEqual([]);
  });
});

describe('the addon', () => {
  it.each([
    ['electron/main.ts', "const addon = 'interface_panel.node';"],
    ['electron/shell/probe.ts', 'const addon = `${folder}/interface_panel.node`;'],
    ['electron/ipc/probe.ts', "const addon = 'interface_panel.node';"],
  ])('is loaded nowhere but in electron/native, so refused in %s', async (file, code) => {
    const messages = await refusals(file, code);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('Only electron/native loads the addon');
  });

  it('is loaded in electron/native', async () => {
    const code = "const addon = 'interface_panel.node';";
    expect(await refusals('electron/native/addon.ts', code)).toEqual([]);
  });
});

describe('classes', () => {
  it.each([
    'const a = <p className={`${styles.line} ${styles.quiet}`} />;',
    "const a = <p className={styles.line + ' ' + other} />;",
    "const a = <p className={[styles.line, other].join(' ')} />;",
    'const a = <Box iconClassName={`${one} ${other}`} />;',
    'const a = `${styles.line} ${other}`;',
    "const a = fieldStyles.line + ' wide';",
  ])('are not joined: %s', async (code) => {
    const messages = await refusals('renderer/app/probe.tsx', code);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toContain('mergeClasses()');
  });

  it.each([
    'const a = <p className={mergeClasses(styles.line, isQuiet && styles.quiet)} />;',
    'const a = <p id={`${id}-help`} className={styles.line} />;',
  ])('are merged: %s', async (code) => {
    expect(await refusals('renderer/app/probe.tsx', code)).toEqual([]);
  });
});

describe('exports', () => {
  it('refuses a default export', async () => {
    const messages = await refusals('electron/shell/probe.ts', 'export default 1;');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('Use a named export');
  });

  it('allows the one a tool asks for', async () => {
    expect(await refusals('test/vitest.config.mts', 'export default {};')).toEqual([]);
  });
});

describe('English', () => {
  it.each([
    ['renderer/app/probe.tsx', 'const a = <p>Apply</p>;'],
    ['renderer/app/probe.tsx', "const a = <p>{'Apply'}</p>;"],
    ['renderer/app/probe.tsx', "const a = <p>{isOn ? 'On' : words.off}</p>;"],
    ['renderer/app/probe.tsx', 'const a = <p>{`${n} changes`}</p>;'],
    ['renderer/app/probe.tsx', 'const a = <Button aria-label="Close" />;'],
    ['renderer/app/probe.tsx', "const a = <Input placeholder={'Search'} />;"],
    ['renderer/app/probe.tsx', "const a = <p title={isOn ? 'On' : 'Off'} />;"],
    ['renderer/app/probe.tsx', 'const a = <img alt={`${name} is on`} />;'],
    ['renderer/ui/SearchField.tsx', 'const a = <p>Search</p>;'],
    ['electron/shell/probe.ts', "const item = { label: '&File' };"],
    ['electron/shell/probe.ts', "show({ title: isOn ? 'On' : words.off });"],
    ['electron/shell/probe.ts', "show({ buttons: ['Keep', words.revert] });"],
    ['electron/shell/probe.ts', 'show({ message: `${n} changes` });'],
    ['electron/shell/probe.ts', "tray.setToolTip('Interface Panel');"],
    ['electron/cli/probe.ts', "print('Nothing is changed.');"],
    ['electron/cli/probe.ts', "show({ message: 'Changed' });"],
    ['electron/texts/probe.ts', 'const text = `${name} is gone`;'],
  ])('is refused in %s: %s', async (file, code) => {
    const messages = await refusals(file, code);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toContain('electron/language/en.json');
  });

  it.each([
    ['renderer/app/probe.tsx', 'const a = <p>{words.apply} · {value}</p>;'],
    ['renderer/app/probe.tsx', "const a = <p title={kind === 'off' ? words.off : undefined} />;"],
    ['renderer/app/probe.tsx', 'const a = <p data-region="countdown" id={`${id}-help`} />;'],
    ['renderer/app/probe.tsx', 'const a = <Fact term={words.licence}>MIT</Fact>;'],
    ['electron/shell/probe.ts', "log('The page is gone.');"],
    ['electron/texts/probe.ts', "throw new Error('There is no such field.');"],
    ['electron/cli/completion.ts', "const code = 'complete -F _interface_panel';"],
  ])('is no word for people in %s: %s', async (file, code) => {
    expect(await refusals(file, code)).toEqual([]);
  });
});
