// SPDX-License-Identifier: MIT
#include "lasting/lasting_changes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace interface_panel;

namespace {

constexpr std::uint64_t kTunnel = 7;
constexpr std::uint64_t kOther = 8;
const AdapterName kTunnelName{"tun0", 131, {}};
const LastingOrigin kOrigin{1000, "anna"};
const std::vector<NamedAdapter> kAdapters{{kTunnel, kTunnelName}, {kOther, {"eth0", 6, {}}}};

LastingSetting setting(const AdapterName& adapter, std::int64_t value,
                       Field field = Field::DisableDefaultRoutes) {
  return {adapter, Family::ipv4, field, value, 500, "bert"};
}

LastingChange making(std::optional<std::int64_t> expected, std::int64_t value,
                     const AdapterName& name = kTunnelName, std::uint64_t luid = kTunnel) {
  const Field field = Field::DisableDefaultRoutes;
  return {field, Family::ipv4, luid, expected, value, settingId(name, Family::ipv4, field)};
}

LastingChange stopping(const LastingSetting& setting) {
  return {setting.field, setting.family, 0, setting.value, std::nullopt, setting.id()};
}

LastingSettings madeOf(LastingSettings settings, const LastingChange& change,
                       const std::vector<NamedAdapter>& adapters = kAdapters) {
  const auto changed = changedSettings(std::move(settings), {{change}}, adapters, kOrigin);
  REQUIRE(std::holds_alternative<LastingSettings>(changed));
  return std::get<LastingSettings>(changed);
}

Refusal refusalOf(LastingSettings settings, const LastingChange& change,
                  const std::vector<NamedAdapter>& adapters = kAdapters) {
  const auto changed = changedSettings(std::move(settings), {{change}}, adapters, kOrigin);
  REQUIRE(std::holds_alternative<Refusal>(changed));
  return std::get<Refusal>(changed);
}

}  // namespace

TEST_CASE("A value comes to last, with who made it and when") {
  const auto settings = madeOf({}, making(std::nullopt, 1));
  REQUIRE(settings.size() == 1);
  CHECK(settings[0] ==
        LastingSetting{kTunnelName, Family::ipv4, Field::DisableDefaultRoutes, 1, 1000, "anna"});
}

TEST_CASE("A value takes the place of the one that lasted") {
  const auto settings = madeOf({setting(kTunnelName, 0)}, making(0, 1));
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].value == 1);
}

TEST_CASE("Settings stay in the order of their ids") {
  LastingSettings settings;
  for (int i = 0; i < 20; ++i) {
    const AdapterName name{"tun" + std::to_string(i), 131, {}};
    settings = madeOf(settings, making(std::nullopt, 1, name), {{kTunnel, name}});
  }
  REQUIRE(settings.size() == 20);
  for (std::size_t i = 1; i < settings.size(); ++i) CHECK(settings[i - 1].id() < settings[i].id());
}

TEST_CASE("A setting of the same adapter under an older GUID is replaced") {
  const AdapterName before{"Work", 53, {1}};
  const AdapterName now{"Work", 53, {2}};
  const auto settings = madeOf({setting(before, 0)}, making(0, 1, now), {{kTunnel, now}});
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].adapter == now);
}

TEST_CASE("A setting stops, whether its adapter is there or not") {
  const LastingSetting kept = setting(kTunnelName, 1, Field::NlMtu);
  const LastingSetting stopped = setting({"tun9", 131, {}}, 1);
  LastingSettings settings{kept, stopped};
  if (settings[1].id() < settings[0].id()) std::swap(settings[0], settings[1]);
  CHECK(madeOf(settings, stopping(stopped)) == LastingSettings{kept});
}

TEST_CASE("What the store has since come to have is not changed unseen") {
  CHECK(refusalOf({setting(kTunnelName, 0)}, making(std::nullopt, 1)) == Refusal::lastingChanged);
  CHECK(refusalOf({}, making(0, 1)) == Refusal::lastingChanged);
  CHECK(refusalOf({setting(kTunnelName, 0)}, making(1, 1)) == Refusal::lastingChanged);
  CHECK(refusalOf({}, stopping(setting(kTunnelName, 1))) == Refusal::lastingChanged);
  CHECK(refusalOf({setting(kTunnelName, 0)}, stopping(setting(kTunnelName, 1))) ==
        Refusal::lastingChanged);
}

TEST_CASE("An id of one setting stops no other one") {
  LastingChange change = stopping(setting(kTunnelName, 1));
  change.field = Field::NlMtu;
  CHECK(refusalOf({setting(kTunnelName, 1)}, change) == Refusal::lastingChanged);
}

TEST_CASE("Only the adapter that was meant gets a setting") {
  CHECK(refusalOf({}, making(std::nullopt, 1, kTunnelName, 99)) == Refusal::unknownInterface);
  CHECK(refusalOf({}, making(std::nullopt, 1, kTunnelName, kOther)) == Refusal::interfaceReplaced);
  const AdapterName nameless{"", 131, {}};
  CHECK(refusalOf({}, making(std::nullopt, 1, nameless), {{kTunnel, nameless}}) ==
        Refusal::interfaceReplaced);
}

TEST_CASE("1,024 settings are the most") {
  LastingSettings settings;
  for (int i = 0; i < 1024; ++i) settings.push_back(setting({"a" + std::to_string(i), 6, {}}, 1));
  std::ranges::sort(settings, {}, &LastingSetting::id);
  CHECK(refusalOf(settings, making(std::nullopt, 1)) == Refusal::tooManyLasting);
  settings.pop_back();
  CHECK(madeOf(settings, making(std::nullopt, 1)).size() == 1024);
}
