// SPDX-License-Identifier: MIT
/**
 * What the system and the installer say of the program before it runs, in every language of the catalogues (`packages`): the
 * files for desktops of Linux, whose English ones are build/packaging/linux, and the strings of the installer for Windows.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages, messagesOf, readCatalogue, sourceLanguage } from '../messages/catalogues';
import { inOutput, inProject } from '../project-paths';
import { SetUpProblem } from '../set-up/set-up-problem';

/** The files for desktops, by their names in build/packaging/linux and in what is written. */
const desktopFiles = [
  'interface-panel.desktop',
  'interface-panel-mime.xml',
  'org.interface_panel.InterfacePanel.metainfo.xml',
  'org.interface_panel.InterfacePanel.policy',
] as const;

const folder = inOutput('packaging');

/** Where `writeTranslatedFiles` puts a file. */
export const translatedFile = (name: string): string => path.join(folder, name);

const translations = (): readonly string[] => languages().filter((tag) => tag !== sourceLanguage);

function textsOf(language: string, part: 'desktop' | 'installer'): ReadonlyMap<string, string> {
  const texts = messagesOf(readCatalogue(language));
  const prefix = `packages.${part}.`;
  const ofPart = [...texts].filter(([name]) => name.startsWith(prefix));
  return new Map(ofPart.map(([name, text]) => [name.slice(prefix.length), text]));
}

/** A text in another language by what it is in English; undefined where that is no message. */
type Translate = (english: string) => string | undefined;

function translatorTo(language: string): Translate {
  const names = new Map(
    [...textsOf(sourceLanguage, 'desktop')].map(([name, text]) => [text, name]),
  );
  const texts = textsOf(language, 'desktop');
  return (english) => texts.get(names.get(english) ?? '');
}

function translated(translate: Translate, english: string): string {
  const text = translate(english);
  if (text === undefined) throw new SetUpProblem(`No catalogue has “${english}”.`);
  return text;
}

/** Names such as VPN are the same in all languages. */
const translatedList = (translate: Translate, list: string) =>
  list.replace(/[^;]+/g, (word) => translate(word) ?? word);

/** Puts `Comment[de]=` and the like below each line that people read (Desktop Entry Specification, localised values). */
function translatedDesktopEntry(english: string): string {
  const translators = translations().map((tag) => [tag, translatorTo(tag)] as const);
  return english.replace(/^(Comment|Keywords)=(.+)$/gm, (line, key: string, text: string) => {
    const others = translators.map(([tag, translate]) => {
      const value =
        key === 'Keywords' ? translatedList(translate, text) : translated(translate, text);
      return `${key}[${tag}]=${value}`;
    });
    return [line, ...others].join('\n');
  });
}

/** Elements of the three formats that people read. A description may hold others, then it is not read itself. */
const readElement = /^( *)<(comment|summary|p|keyword|description|message)>([^<]+)<\/\2>$/gm;

/** Puts the same element with `xml:lang` below each one that people read. */
function translatedXml(english: string): string {
  const translators = translations().map((tag) => [tag, translatorTo(tag)] as const);
  return english.replace(readElement, (element, indent: string, name: string, text: string) => {
    const words = text.trim().replace(/\s+/g, ' ');
    const others = translators.flatMap(([tag, translate]) => {
      const value = name === 'keyword' ? translate(words) : translated(translate, words);
      return value === undefined ? [] : `${indent}<${name} xml:lang="${tag}">${value}</${name}>`;
    });
    return [element, ...others].join('\n');
  });
}

/** A desktop's file with all languages. @throws {SetUpProblem} where it says what no catalogue has. */
function translatedDesktopFile(name: (typeof desktopFiles)[number]): string {
  const english = readFileSync(inProject('build/packaging/linux', name), 'utf8');
  return name.endsWith('.desktop') ? translatedDesktopEntry(english) : translatedXml(english);
}

/** Windows' numbers of the languages ([MS-LCID]), by which NSIS knows them. */
const windowsLanguages: Readonly<Record<string, number>> = { en: 1033, de: 1031, fr: 1036 };

const nsisEscapes: Readonly<Record<string, string>> = { $: '$$', '"': '$\\"' };

/** `LangString` for each string of installer.nsh, which includes them, in each language. NSIS takes it for UTF-8 by its mark. */
function installerStrings(): string {
  const lines = languages().flatMap((language) => {
    const number = windowsLanguages[language];
    if (number === undefined) throw new SetUpProblem(`What number has ${language} on Windows?`);
    return [...textsOf(language, 'installer')].map(([name, text]) => {
      const escaped = text.replace(/[$"]/g, (character) => nsisEscapes[character] ?? character);
      return `LangString ${name} ${number} "${escaped}"`;
    });
  });
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Writes all of them, for the packages; returns the names of those for desktops. @throws {SetUpProblem} for a text or a language that is not known. */
export function writeTranslatedFiles(): readonly string[] {
  mkdirSync(folder, { recursive: true });
  for (const name of desktopFiles) writeFileSync(translatedFile(name), translatedDesktopFile(name));
  writeFileSync(translatedFile('installer-strings.nsh'), installerStrings());
  return desktopFiles;
}
