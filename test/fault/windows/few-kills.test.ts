// SPDX-License-Identifier: MIT
import { describeKills } from '../kill-matrix';

describeKills('simulated, on Windows', [
  { point: 'prompt', victim: 'main' },
  { point: 'between-operations', victim: 'both' },
  { point: 'waiting', victim: 'main' },
  { point: 'mid-undo', victim: 'helper' },
]);
