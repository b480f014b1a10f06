// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { deadlines, preselectedDeadline } from '../../../electron/contract/changes';
import {
  languageChoices,
  notificationChoices,
  themes,
} from '../../../electron/contract/preferences';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { usePreferences, useStorePreferences } from '../../bridge/use-preferences';
import { languageName } from '../../../electron/language/languages';
import { rememberPage } from '../../ui/page-choice';
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { PageMain } from '../../ui/PageMain';
import { ChoiceRow } from './ChoiceRow';
import { SignInRow } from './SignInRow';
import { deadlineText } from '../../../electron/texts/time-text';

const words = messages.settings;

const useStyles = makeStyles({
  content: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'auto' },
  rows: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '960px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

function ThemeRow() {
  const { theme } = usePreferences();
  const store = useStorePreferences();
  return (
    <ChoiceRow
      label={words.theme.label}
      help={words.theme.help}
      choices={themes}
      chosen={theme}
      textOf={(choice) => words.theme.choices[choice]}
      onChoose={(choice) => {
        store({ theme: choice });
      }}
    />
  );
}

function LanguageRow() {
  const { language } = usePreferences();
  const store = useStorePreferences();
  return (
    <ChoiceRow
      label={words.language.label}
      help={words.language.help}
      choices={languageChoices}
      chosen={language}
      textOf={(choice) => (choice === 'system' ? words.language.system : languageName(choice))}
      onChoose={(choice) => {
        rememberPage('settings');
        store({ language: choice });
      }}
    />
  );
}

function DeadlineRow() {
  const { deadline } = usePreferences();
  const store = useStorePreferences();
  const isRemote = useEnvironment()?.isRemote ?? false;
  const preselected = preselectedDeadline(deadline, isRemote);
  return (
    <ChoiceRow
      label={words.deadline.label}
      help={
        preselected === deadline
          ? words.deadline.help
          : words.deadline.remote({ shortest: deadlineText(preselected) })
      }
      choices={deadlines}
      chosen={deadline}
      textOf={deadlineText}
      onChoose={(choice) => {
        store({ deadline: choice });
      }}
    />
  );
}

function NotificationsRow() {
  const { notifications } = usePreferences();
  const store = useStorePreferences();
  return (
    <ChoiceRow
      label={words.notifications.label}
      help={words.notifications.help}
      choices={notificationChoices}
      chosen={notifications}
      textOf={(choice) => words.notifications.choices[choice]}
      onChoose={(choice) => {
        store({ notifications: choice });
      }}
    />
  );
}

/** What the user chooses about the program itself; each choice holds at once. */
export function SettingsPage() {
  const styles = useStyles();
  return (
    <PageMain label={words.title}>
      <PageHeader title={words.title} />
      <div className={styles.content}>
        <ul className={styles.rows}>
          <ThemeRow />
          <LanguageRow />
          <DeadlineRow />
          <NotificationsRow />
          <SignInRow />
        </ul>
      </div>
    </PageMain>
  );
}
