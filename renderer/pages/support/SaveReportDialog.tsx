// SPDX-License-Identifier: MIT
import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { IpInterface } from '../../../electron/contract/snapshot';
import type { ReportRequest } from '../../../electron/contract/support';
import { useSelection } from '../../adapters/selection-context';
import { appErrorOf, unwrap, useBridge } from '../../bridge/bridge';
import { useInterfaces } from '../../adapters/use-interfaces';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';
import { PlainDialog } from '../../ui/PlainDialog';

const words = messages.support.report;

const none: readonly IpInterface[] = [];

interface SaveOutcome {
  readonly intent: 'success' | 'error';
  readonly text: string;
  /** Whether the file was shown in its folder, which it is once. */
  readonly isShown: boolean;
}

interface SavedNoteProps {
  readonly outcome: SaveOutcome;
  readonly onShow: () => void;
}

function SavedNote({ outcome: { intent, text, isShown }, onShow }: SavedNoteProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      {intent === 'success' && (
        <MessageBarActions>
          <Button disabledFocusable={isShown} onClick={onShow}>
            {words.showInFolder}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Asks what a report shall hold, and has it saved where the system's dialog says. */
export function SaveReportDialog({ onClose }: { readonly onClose: () => void }) {
  const bridge = useBridge();
  const ipInterfaces = useInterfaces().data?.ipInterfaces ?? none;
  const { selection } = useSelection();
  const selected = useMemo(
    () => ipInterfaces.filter((row) => selection.has(ipInterfaceId(row))),
    [ipInterfaces, selection],
  );
  const [isSelectionWanted, setIsSelectionWanted] = useState(selected.length > 0);
  const [format, setFormat] = useState<ReportRequest['format']>('html');
  const [isMasked, setIsMasked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const isSaved = outcome?.intent === 'success';
  const takesSelection = isSelectionWanted && selected.length > 0;

  const save = async () => {
    setIsSaving(true);
    const scope = takesSelection ? selected.map(({ luid, family }) => ({ luid, family })) : null;
    try {
      const saved = unwrap(await bridge.support.saveReport({ scope, format, isMasked }));
      setOutcome(saved && { intent: 'success', text: words.saved(saved), isShown: false });
    } catch (reason) {
      const text = `${words.failed} ${errorText(appErrorOf(reason))}`;
      setOutcome({ intent: 'error', text, isShown: false });
    }
    setIsSaving(false);
  };
  const show = () => {
    setOutcome(outcome && { ...outcome, isShown: true });
    // Where the system has no file manager, the name of the folder has to do.
    void bridge.support.showSaved();
  };

  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button
            appearance={isSaved ? 'secondary' : 'primary'}
            disabledFocusable={isSaving}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
          <Button appearance={isSaved ? 'primary' : 'secondary'} onClick={onClose}>
            {messages.app.close}
          </Button>
        </>
      }
    >
      <span>{words.about}</span>
      <Field label={words.scope} hint={selected.length === 0 ? words.noSelection : ''}>
        <RadioGroup
          value={takesSelection ? 'selection' : 'everything'}
          onChange={(_, { value }) => {
            setIsSelectionWanted(value === 'selection');
          }}
        >
          <Radio value="everything" label={words.everything({ n: ipInterfaces.length })} />
          <Radio
            value="selection"
            disabled={selected.length === 0}
            label={words.selection({ n: selected.length })}
          />
        </RadioGroup>
      </Field>
      <Field label={words.format}>
        <RadioGroup
          value={format}
          onChange={(_, { value }) => {
            setFormat(value === 'json' ? 'json' : 'html');
          }}
        >
          <Radio value="html" label={words.html} />
          <Radio value="json" label={words.json} />
        </RadioGroup>
      </Field>
      <Field hint={words.maskHelp}>
        <Checkbox
          label={words.mask}
          checked={isMasked}
          onChange={(_, { checked }) => {
            setIsMasked(checked === true);
          }}
        />
      </Field>
      {outcome && <SavedNote outcome={outcome} onShow={show} />}
    </PlainDialog>
  );
}
