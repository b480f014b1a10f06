// SPDX-License-Identifier: MIT
import type { ElectronApplication, Page } from '@playwright/test';

/** What the tests use of an app that runs. */
export type DrivenApp = Pick<ElectronApplication, 'evaluate' | 'process' | 'close'>;

/** An app with its page. */
export interface Started {
  readonly electron: DrivenApp;
  readonly window: Page;
  /** Resolves when nothing of it is left. */
  readonly gone: Promise<unknown>;
}
