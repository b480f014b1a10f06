// SPDX-License-Identifier: MIT
#include "stack/linux/rule_table.h"

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

std::optional<std::pair<std::uint16_t, std::uint16_t>> readPorts(Bytes bytes) {
  const auto range = readValue<fib_rule_port_range>(bytes);
  if (!range) return std::nullopt;
  return std::pair{range->start, range->end};
}

std::optional<Rule> readRuleMessage(const NetlinkMessage& message, Family family) {
  const auto parts = splitMessage<fib_rule_hdr>(message.body);
  if (message.type != RTM_NEWRULE || !parts) return std::nullopt;
  const auto& [header, rest] = *parts;
  const AttributeTable<FRA_MAX> attributes(rest);

  Rule rule;
  rule.family = family;
  rule.priority = attributes.u32(FRA_PRIORITY);
  rule.invert = (header.flags & FIB_RULE_INVERT) != 0;
  rule.source = {readAddress(family, attributes[FRA_SRC]), header.src_len};
  rule.destination = {readAddress(family, attributes[FRA_DST]), header.dst_len};
  rule.inputInterface = readText(attributes[FRA_IIFNAME]);
  rule.outputInterface = readText(attributes[FRA_OIFNAME]);
  rule.tos = header.tos;
  rule.mark = attributes.u32(FRA_FWMARK);
  rule.markMask = attributes.u32(FRA_FWMASK);
  rule.action = header.action;
  rule.table = attributes.u32(FRA_TABLE, header.table);
  rule.gotoPriority = attributes.u32(FRA_GOTO);
  rule.suppressPrefixLength = attributes.get<std::int32_t>(FRA_SUPPRESS_PREFIXLEN).value_or(-1);
  rule.suppressInterfaceGroup = attributes.get<std::int32_t>(FRA_SUPPRESS_IFGROUP).value_or(-1);
  rule.ipProtocol = attributes.get<std::uint8_t>(FRA_IP_PROTO).value_or(0);
  rule.sourcePorts = readPorts(attributes[FRA_SPORT_RANGE]);
  rule.destinationPorts = readPorts(attributes[FRA_DPORT_RANGE]);
  if (const auto range = attributes.get<fib_rule_uid_range>(FRA_UID_RANGE)) {
    rule.uidRange = std::pair{range->start, range->end};
  }
  rule.l3mdev = attributes.get<std::uint8_t>(FRA_L3MDEV).value_or(0) != 0;
  return rule;
}

}  // namespace

Result<std::vector<Rule>> readRules(NetlinkSocket& route, Family family) {
  fib_rule_hdr header{};
  header.family = socketFamily(family);
  const auto answers = route.dump(RequestBuilder(RTM_GETRULE, header));
  if (!answers) return answers.error();
  std::vector<Rule> rules;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    if (auto rule = readRuleMessage(answers.value()[i], family)) rules.push_back(std::move(*rule));
  }
  return rules;
}

}  // namespace interface_panel
