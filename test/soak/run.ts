// SPDX-License-Identifier: MIT
/**
 * `npm run test:soak [-- --minutes N]`: the real window for ten minutes while another program changes the network ten
 * times a second, in the second half beside 50,000 routes. It has to stay smooth, and its memory flat. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { numberAfter } from '../runner/command-line';
import { inElectron } from '../runner/runtimes';
import { soak, usualMinutes } from './soak';

runAlone(() => soak(numberAfter('--minutes') ?? usualMinutes, inElectron));
