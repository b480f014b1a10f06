// SPDX-License-Identifier: MIT
/**
 * `npm run test:states`: every state of the window against axe's rules, every flow by keyboard, and what takes a
 * whole countdown. The last line is "N passed, N failed".
 */
import { runAlone } from '../../runner/alone';
import { runEndToEnd } from '../../runner/end-to-end';
import { inElectron } from '../../runner/runtimes';

runAlone(() => runEndToEnd('e2e/states', inElectron));
