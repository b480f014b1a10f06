// SPDX-License-Identifier: MIT
/**
 * `npm run test:package`: makes the packages and tests them as they would be installed. Where Electron itself cannot
 * be downloaded the stand-in is packaged, which has not every fuse. Needs root. The last line is "N passed, N failed".
 */
import { runAlone } from '../runner/alone';
import { runPackages } from './package-tests';

runAlone(runPackages);
