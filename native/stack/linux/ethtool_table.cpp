// SPDX-License-Identifier: MIT
#include "stack/linux/ethtool_table.h"

#include <linux/ethtool.h>
#include <linux/ethtool_netlink.h>
#include <linux/rtnetlink.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "stack/linux/generic_netlink.h"

namespace interface_panel {
namespace {

constexpr std::uint8_t kUdpChecksum = 1U << 2;
constexpr std::uint8_t kTcpChecksum = 1U << 3;
constexpr std::uint8_t kLargeSendV2 = 1U << 7;
constexpr std::uint8_t kChecksums = kUdpChecksum | kTcpChecksum;
constexpr std::uint32_t kSpeedUnknown = 0xFFFFFFFFU;
constexpr std::uint64_t kBitsPerMegabit = 1'000'000;
constexpr std::array kGroups{int{RTNLGRP_LINK}};
constexpr std::chrono::minutes kLongest{1};

/// What one feature of the kernel means in the words of LinkOffloads.
struct FeatureMeaning {
  std::string_view name;
  LinkOffloads meaning;
};

constexpr std::array<FeatureMeaning, 7> kFeatures{{
    {"tx-checksum-ipv4", {kChecksums, 0, 0, false}},
    {"tx-checksum-ipv6", {0, kChecksums, 0, false}},
    {"tx-checksum-ip-generic", {kChecksums, kChecksums, 0, false}},
    {"tx-tcp-segmentation", {kLargeSendV2, 0, 0, false}},
    {"tx-tcp6-segmentation", {0, kLargeSendV2, 0, false}},
    {"rx-checksum", {0, 0, kChecksums, false}},
    {"rx-lro", {0, 0, 0, true}},
}};

void merge(LinkOffloads& into, const LinkOffloads& more) {
  into.transmitIpv4 |= more.transmitIpv4;
  into.transmitIpv6 |= more.transmitIpv6;
  into.receive |= more.receive;
  into.largeReceive = into.largeReceive || more.largeReceive;
}

/// Which bit of a feature set stands for which meaning; the kernel numbers its features anew with
/// every release.
using FeatureBits = std::map<std::uint32_t, LinkOffloads>;

void readFeatureNames(Bytes strings, FeatureBits& bits) {
  while (const auto string = takeAttribute(strings)) {
    const AttributeTable<ETHTOOL_A_STRING_MAX> attributes(string->value);
    const std::string name = readText(attributes[ETHTOOL_A_STRING_VALUE]);
    for (const FeatureMeaning& feature : kFeatures) {
      if (feature.name == name) bits[attributes.u32(ETHTOOL_A_STRING_INDEX)] = feature.meaning;
    }
  }
}

FeatureBits readFeatureBits(GenericFamily& ethtool) {
  AttributeWriter set;
  set.add(ETHTOOL_A_STRINGSET_ID, std::uint32_t{ETH_SS_FEATURES});
  AttributeWriter sets;
  sets.addNested(ETHTOOL_A_STRINGSETS_STRINGSET, set);
  RequestBuilder request = ethtool.request(ETHTOOL_MSG_STRSET_GET);
  request.addNested(ETHTOOL_A_STRSET_HEADER, AttributeWriter{});
  request.addNested(ETHTOOL_A_STRSET_STRINGSETS, sets);

  FeatureBits bits;
  const auto answers = ethtool.socket().get(request);
  if (!answers || answers->size() == 0) return bits;
  const auto attributes = genericAttributes<ETHTOOL_A_STRSET_MAX>(answers.value()[0]);
  const AttributeTable<ETHTOOL_A_STRINGSETS_MAX> found(attributes[ETHTOOL_A_STRSET_STRINGSETS]);
  const AttributeTable<ETHTOOL_A_STRINGSET_MAX> strings(found[ETHTOOL_A_STRINGSETS_STRINGSET]);
  readFeatureNames(strings[ETHTOOL_A_STRINGSET_STRINGS], bits);
  return bits;
}

std::uint32_t readIndex(Bytes header) {
  return AttributeTable<ETHTOOL_A_HEADER_MAX>(header).u32(ETHTOOL_A_HEADER_DEV_INDEX);
}

LinkOffloads readActive(Bytes bitset, const FeatureBits& bits) {
  LinkOffloads offloads;
  const Bytes words = AttributeTable<ETHTOOL_A_BITSET_MAX>(bitset)[ETHTOOL_A_BITSET_VALUE];
  for (const auto& [bit, meaning] : bits) {
    const std::size_t at = bit / 32 * sizeof(std::uint32_t);
    const auto word = readValue<std::uint32_t>(words.subspan(std::min(at, words.size())));
    if (word && (*word >> (bit % 32) & 1U) != 0) merge(offloads, meaning);
  }
  return offloads;
}

AttributeWriter requestHeader(std::optional<std::uint32_t> index) {
  AttributeWriter header;
  if (index) header.add(ETHTOOL_A_HEADER_DEV_INDEX, *index);
  header.add(ETHTOOL_A_HEADER_FLAGS, std::uint32_t{ETHTOOL_FLAG_COMPACT_BITSETS});
  return header;
}

}  // namespace

OffloadTable readOffloads(std::optional<std::uint32_t> index) {
  OffloadTable table;
  auto ethtool = GenericFamily::open(ETHTOOL_GENL_NAME);
  if (!ethtool) return table;
  const FeatureBits bits = readFeatureBits(ethtool.value());
  RequestBuilder request = ethtool->request(ETHTOOL_MSG_FEATURES_GET);
  request.addNested(ETHTOOL_A_FEATURES_HEADER, requestHeader(index));
  const auto answers = index ? ethtool->socket().get(request) : ethtool->socket().dump(request);
  if (!answers) return table;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto attributes = genericAttributes<ETHTOOL_A_FEATURES_MAX>(answers.value()[i]);
    table[readIndex(attributes[ETHTOOL_A_FEATURES_HEADER])] =
        readActive(attributes[ETHTOOL_A_FEATURES_ACTIVE], bits);
  }
  return table;
}

std::map<std::uint32_t, std::uint64_t> readLinkSpeeds() {
  std::map<std::uint32_t, std::uint64_t> speeds;
  auto ethtool = GenericFamily::open(ETHTOOL_GENL_NAME);
  if (!ethtool) return speeds;
  RequestBuilder request = ethtool->request(ETHTOOL_MSG_LINKMODES_GET);
  request.addNested(ETHTOOL_A_LINKMODES_HEADER, requestHeader(std::nullopt));
  const auto answers = ethtool->socket().dump(request);
  if (!answers) return speeds;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto attributes = genericAttributes<ETHTOOL_A_LINKMODES_MAX>(answers.value()[i]);
    const std::uint32_t megabits = attributes.u32(ETHTOOL_A_LINKMODES_SPEED, kSpeedUnknown);
    if (megabits == kSpeedUnknown) continue;
    speeds[readIndex(attributes[ETHTOOL_A_LINKMODES_HEADER])] = megabits * kBitsPerMegabit;
  }
  return speeds;
}

EthtoolTables::EthtoolTables() : notices_(kGroups) {}

const EthtoolTables::Tables& EthtoolTables::read() {
  const KernelNews news = notices_.take();
  const auto now = std::chrono::steady_clock::now();
  const bool told = news.ofAll || !news.links.empty();
  if (!readAt_ || told || now - *readAt_ >= kLongest) {
    tables_ = {readOffloads(), readLinkSpeeds()};
    readAt_ = now;
  }
  return tables_;
}

}  // namespace interface_panel
