// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace interface_panel {

/// Whether this descriptor is a SOCK_SEQPACKET socket pair made by the app with this process id,
/// which is also the parent of this process (pkexec keeps both), and by the user on whose behalf
/// this process runs: the one pkexec names in PKEXEC_UID, otherwise its own.
///
/// SO_PEERCRED names the maker of the pair at both of its ends, so the three are compared together.
bool isApp(int descriptor, std::uint32_t appProcess);

/// A user id as pkexec writes it; none for anything else.
std::optional<std::uint32_t> parseUserId(std::string_view text);

}  // namespace interface_panel
