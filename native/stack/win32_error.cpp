// SPDX-License-Identifier: MIT
#include "stack/win32_error.h"

#include <utility>

namespace interface_panel {

std::string win32ErrorName(int code) {
  switch (code) {
    case win32::kFileNotFound:
      return "ERROR_FILE_NOT_FOUND";
    case win32::kPathNotFound:
      return "ERROR_PATH_NOT_FOUND";
    case win32::kAccessDenied:
      return "ERROR_ACCESS_DENIED";
    case win32::kInvalidHandle:
      return "ERROR_INVALID_HANDLE";
    case win32::kNotEnoughMemory:
      return "ERROR_NOT_ENOUGH_MEMORY";
    case win32::kInvalidData:
      return "ERROR_INVALID_DATA";
    case win32::kWriteFault:
      return "ERROR_WRITE_FAULT";
    case win32::kReadFault:
      return "ERROR_READ_FAULT";
    case win32::kGenFailure:
      return "ERROR_GEN_FAILURE";
    case win32::kNotSupported:
      return "ERROR_NOT_SUPPORTED";
    case win32::kInvalidParameter:
      return "ERROR_INVALID_PARAMETER";
    case win32::kOpenFailed:
      return "ERROR_OPEN_FAILED";
    case win32::kBufferOverflow:
      return "ERROR_BUFFER_OVERFLOW";
    case win32::kProcNotFound:
      return "ERROR_PROC_NOT_FOUND";
    case win32::kBusy:
      return "ERROR_BUSY";
    case win32::kBadFileType:
      return "ERROR_BAD_FILE_TYPE";
    case win32::kFileTooLarge:
      return "ERROR_FILE_TOO_LARGE";
    case win32::kVirusInfected:
      return "ERROR_VIRUS_INFECTED";
    case win32::kElevationRequired:
      return "ERROR_ELEVATION_REQUIRED";
    case win32::kCanNotComplete:
      return "ERROR_CAN_NOT_COMPLETE";
    case win32::kNotFound:
      return "ERROR_NOT_FOUND";
    case win32::kCancelled:
      return "ERROR_CANCELLED";
    case win32::kNetworkUnreachable:
      return "ERROR_NETWORK_UNREACHABLE";
    case win32::kHostUnreachable:
      return "ERROR_HOST_UNREACHABLE";
    case win32::kAccessDisabledByPolicy:
      return "ERROR_ACCESS_DISABLED_BY_POLICY";
    case win32::kRevisionMismatch:
      return "ERROR_REVISION_MISMATCH";
    case win32::kPrivilegeNotHeld:
      return "ERROR_PRIVILEGE_NOT_HELD";
    case win32::kFileCorrupt:
      return "ERROR_FILE_CORRUPT";
    case win32::kNoSystemResources:
      return "ERROR_NO_SYSTEM_RESOURCES";
    case win32::kTimeout:
      return "ERROR_TIMEOUT";
    case win32::kObjectAlreadyExists:
      return "ERROR_OBJECT_ALREADY_EXISTS";
    case win32::kInvalidState:
      return "ERROR_INVALID_STATE";
    default:
      return std::to_string(code);
  }
}

Error win32Error(int code, std::string call) {
  return Error{ErrorDomain::win32, code, win32ErrorName(code), std::move(call)};
}

}  // namespace interface_panel
