// SPDX-License-Identifier: MIT
import type { IpcBridge } from '../../../electron/contract/ipc-schema';

declare global {
  interface Window {
    readonly interfacePanel: IpcBridge;
  }
}
