// SPDX-License-Identifier: MIT
import { ArrowRepeatAllRegular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { CellularData1Regular } from '@fluentui/react-icons/svg/cellular-data';
import { NetworkAdapter16Regular } from '@fluentui/react-icons/svg/network-adapter';
import { RouterRegular } from '@fluentui/react-icons/svg/router';
import { ShieldLockRegular } from '@fluentui/react-icons/svg/shield-lock';
import { VirtualNetworkRegular } from '@fluentui/react-icons/svg/virtual-network';
import { Wifi1Regular } from '@fluentui/react-icons/svg/wifi';
import type { ComponentType } from 'react';
import type { AdapterKind } from '../../electron/contract/adapter-kind';

interface IconProps {
  readonly className?: string;
  readonly fontSize?: number;
}

const icons: Readonly<Record<AdapterKind, ComponentType<IconProps>>> = {
  ethernet: NetworkAdapter16Regular,
  'wi-fi': Wifi1Regular,
  vpn: ShieldLockRegular,
  mobile: CellularData1Regular,
  translator: ArrowSwapRegular,
  'virtual-switch': VirtualNetworkRegular,
  loopback: ArrowRepeatAllRegular,
  other: RouterRegular,
};

interface AdapterKindIconProps extends IconProps {
  readonly kind: AdapterKind;
}

/** The kind of an adapter as an icon; words stand beside it where they matter. */
export function AdapterKindIcon({ kind, ...props }: AdapterKindIconProps) {
  const Icon = icons[kind];
  return <Icon fontSize={16} {...props} />;
}
