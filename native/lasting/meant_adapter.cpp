// SPDX-License-Identifier: MIT
#include "lasting/meant_adapter.h"

#include <functional>

namespace interface_panel {
namespace {

MeantAdapter onlyOne(std::span<const NamedAdapter> adapters,
                     const std::function<bool(const AdapterName&)>& fits) {
  MeantAdapter meant;
  for (const NamedAdapter& adapter : adapters) {
    if (adapter.name.alias.empty() || !fits(adapter.name)) continue;
    if (meant.kind == MeantAdapter::Kind::one) return {MeantAdapter::Kind::several, 0};
    meant = {MeantAdapter::Kind::one, adapter.luid};
  }
  return meant;
}

}  // namespace

MeantAdapter meantAdapter(const AdapterName& name, std::span<const NamedAdapter> adapters) {
  if (name.guid != AdapterGuid{}) {
    const MeantAdapter byGuid = onlyOne(adapters, [&](const AdapterName& other) {
      return other.guid == name.guid && other.type == name.type;
    });
    if (byGuid.kind != MeantAdapter::Kind::none) return byGuid;
  }
  return onlyOne(adapters, [&](const AdapterName& other) {
    return other.alias == name.alias && other.type == name.type;
  });
}

}  // namespace interface_panel
