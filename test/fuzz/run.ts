// SPDX-License-Identifier: MIT
/**
 * `npm run fuzz [-- seconds]`: libFuzzer on the frame decoder, on the helper's state machine and on the footprints of
 * Linux, side by side and for a minute unless told otherwise, then the coverage of each, which must be whole; and 10,000 payloads for every IPC
 * channel and contents for every file that is read. What ends a program is kept in out/fuzz; inputs that reach new code are added to out/fuzz/corpus, and the
 * best of them live in test/fuzz/corpus. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { fuzzAll, usualSeconds } from './fuzz-all';

runAlone(() => fuzzAll(Number(process.argv[2] ?? usualSeconds)), 'fuzz');
