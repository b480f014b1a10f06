// SPDX-License-Identifier: MIT
// Imported before everything else: main reads the interfaces while this window is still loading its own code.
import { askFirst } from './ask-first';

export const queryClient = askFirst(window.interfacePanel);
