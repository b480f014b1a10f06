// SPDX-License-Identifier: MIT
import type { CommandText } from '../../../electron/contract/plan-details';

export const planDetailsMessages = {
  title: 'Details',
  code: 'Plan code',
  codeHelp: 'The prompt for permission and the history show the same code.',
  commands: {
    powershell: 'PowerShell commands that do the same',
    sh: 'ip and sysctl commands that do the same',
  } satisfies Record<CommandText['shell'], string>,
  copyCommands: 'Copy commands',
  reading: 'Working out the commands…',
  failed: 'The commands can’t be worked out.',
};
