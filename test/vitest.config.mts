// SPDX-License-Identifier: MIT
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** On Windows the addon and the helpers are tested by test/windows; these look at them from Linux. */
const ofLinux = process.platform === 'win32' ? ['test/unit/electron/native-*.test.ts'] : [];

export default defineConfig({
  test: {
    // By default one core is left free, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Wide: a loaded machine is slow, and nothing here is about time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**', ...ofLinux],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'window',
          environment: 'happy-dom',
          // Every file loads Fluent anew: out of one file, not of thousands. It shares react-dom with the page.
          deps: {
            optimizer: {
              client: {
                enabled: true,
                include: ['@fluentui/react-components'],
                exclude: ['react-dom'],
              },
            },
          },
          testTimeout: 60_000,
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
