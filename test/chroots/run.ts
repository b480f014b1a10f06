// SPDX-License-Identifier: MIT
/**
 * `npm run test:chroots`: installs, uses, upgrades, removes and purges the package for Debian in fresh systems, and has
 * lintian look it over. Where Electron itself cannot be downloaded the stand-in is packaged. Needs root and Debian's
 * mirror. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { runChroots } from './chroots';

runAlone(runChroots, 'test in chroots');
