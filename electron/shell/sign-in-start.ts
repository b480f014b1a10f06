// SPDX-License-Identifier: MIT
// Starting when the user signs in, by the means of the system.

import { app } from 'electron';
import { causeText } from '../contract/cause-text';
import type { SignInStart } from '../contract/sign-in-start';
import { appFailure } from '../base/app-failure';
import { AutostartFile } from './autostart-file';
import { inTraySwitch } from './switches';

/** Where the system keeps it. */
interface SignInPlace {
  isOn(): boolean | Promise<boolean>;
  set(isOn: boolean): void | Promise<void>;
}

/** The Run key of the user. Windows keeps apart whether its settings, or the task manager, switched it off. */
function runKey(): SignInPlace {
  const item = { path: process.execPath, args: [inTraySwitch] };
  return {
    isOn: () => {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(item);
      return openAtLogin && executableWillLaunchAtLogin;
    },
    set: (isOn) => {
      app.setLoginItemSettings({ ...item, openAtLogin: isOn, enabled: isOn });
    },
  };
}

function autostart(): SignInPlace {
  const file = new AutostartFile(app.getPath('appData'), process.execPath, [inTraySwitch]);
  return { isOn: () => file.isOn(), set: (isOn) => (isOn ? file.write() : file.remove()) };
}

/** Whether this run's program is started with the session, and how to say otherwise. */
export class SignInStarter {
  readonly #isDemo: boolean;

  constructor(isDemo: boolean) {
    this.#isDemo = isDemo;
  }

  async state(): Promise<SignInStart> {
    const reason = this.#obstacle();
    if (reason !== null) return { kind: 'impossible', reason };
    return { kind: 'possible', isOn: await this.#place().isOn() };
  }

  /**
   * Answers what holds then.
   * @throws {AppFailure} where it is not possible, or could not be written.
   */
  async set(isOn: boolean): Promise<SignInStart> {
    if (this.#obstacle() !== null) {
      throw appFailure('invalid-request', 'Only an installed program starts at sign-in.');
    }
    try {
      await this.#place().set(isOn);
    } catch (cause) {
      throw appFailure('file', causeText(cause));
    }
    return this.state();
  }

  #obstacle(): 'demo' | 'not-installed' | null {
    if (this.#isDemo) return 'demo';
    return app.isPackaged ? null : 'not-installed';
  }

  #place(): SignInPlace {
    return process.platform === 'win32' ? runKey() : autostart();
  }
}
