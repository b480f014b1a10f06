// SPDX-License-Identifier: MIT
import type { About } from '../../../electron/contract/about';

/** A program of two parts. */
export const sampleAbout: About = {
  version: '0.1.0',
  build: '0123456789ab',
  runtime: 'Electron 45.4.1, Chromium 150.0.0.0, Node.js 24.1.0',
  documents: '/opt/interface-panel/documentation',
  log: '/home/user/.config/Interface Panel/linux/log.jsonl',
  licenceFiles: ['/opt/interface-panel/LICENSES.chromium.html'],
  parts: [
    { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted' },
    { name: 'GNU C Library', version: '', licence: 'LGPL-2.1-or-later', text: '' },
  ],
};
