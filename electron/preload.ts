// SPDX-License-Identifier: MIT
// Runs sandboxed before the page: everything the page can ask of main, and nothing else.

import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './ipc/bridge';

contextBridge.exposeInMainWorld('interfacePanel', createBridge(ipcRenderer));
