// SPDX-License-Identifier: MIT
#pragma once

#include "stack/result.h"

namespace interface_panel {

/// Whom the key lets do what: SYSTEM and Administrators everything, all others read; nothing
/// is inherited (Security Descriptor String Format).
inline constexpr const wchar_t* kLastingKeySecurity =
    L"O:BAD:PAI(A;;KA;;;SY)(A;;KA;;;BA)(A;;KR;;;BU)";

/// Makes the key if there is none; one that is there is left as it is, trusted or not. For the
/// keeper alone: the helper links no code that makes keys.
Result<Done> makeLastingKey();

}  // namespace interface_panel
