// SPDX-License-Identifier: MIT
/**
 * `npm run test:mutation [-- part of a path]`: takes one check at a time out of the code that decides, of all files or
 * of those with that path; a test must fail each time. The last line is "N passed, N failed": noticed, and not.
 */
import { runAlone } from '../runner/alone';
import { mutate } from './mutate';

runAlone(() => mutate(process.argv[2] ?? ''));
