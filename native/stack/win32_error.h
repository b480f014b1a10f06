// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stack/result.h"

namespace interface_panel {

/// Win32 codes a stack answers with (winerror.h), usable where there is no Windows header.
namespace win32 {
inline constexpr int kFileNotFound = 2;
inline constexpr int kPathNotFound = 3;
inline constexpr int kAccessDenied = 5;
inline constexpr int kInvalidHandle = 6;
inline constexpr int kNotEnoughMemory = 8;
inline constexpr int kInvalidData = 13;
inline constexpr int kGenFailure = 31;
inline constexpr int kWriteFault = 29;
inline constexpr int kReadFault = 30;
inline constexpr int kNotSupported = 50;
inline constexpr int kInvalidParameter = 87;
inline constexpr int kOpenFailed = 110;
inline constexpr int kBufferOverflow = 111;
inline constexpr int kProcNotFound = 127;
inline constexpr int kBusy = 170;
inline constexpr int kBadFileType = 222;
inline constexpr int kFileTooLarge = 223;
inline constexpr int kVirusInfected = 225;
inline constexpr int kElevationRequired = 740;
inline constexpr int kCanNotComplete = 1003;
inline constexpr int kNotFound = 1168;
inline constexpr int kCancelled = 1223;
inline constexpr int kNetworkUnreachable = 1231;
inline constexpr int kHostUnreachable = 1232;
inline constexpr int kAccessDisabledByPolicy = 1260;
inline constexpr int kRevisionMismatch = 1306;
inline constexpr int kPrivilegeNotHeld = 1314;
inline constexpr int kFileCorrupt = 1392;
inline constexpr int kNoSystemResources = 1450;
inline constexpr int kTimeout = 1460;
inline constexpr int kObjectAlreadyExists = 5010;
inline constexpr int kInvalidState = 5023;
}  // namespace win32

/// winerror.h's symbol for a code; the decimal number for one not listed here.
std::string win32ErrorName(int code);

/// The Error of a call that answered with this Win32 code.
Error win32Error(int code, std::string call);

}  // namespace interface_panel
