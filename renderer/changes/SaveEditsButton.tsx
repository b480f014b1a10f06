// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons/svg/save';
import { useState } from 'react';
import type { EditsToSave } from '../../electron/contract/support';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { errorText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';

const words = messages.support.edits;

const useStyles = makeStyles({
  outcome: {
    ...typographyStyles.caption1,
    flexBasis: '100%',
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
});

/** Saves the edits under review for somebody else to open: works without permission to change anything. */
export function SaveEditsButton({ edits }: { readonly edits: EditsToSave }) {
  const styles = useStyles();
  const bridge = useBridge();
  const { announce } = useAnnounce();
  const [outcome, setOutcome] = useState('');
  const say = (text: string) => {
    setOutcome(text);
    announce(text, { polite: true });
  };
  const save = async () => {
    try {
      const saved = unwrap(await bridge.support.saveEdits(edits));
      if (saved) say(words.saved({ name: saved.name }));
    } catch (reason) {
      say(`${words.failed} ${errorText(appErrorOf(reason))}`);
    }
  };
  return (
    <>
      <Button size="small" icon={<SaveRegular />} onClick={() => void save()}>
        {words.save}
      </Button>
      {outcome !== '' && <p className={styles.outcome}>{outcome}</p>}
    </>
  );
}
