// SPDX-License-Identifier: MIT
import { after } from 'node:test';
import './binaries.test';
import './addon.test';
import './consent.test';
import './helper.test';
import './journal.test';
import './keeper.test';
import './log.test';
import './planted-libraries.test';

// Neither a watch nor a helper keeps a program running, and tests wait for both.
const keepRunning = setInterval(() => undefined, 1_000);
after(() => {
  clearInterval(keepRunning);
});
