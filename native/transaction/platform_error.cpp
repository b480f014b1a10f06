// SPDX-License-Identifier: MIT
#include "transaction/platform_error.h"

#include "stack/win32_error.h"

namespace interface_panel {
namespace {

// Linux numbers wherever this is built: an Error names its own domain.
constexpr int kEnodev = 19;
constexpr int kEafnosupport = 97;

}  // namespace

PlatformCode platformCode(const Error& error) {
  const bool isPosix = error.domain == ErrorDomain::posix;
  return {.code = error.code,
          .domain = isPosix ? PlatformDomain::posix : PlatformDomain::win32,
          .name = error.name};
}

bool saysGone(const Error& error) {
  const Refusal refusal = refusalFor(error);
  return refusal == Refusal::unknownInterface || refusal == Refusal::familyNotPresent;
}

Refusal refusalFor(const Error& error) {
  const bool isPosix = error.domain == ErrorDomain::posix;
  if (error.code == (isPosix ? kEnodev : win32::kFileNotFound)) return Refusal::unknownInterface;
  if (error.code == (isPosix ? kEafnosupport : win32::kNotFound)) return Refusal::familyNotPresent;
  return Refusal::platformError;
}

}  // namespace interface_panel
