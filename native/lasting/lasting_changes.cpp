// SPDX-License-Identifier: MIT
#include "lasting/lasting_changes.h"

#include <algorithm>

#include "lasting/meant_adapter.h"

namespace interface_panel {
namespace {

bool isOf(const LastingSetting& setting, const LastingChange& change) {
  return setting.field == change.field && setting.family == change.family;
}

/// The value of the setting with the id of the change, or else of the first one that it replaces.
template <typename Replaces>
std::optional<std::int64_t> valueNow(const LastingSettings& settings, const LastingChange& change,
                                     const Replaces& replaces) {
  std::optional<std::int64_t> value;
  for (const LastingSetting& setting : settings) {
    if (!replaces(setting)) continue;
    if (setting.id() == change.id) return setting.value;
    if (!value) value = setting.value;
  }
  return value;
}

void insert(LastingSettings& settings, LastingSetting setting) {
  const auto place = std::ranges::lower_bound(settings, setting.id(), {}, &LastingSetting::id);
  settings.insert(place, std::move(setting));
}

Refusal stop(LastingSettings& settings, const LastingChange& change) {
  const auto isMeant = [&](const LastingSetting& setting) {
    return setting.id() == change.id && isOf(setting, change);
  };
  if (valueNow(settings, change, isMeant) != change.expected) return Refusal::lastingChanged;
  std::erase_if(settings, isMeant);
  return Refusal::none;
}

Refusal make(LastingSettings& settings, const LastingChange& change,
             std::span<const NamedAdapter> adapters, const LastingOrigin& origin) {
  const auto adapter = std::ranges::find(adapters, change.luid, &NamedAdapter::luid);
  if (adapter == adapters.end()) return Refusal::unknownInterface;
  const AdapterName& name = adapter->name;
  if (name.alias.empty() || settingId(name, change.family, change.field) != change.id) {
    return Refusal::interfaceReplaced;
  }
  const auto isReplaced = [&](const LastingSetting& setting) {
    return isOf(setting, change) && (setting.id() == change.id ||
                                     meantAdapter(setting.adapter, adapters).luid == change.luid);
  };
  if (valueNow(settings, change, isReplaced) != change.expected) return Refusal::lastingChanged;
  std::erase_if(settings, isReplaced);
  insert(settings,
         {name, change.family, change.field, *change.value, origin.madeAt, origin.account});
  return Refusal::none;
}

}  // namespace

std::variant<LastingSettings, Refusal> changedSettings(LastingSettings settings,
                                                       std::span<const LastingChange> changes,
                                                       std::span<const NamedAdapter> adapters,
                                                       const LastingOrigin& origin) {
  for (const LastingChange& change : changes) {
    const Refusal refusal =
        change.value ? make(settings, change, adapters, origin) : stop(settings, change);
    if (refusal != Refusal::none) return refusal;
  }
  if (settings.size() > kMaxLastingSettings) return Refusal::tooManyLasting;
  return settings;
}

}  // namespace interface_panel
