// SPDX-License-Identifier: MIT
/**
 * `npm run test:attack [-- part of a file's name]`: plays attackers on the real thing. The last line is
 * "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { runAttacks } from '../runner/attacks';

runAlone(() => runAttacks(process.argv.slice(2)));
