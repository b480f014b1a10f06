// SPDX-License-Identifier: MIT

/** What to type in a shell to make the changes of a plan without Interface Panel. */
export interface CommandText {
  readonly shell: 'powershell' | 'sh';
  /** Lines that end with a line feed; comments say what no command can do. */
  readonly text: string;
}

/** What a technician wants to know of a plan besides its changes. */
export interface PlanDetails {
  /** The first eight digits of the plan's hash, as the prompt for permission and the history show them. */
  readonly code: string;
  readonly commands: CommandText;
}
