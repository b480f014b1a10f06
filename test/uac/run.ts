// SPDX-License-Identifier: MIT
/**
 * `npm run test:uac`: what is built for Windows in a Wine whose programs are not elevated until they ask, which is
 * Debian 13's. Needs root and Debian's mirror. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { runUac } from './uac';

runAlone(runUac);
