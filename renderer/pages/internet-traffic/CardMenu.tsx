// SPDX-License-Identifier: MIT
import {
  Button,
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { adapterKinds } from '../../../electron/contract/adapter-kind';
import { messages } from '../../../electron/language/messages';
import type { AdapterCard } from '../../traffic/adapter-cards';
import { useCorrectAdapterKind } from '../../adapters/use-adapter-kinds';

const words = messages.internetTraffic.adapters;
const { kinds } = messages.interfaces;

interface CardMenuProps {
  readonly card: AdapterCard;
  /** Shows the adapter on the page of interfaces; null where it has no IP interface. */
  readonly onShow: (() => void) | null;
  /** Gives each family a switch of its own, or both one; null where that can't be. */
  readonly apart: { readonly command: string; readonly onToggle: () => void } | null;
}

/** What else can be done with an adapter: see its fields, say what kind it is, set its families apart. */
export function CardMenu({ card, onShow, apart }: CardMenuProps) {
  const correct = useCorrectAdapterKind();
  const { adapter, name, kind } = card;
  const recognised = adapter.kind;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={words.more({ adapter: name })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onShow && <MenuItem onClick={onShow}>{words.showInInterfaces}</MenuItem>}
          <Menu
            checkedValues={{ kind: [kind] }}
            onCheckedValueChange={(_, { checkedItems }) => {
              const chosen = adapterKinds.find((candidate) => candidate === checkedItems[0]);
              if (chosen) correct(adapter, chosen);
            }}
          >
            <MenuTrigger disableButtonEnhancement>
              <MenuItem>{words.thisIsA}</MenuItem>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {adapterKinds.map((candidate) => (
                  <MenuItemRadio key={candidate} name="kind" value={candidate}>
                    {candidate === recognised
                      ? words.recognised({ kind: kinds[candidate] })
                      : kinds[candidate]}
                  </MenuItemRadio>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          {apart && <MenuItem onClick={apart.onToggle}>{apart.command}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
