// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Preview } from '../../../electron/contract/preview';
import { useDetails } from '../../ui/details-context';
import { usePageChoice } from '../../ui/page-choice';
import { appErrorOf } from '../../bridge/bridge';
import { EmptyState } from '../../ui/EmptyState';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { PageMain } from '../../ui/PageMain';
import { RefreshButton } from '../../ui/RefreshButton';
import { useInterfaces } from '../../adapters/use-interfaces';
import { AdapterList } from './AdapterList';
import { answerSentences } from './address-answer';
import { AddressToCheck } from './AddressToCheck';
import { AdviceList } from './AdviceList';
import { LoadingTraffic } from './LoadingTraffic';
import { Now } from './Now';
import { TrafficPicture } from '../../traffic/picture/TrafficPicture';
import { Presets } from './Presets';
import { SplitHint } from './SplitHint';
import { useTraffic } from './use-traffic';
import type { Traffic } from './use-traffic';
import { companyVpn } from '../../traffic/status-text';
import { WhereAddressesGo } from './WhereAddressesGo';

const words = messages.internetTraffic;

const useStyles = makeStyles({
  page: { overflowY: 'auto' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '960px',
  },
  header: { width: '100%', maxWidth: '960px' },
  limits: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

interface ContentProps {
  readonly traffic: Traffic;
  readonly preview: Preview;
}

/** Everything the page says, once it is known. */
function Content({ traffic, preview }: ContentProps) {
  const styles = useStyles();
  const details = useDetails();
  const { go } = usePageChoice();
  const { names, kinds, cards, edits, hasEdits, isLocked } = traffic;
  const company = preview.presets.find(({ id }) => id === 'company-only');
  const networks = company?.obstacle === null ? company.companyNetworks : null;
  const { open } = details;
  const show = useMemo(
    () =>
      ({ luid, families: [first] }: Traffic['cards'][number]) => {
        if (first) open({ luid, family: first.family, movesFocus: true });
      },
    [open],
  );
  return (
    <div className={styles.column}>
      {traffic.error && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {errorText(traffic.error)} {words.failed}
          </MessageBarBody>
        </MessageBar>
      )}
      <Now
        preview={preview}
        names={names}
        onShowRoutes={() => {
          go('routes');
        }}
      />
      <TrafficPicture answer={preview} cards={cards} />
      <AdviceList
        advice={preview.advice}
        names={names}
        isLocked={isLocked}
        onDraft={traffic.draft}
      />
      <Presets
        hint={<SplitHint preview={preview} />}
        preview={preview}
        names={names}
        selected={traffic.selected}
        isLocked={isLocked}
        blocksOthers={traffic.blocksOthers}
        onChoose={traffic.choose}
        onChooseVpn={traffic.chooseVpn}
        onBlockOthers={(blocks) => void traffic.blockOthers(blocks)}
      />
      <AddressToCheck
        typed={traffic.typed}
        sentences={answerSentences(preview, traffic.typed, names)}
      />
      <AdapterList
        cards={cards}
        edits={edits}
        traffic={preview.traffic}
        companyVpn={companyVpn(preview, 'now')}
        names={names}
        vpn={preview.vpn}
        companyNetworks={networks}
        isLocked={isLocked}
        onSwitch={traffic.switchAdapter}
        onShow={show}
      />
      <WhereAddressesGo
        probes={preview.probes}
        names={names}
        kinds={kinds}
        hasEdits={hasEdits}
        lookup={traffic.typed.lookup}
      />
      <p className={styles.limits}>{words.limits}</p>
    </div>
  );
}

/** Which way internet traffic goes, which way it would go, and the switches for it. */
export function InternetTrafficPage() {
  const styles = useStyles();
  const queryClient = useQueryClient();
  const interfaces = useInterfaces();
  const traffic = useTraffic();
  const refresh = () => void interfaces.refetch();

  const content = () => {
    const { preview, error } = traffic;
    if (preview) return <Content traffic={traffic} preview={preview} />;
    const failure = interfaces.error ? appErrorOf(interfaces.error) : error;
    if (!failure) return <LoadingTraffic />;
    return (
      <EmptyState
        text={words.failedFirst}
        detail={errorText(failure)}
        action={messages.app.tryAgain}
        onAction={() => {
          refresh();
          void queryClient.refetchQueries({ queryKey: ['preview'] });
        }}
      />
    );
  };
  return (
    <PageMain label={words.title} className={styles.page}>
      <div className={styles.header}>
        <PageHeader title={words.title}>
          <RefreshButton onRefresh={refresh} isTight />
        </PageHeader>
      </div>
      {content()}
    </PageMain>
  );
}
