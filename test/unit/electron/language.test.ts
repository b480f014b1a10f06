// SPDX-License-Identifier: MIT
import { afterEach, describe, expect, it, vi } from 'vitest';
import { terminalLanguage } from '../../../electron/cli/terminal-language';
import { languages } from '../../../electron/contract/languages.generated';
import { languageName, matchedLanguage, speakLanguage } from '../../../electron/language/languages';
import { andMore, conjunction, disjunction, someOf } from '../../../electron/language/lists';
import { locale, messages, speakEnglish } from '../../../electron/language/messages';
import { trayMenu } from '../../../electron/shell/tray';
import { SpokenLanguage } from '../../../electron/shell/spoken-language';
import { commandHelp } from '../../../electron/cli/help';
import { commandNamed } from '../../../electron/cli/command-table';
import { dateText } from '../../../electron/texts/time-text';

vi.mock('electron', () => ({ app: {}, Menu: {}, nativeImage: {}, Tray: vi.fn() }));

afterEach(speakEnglish);

const names = ['A', 'B', 'C'];

describe('messages', () => {
  it('are looked up when they are said, also by whoever held a part of them before', async () => {
    const { edits, interfaces } = messages;
    expect(edits.discardAll).toBe('Discard all');
    await speakLanguage('de');
    expect(edits.discardAll).toBe('Alle verwerfen');
    expect(interfaces.matches({ n: 5_000 })).toBe('5.000 Schnittstellen passen');
    speakEnglish();
    expect(interfaces.matches({ n: 5_000 })).toBe('5,000 interfaces match');
  });

  it('choose words by plural and by choice', () => {
    expect(messages.selection.copyRows({ n: 1 })).toBe('Copy row');
    expect(messages.selection.copyRows({ n: 2 })).toBe('Copy 2 rows');
    const title = messages.plan.titles.splitTunnelling;
    expect(title({ isOn: false, blocksOthers: true, vpn: 'V' })).toBe(
      'Turn split tunnelling off and block other adapters · V',
    );
  });

  it('put in what comes from outside as it is', () => {
    expect(messages.interfaces.rowGone({ adapter: '<b>{x}</b>', family: "'" })).toBe(
      "<b>{x}</b> (') is gone.",
    );
  });
});

describe('lists', () => {
  it('are joined as the language does', async () => {
    expect([conjunction(names), disjunction(names)]).toEqual(['A, B and C', 'A, B or C']);
    expect([andMore(names, 0), andMore(names, 2)]).toEqual(['A, B, C', 'A, B, C and 2 more']);
    expect([someOf(names, 3), someOf(names, 2)]).toEqual(['A, B and C', 'A, B and 1 more']);
    await speakLanguage('de');
    expect([conjunction(names), disjunction(names)]).toEqual(['A, B und C', 'A, B oder C']);
  });
});

describe('dates', () => {
  it('are written in the language that is spoken, whatever the system has', async () => {
    await speakLanguage('de');
    expect(dateText(Date.UTC(2026, 4, 3, 12))).toBe('03.05.2026');
    expect(locale()).toBe('de');
  });
});

describe('the language of the system', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['xx', 'de_DE.UTF-8'], 'de'],
    [['DE'], 'de'],
    [['C.UTF-8'], 'en'],
    [['den'], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (tags, language) => {
    expect(matchedLanguage(tags)).toBe(language);
  });

  it.each([
    [{ LANG: 'de_DE.UTF-8' }, 'linux', 'de'],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, 'linux', 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'de_CH', LANG: 'en_GB' }, 'linux', 'de'],
    [{}, 'linux', 'en'],
    [{ LANG: 'de_DE' }, 'win32', 'de'],
  ] as const)('in a terminal with %j on %s is %s', (environment, platform, language) => {
    expect(terminalLanguage(environment, platform)).toBe(language);
  });

  it('is called by its own name in the list of choices', () => {
    expect(languages[0]).toBe('en');
    expect(languages.map(languageName)).toEqual(['English', 'Deutsch', 'Français']);
  });
});

describe('what main speaks', () => {
  it('is what was chosen, or what the system has', async () => {
    const spoken = new SpokenLanguage(() => ['de-DE', 'en-GB']);
    expect(await spoken.follow('system')).toBe(true);
    expect([spoken.current, messages.tray.quit]).toEqual(['de', 'Beenden']);
    expect(await spoken.follow('de')).toBe(false);
    expect(await spoken.follow('en')).toBe(true);
    expect([spoken.current, messages.tray.quit]).toEqual(['en', 'Quit']);
  });

  it('is what was chosen last, however long each takes to load', async () => {
    const spoken = new SpokenLanguage(() => []);
    await Promise.all([spoken.follow('de'), spoken.follow('fr'), spoken.follow('en')]);
    expect([spoken.current, messages.tray.quit]).toEqual(['en', 'Quit']);
  });

  it('holds for menus that are made afterwards', async () => {
    await speakLanguage('de');
    const nothing = () => undefined;
    const menu = trayMenu('x', null, {
      window: { close: nothing } as never,
      open: nothing,
      decide: nothing,
    });
    expect(menu.map(({ label }) => label)).toContain('Öffnen');
  });

  it('holds for the help of commands, whose words to type stay', async () => {
    await speakLanguage('de');
    const help = commandHelp(commandNamed('set') ?? ({} as never)).join('\n');
    expect(help).toContain('Aufruf: interface-panel-cli set [OPTIONS]');
    expect(help).toContain('--dry-run');
  });
});
