// SPDX-License-Identifier: MIT
import { amount } from './count';

export const helpMessages = {
  title: 'Help and support',
  loading: 'Reading about the program',
  failed: 'What the program is made of can’t be read.',

  support: {
    title: 'For support',
    summary: {
      about: 'Which way traffic goes, what isn’t default and the last change, as text to paste.',
      action: 'Copy summary',
    },
    report: {
      about: 'Everything about the interfaces in one file, masked if you like.',
      action: 'Save report…',
    },
    set: {
      about:
        'Edits that somebody sent you; you can also drop the file here. You review them before anything changes.',
      action: 'Open saved set…',
    },
    compare: {
      about: 'A report of another time or computer beside this one: what differs can become edits.',
      action: 'Compare…',
    },
    restore: {
      about: 'Every change you applied, and the way to take it back.',
      action: 'Go to History',
    },
  },

  documents: {
    title: 'Documentation',
    about: 'It came with the program and is in this folder:',
    copy: 'Copy path',
  },

  about: {
    title: 'About Interface Panel',
    version: 'Version',
    versionText: (version: string, build: string) => `${version}, build ${build}`,
    runtime: 'Runs in',
    licence: 'Licence',
    own: 'MIT',
    files: 'Licence files',
    parts: (n: number) => `Licences of everything shipped (${amount(n)})`,
    part: (name: string, version: string) => (version === '' ? name : `${name} ${version}`),
    noText: 'The package holds no text of its own.',
  },
};
