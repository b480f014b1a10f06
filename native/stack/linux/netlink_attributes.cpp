// SPDX-License-Identifier: MIT
#include "stack/linux/netlink_attributes.h"

#include <linux/netlink.h>

#include <algorithm>

namespace interface_panel {

std::optional<Attribute> takeAttribute(Bytes& bytes) {
  const auto header = readValue<nlattr>(bytes);
  if (!header || header->nla_len < sizeof(nlattr) || header->nla_len > bytes.size()) {
    return std::nullopt;
  }
  const Attribute attribute{static_cast<std::uint16_t>(header->nla_type & NLA_TYPE_MASK),
                            bytes.subspan(sizeof(nlattr), header->nla_len - sizeof(nlattr))};
  const std::size_t step = NLA_ALIGN(static_cast<std::size_t>(header->nla_len));
  bytes = bytes.subspan(std::min(step, bytes.size()));
  return attribute;
}

std::string readText(Bytes bytes) {
  const auto end = std::find(bytes.begin(), bytes.end(), std::uint8_t{0});
  return {bytes.begin(), end};
}

void AttributeWriter::add(std::uint16_t type, Bytes value) {
  appendHeader(nlattr{static_cast<std::uint16_t>(sizeof(nlattr) + value.size()), type});
  bytes_.insert(bytes_.end(), value.begin(), value.end());
  bytes_.resize(NLA_ALIGN(bytes_.size()));
}

void AttributeWriter::addNested(std::uint16_t type, const AttributeWriter& inner) {
  add(static_cast<std::uint16_t>(type | NLA_F_NESTED), inner.bytes());
}

}  // namespace interface_panel
