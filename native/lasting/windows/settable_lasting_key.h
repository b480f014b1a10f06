// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel {

/// As openLastingPlace, to write as well. Makes no key.
std::unique_ptr<SettableLastingPlace> openSettableLastingPlace();

/// Whom the key lets do what: SYSTEM and Administrators everything, all others read; nothing
/// is inherited (Security Descriptor String Format).
inline constexpr const wchar_t* kLastingKeySecurity =
    L"O:BAD:PAI(A;;KA;;;SY)(A;;KA;;;BA)(A;;KR;;;BU)";

/// Makes the key if there is none; one that is there is left as it is, trusted or not.
Result<Done> makeLastingKey();

}  // namespace interface_panel
