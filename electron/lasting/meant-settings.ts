// SPDX-License-Identifier: MIT
import { fieldKeyId } from '../contract/operation';
import type { FieldKey } from '../contract/operation';
import type { Adapter, Luid, Snapshot } from '../contract/snapshot';
import type { StoredSetting } from './lasting-settings-codec';
import { canBeMeant, meantAmong } from './meant-adapter';
import { settingId } from './setting-id';

/** Lasting settings beside the adapters that they mean now. */
export class MeantSettings {
  readonly #adapters: ReadonlyMap<Luid, Adapter>;
  readonly #byId: ReadonlyMap<string, StoredSetting>;
  readonly #byKey = new Map<string, StoredSetting[]>();

  constructor(settings: readonly StoredSetting[], { adapters }: Pick<Snapshot, 'adapters'>) {
    this.#adapters = new Map(adapters.map((adapter) => [adapter.luid, adapter]));
    this.#byId = new Map(settings.map((setting) => [setting.id, setting]));
    const meant = meantAmong(adapters);
    for (const setting of settings) {
      const adapter = meant(setting);
      if (adapter !== null && adapter !== 'two') this.#note(setting, adapter.luid);
    }
  }

  get(id: string): StoredSetting | undefined {
    return this.#byId.get(id);
  }

  /** The adapter there now by its LUID, if a setting could mean it. */
  adapter(luid: Luid): Adapter | null {
    const adapter = this.#adapters.get(luid);
    return adapter && canBeMeant(adapter) ? adapter : null;
  }

  /** The settings that a new one for this adapter, family and field takes the place of, the one with its id first. */
  of(key: FieldKey): readonly StoredSetting[] {
    const adapter = this.adapter(key.luid);
    if (!adapter) return [];
    const same = this.#byId.get(settingId(adapter, key.family, key.field));
    const others = (this.#byKey.get(fieldKeyId(key)) ?? []).filter((setting) => setting !== same);
    return same ? [same, ...others] : others;
  }

  /** The adapter for which a setting with this id could be made now. */
  nameBearer(id: string, about: Pick<StoredSetting, 'alias' | 'family' | 'field'>): Adapter | null {
    for (const adapter of this.#adapters.values()) {
      if (adapter.alias !== about.alias || !canBeMeant(adapter)) continue;
      if (settingId(adapter, about.family, about.field) === id) return adapter;
    }
    return null;
  }

  #note(setting: StoredSetting, luid: Luid): void {
    const key = fieldKeyId({ ...setting, luid });
    const known = this.#byKey.get(key);
    if (known) known.push(setting);
    else this.#byKey.set(key, [setting]);
  }
}
