// SPDX-License-Identifier: MIT
import { describeKills } from '../kill-matrix';

describeKills('simulated, on Windows');
