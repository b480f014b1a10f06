// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "stack/snapshot.h"

namespace interface_panel {

// Each of these reads one argument and throws a TypeError that names it when it is not what it must
// be. They run before anything is done, so that a call with a bad argument changes nothing.

/// A NET_LUID in decimal, without signs, spaces or leading zeros.
std::uint64_t luidArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name);

/// "IPv4" or "IPv6".
Family familyArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name);

/// The text of an address; addressText says what it looks like.
IpAddress addressArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name);

/// The same, or none when it is undefined.
std::optional<IpAddress> optionalAddressArgument(const Napi::CallbackInfo& info, std::size_t index,
                                                 const char* name);

/// A function to call back.
Napi::Function functionArgument(const Napi::CallbackInfo& info, std::size_t index,
                                const char* name);

/// Text; one that holds U+0000 is refused, since the system would see half of it.
std::string textArgument(const Napi::Value& value, const char* name);

}  // namespace interface_panel
