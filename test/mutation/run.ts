// SPDX-License-Identifier: MIT
/**
 * `npm run test:mutation [-- part of a path]`: breaks the code that decides, all of it or that of files and rooms with
 * that path. Main's rooms are mutated by Stryker, whose tests must notice as much as they did; a check at a time is
 * taken out of the native code and where Stryker does not reach, and a test must fail each time. The last line is
 * "N passed, N failed": each room is one, and each of those checks.
 */
import { runAlone } from '../runner/alone';
import { mutate } from './mutate';

runAlone(() => mutate(process.argv[2] ?? ''));
