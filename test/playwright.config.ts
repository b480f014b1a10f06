// SPDX-License-Identifier: MIT
import { defineConfig } from '@playwright/test';
import { inChromium, onlyInElectron } from './e2e/support/app';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../out/test-results/e2e',
  // The tests share one network namespace and change its interfaces.
  // Wide: a loaded machine is slow, and nothing here is about time.
  timeout: 120_000,
  expect: { timeout: 45_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  ...(inChromium && { grepInvert: new RegExp(onlyInElectron) }),
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});
