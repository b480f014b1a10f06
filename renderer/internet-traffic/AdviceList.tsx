// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { Operation } from '../../electron/contract/changes';
import type { Advice } from '../../electron/contract/preview';
import { CopyButton } from '../ui/CopyButton';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { messages } from '../ui/messages';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic.advice;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface AdviceViewProps {
  readonly names: TrafficNames;
  readonly isLocked: boolean;
  /** Makes edits of operations. */
  readonly onDraft: (operations: readonly Operation[]) => void;
}

type OtherMeans = Extract<Advice, { id: 'other-means' }>;

function OtherMeansBar({ advice, names }: { readonly advice: OtherMeans } & AdviceViewProps) {
  const { families, luid, means, program, evidence } = advice;
  const adapter = names.nameOf(luid);
  const message = words.request(program, families, withoutIsolates(adapter), means, evidence);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          <Sentence text={words.otherMeansTitle(program, adapter)} />
        </MessageBarTitle>{' '}
        {words.setting(program)}
      </MessageBarBody>
      <MessageBarActions>
        <CopyButton label={words.copyRequest} text={() => message} />
      </MessageBarActions>
    </MessageBar>
  );
}

type LanIntoVpn = Extract<Advice, { id: 'lan-into-vpn' }>;

function LanBar({ advice, names, ...rest }: { readonly advice: LanIntoVpn } & AdviceViewProps) {
  const { luid, vpn, networks, operations } = advice;
  const [adapter, tunnel] = [names.nameOf(luid), names.nameOf(vpn)];
  const message = words.lanRequest(withoutIsolates(tunnel), networks);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          <Sentence text={words.lanTitle(adapter, tunnel)} />
        </MessageBarTitle>{' '}
        <Sentence text={words.lan(networks)} />
      </MessageBarBody>
      <MessageBarActions>
        {operations.length > 0 && (
          <Button
            size="small"
            disabled={rest.isLocked}
            onClick={() => {
              rest.onDraft(operations);
            }}
          >
            {words.raiseMetric(withoutIsolates(tunnel))}
          </Button>
        )}
        <CopyButton label={words.copyRequest} text={() => message} />
      </MessageBarActions>
    </MessageBar>
  );
}

/** What no switch of this program mends, and who can. */
export function AdviceList({
  advice,
  ...props
}: { readonly advice: readonly Advice[] } & AdviceViewProps) {
  const styles = useStyles();
  if (advice.length === 0) return null;
  return (
    <section aria-label={words.heading} className={styles.list}>
      {advice.map((one) =>
        one.id === 'lan-into-vpn' ? (
          <LanBar key={`${one.id} ${one.luid}`} advice={one} {...props} />
        ) : (
          <OtherMeansBar key={`${one.id} ${one.luid}`} advice={one} {...props} />
        ),
      )}
    </section>
  );
}
