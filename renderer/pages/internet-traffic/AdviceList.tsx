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
import type { Operation } from '../../../electron/contract/operation';
import type { Advice, VpnProgram } from '../../../electron/contract/preview';
import { CopyButton } from '../../ui/CopyButton';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { conjunction } from '../../../electron/language/lists';
import { messages } from '../../../electron/language/messages';
import type { TrafficNames } from '../../../electron/texts/traffic-text';

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

type OtherMeansAdvice = Extract<Advice, { id: 'other-means' }>;

/** Where a program sets split tunnelling. */
const settingOf = (program: VpnProgram | null) =>
  program === null ? words.otherSetting : words.settings[program];

/** Into what a program leads traffic: IPsec takes it on its way through an adapter that is no VPN's. */
const tunnelOf = (program: VpnProgram | null, adapter: string) =>
  program === 'strongSwan' ? words.itsTunnel : adapter;

function otherMeansTitle(program: VpnProgram | null, adapter: string): string {
  return program === null
    ? words.otherMeansOfVpn({ adapter })
    : words.otherMeansTitle({ program, tunnel: tunnelOf(program, adapter) });
}

/** What a user sends to whoever runs the VPN. */
function requestText(
  { program, families, means, evidence }: OtherMeansAdvice,
  adapter: string,
): string {
  const facts = {
    program: program ?? words.theVpnProgram,
    families: conjunction(families),
    tunnel: tunnelOf(program, words.theAdapter({ adapter })),
    evidence: evidence.join(', '),
    setting: settingOf(program),
  };
  return means === 'rules' ? words.requestRules(facts) : words.requestRoutes(facts);
}

function OtherMeansBar({ advice, names }: { readonly advice: OtherMeansAdvice } & AdviceViewProps) {
  const { luid, program } = advice;
  const adapter = names.nameOf(luid);
  const message = requestText(advice, withoutIsolates(adapter));
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          <Sentence text={otherMeansTitle(program, adapter)} />
        </MessageBarTitle>{' '}
        {words.setting({ setting: settingOf(program) })}
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
  const message = words.lanRequest({ vpn: withoutIsolates(tunnel), networks: networks.join(', ') });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          <Sentence text={words.lanTitle({ adapter, vpn: tunnel })} />
        </MessageBarTitle>{' '}
        <Sentence text={words.lan({ networks: networks.join(', ') })} />
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
            {words.raiseMetric({ vpn: withoutIsolates(tunnel) })}
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
