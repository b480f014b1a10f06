// SPDX-License-Identifier: MIT
import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignInStart } from '../../../electron/contract/sign-in-start';
import { appErrorOf, useBridge } from '../../bridge/bridge';
import { signInStartQuery } from '../../bridge/queries';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';
import { SettingRow } from './SettingRow';

const words = messages.settings.signIn;

// A switch has room around it, where it would stand apart from the edge of other controls.
const useStyles = makeStyles({
  toggle: { marginInline: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const unknown: SignInStart = { kind: 'possible', isOn: false };

/** Whether the program starts when the user signs in. */
export function SignInRow() {
  const styles = useStyles();
  const bridge = useBridge();
  const client = useQueryClient();
  const query = signInStartQuery(bridge);
  const { data: state = unknown, isSuccess, error } = useQuery(query);
  const [problem, setProblem] = useState<string | null>(null);
  const isPossible = state.kind === 'possible';

  const choose = async (isOn: boolean) => {
    const reply = await bridge.app.startAtSignIn(isOn);
    setProblem(reply.ok ? null : errorText(reply.error));
    if (reply.ok) client.setQueryData(query.queryKey, reply.value);
  };
  return (
    <SettingRow
      label={words.label}
      help={isPossible ? words.help : words.impossible[state.reason]}
      problem={problem ?? (error && errorText(appErrorOf(error)))}
      control={(names) => (
        <Switch
          {...names}
          className={styles.toggle}
          checked={isPossible && state.isOn}
          disabledFocusable={!isPossible || !isSuccess}
          onChange={(_, { checked }) => {
            if (isPossible && isSuccess) void choose(checked);
          }}
        />
      )}
    />
  );
}
