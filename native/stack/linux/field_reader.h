// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "stack/field.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/operation.h"
#include "stack/result.h"

namespace interface_panel {

/// The value of one field of the link's IP interface, as its row tells it, read without what other
/// fields rest on and, as far as the kernel can be asked so, without other links; none where the
/// row has none.
Result<std::optional<std::int64_t>> readFieldValue(NetlinkSocket& route, const Link& link,
                                                   Family family, Field field);

/// Why the field cannot be set on the link now, whatever the value, or Refusal::none.
Result<Refusal> readStandingRefusal(NetlinkSocket& route, const Link& link, Family family,
                                    Field field);

}  // namespace interface_panel
