// SPDX-License-Identifier: MIT
/**
 * `npm run test:faults`: every fault 20 times, with those that take minutes, and the kills of the Windows programs
 * twice. `npm run test:endurance` runs one file of it alone. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { runAllFaults, runNamedFaults } from '../runner/faults';

const files = process.argv.slice(2);
runAlone(() => (files.length > 0 ? runNamedFaults(files) : runAllFaults()));
