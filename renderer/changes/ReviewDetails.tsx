// SPDX-License-Identifier: MIT
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { messages } from '../../electron/language/messages';

const useStyles = makeStyles({
  // The chevron stands under what is above it.
  header: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
  },
});

/** What a person need not read to decide: closed until somebody asks. */
export function ReviewDetails({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Accordion
      collapsible
      openItems={isOpen ? ['details'] : []}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      <AccordionItem value="details">
        <AccordionHeader size="small" className={styles.header}>
          {messages.planDetails.title}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
