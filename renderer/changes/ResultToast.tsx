// SPDX-License-Identifier: MIT
import {
  makeStyles,
  Toast,
  Toaster,
  ToastTitle,
  tokens,
  useAnnounce,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { ResultToastContent } from './use-transaction-results';

const shownFor = 8_000;

/** The edits bar stays free. */
const aboveEditsBar = { horizontal: 16, vertical: 68 };

const useStyles = makeStyles({
  // White on white otherwise, where it stands over a card.
  toast: { border: `1px solid ${tokens.colorNeutralStroke1}` },
  // The icon belongs to a title, but this is a sentence.
  text: { fontWeight: tokens.fontWeightRegular },
});

/** Says what went well, for a few seconds. */
export function ResultToast({ toast }: { readonly toast: ResultToastContent }) {
  const styles = useStyles();
  const toasterId = useId('results');
  const { dispatchToast, dismissAllToasts } = useToastController(toasterId);
  const { announce } = useAnnounce();
  useEffect(() => {
    dismissAllToasts();
    dispatchToast(
      <Toast className={styles.toast}>
        <ToastTitle className={styles.text}>{toast.text}</ToastTitle>
      </Toast>,
      {
        intent: toast.intent,
        timeout: shownFor,
        pauseOnHover: true,
        politeness: toast.intent === 'success' ? 'polite' : 'assertive',
      },
    );
  }, [toast, dispatchToast, dismissAllToasts, styles]);
  return (
    <Toaster
      toasterId={toasterId}
      position="bottom-end"
      offset={aboveEditsBar}
      announce={(text, { politeness }) => {
        announce(text, { polite: politeness === 'polite' });
      }}
    />
  );
}
