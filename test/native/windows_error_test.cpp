// SPDX-License-Identifier: MIT
// The codes that the stacks know without a Windows header are those of winerror.h.
#include <doctest/doctest.h>

#include "stack/windows/call_error.h"

namespace interface_panel {

#define CHECK_CODE(constant, symbol)                  \
  CHECK(win32::constant == static_cast<int>(symbol)); \
  CHECK(win32ErrorName(static_cast<int>(symbol)) == #symbol)

TEST_CASE("every Win32 code has the number and the name of winerror.h") {
  CHECK_CODE(kFileNotFound, ERROR_FILE_NOT_FOUND);
  CHECK_CODE(kPathNotFound, ERROR_PATH_NOT_FOUND);
  CHECK_CODE(kAccessDenied, ERROR_ACCESS_DENIED);
  CHECK_CODE(kInvalidHandle, ERROR_INVALID_HANDLE);
  CHECK_CODE(kNotEnoughMemory, ERROR_NOT_ENOUGH_MEMORY);
  CHECK_CODE(kInvalidData, ERROR_INVALID_DATA);
  CHECK_CODE(kWriteFault, ERROR_WRITE_FAULT);
  CHECK_CODE(kReadFault, ERROR_READ_FAULT);
  CHECK_CODE(kGenFailure, ERROR_GEN_FAILURE);
  CHECK_CODE(kNotSupported, ERROR_NOT_SUPPORTED);
  CHECK_CODE(kInvalidParameter, ERROR_INVALID_PARAMETER);
  CHECK_CODE(kOpenFailed, ERROR_OPEN_FAILED);
  CHECK_CODE(kBufferOverflow, ERROR_BUFFER_OVERFLOW);
  CHECK_CODE(kProcNotFound, ERROR_PROC_NOT_FOUND);
  CHECK_CODE(kBusy, ERROR_BUSY);
  CHECK_CODE(kBadFileType, ERROR_BAD_FILE_TYPE);
  CHECK_CODE(kFileTooLarge, ERROR_FILE_TOO_LARGE);
  CHECK_CODE(kCanNotComplete, ERROR_CAN_NOT_COMPLETE);
  CHECK_CODE(kNotFound, ERROR_NOT_FOUND);
  CHECK_CODE(kCancelled, ERROR_CANCELLED);
  CHECK_CODE(kNetworkUnreachable, ERROR_NETWORK_UNREACHABLE);
  CHECK_CODE(kHostUnreachable, ERROR_HOST_UNREACHABLE);
  CHECK_CODE(kAccessDisabledByPolicy, ERROR_ACCESS_DISABLED_BY_POLICY);
  CHECK_CODE(kRevisionMismatch, ERROR_REVISION_MISMATCH);
  CHECK_CODE(kPrivilegeNotHeld, ERROR_PRIVILEGE_NOT_HELD);
  CHECK_CODE(kFileCorrupt, ERROR_FILE_CORRUPT);
  CHECK_CODE(kNoSystemResources, ERROR_NO_SYSTEM_RESOURCES);
  CHECK_CODE(kTimeout, ERROR_TIMEOUT);
  CHECK_CODE(kObjectAlreadyExists, ERROR_OBJECT_ALREADY_EXISTS);
  CHECK_CODE(kInvalidState, ERROR_INVALID_STATE);
}

#undef CHECK_CODE

TEST_CASE("two codes of a failed launch that MinGW's winerror.h leaves out have their names") {
  CHECK(win32ErrorName(225) == "ERROR_VIRUS_INFECTED");
  CHECK(win32ErrorName(740) == "ERROR_ELEVATION_REQUIRED");
}

TEST_CASE("a code without a name is told by its number") {
  CHECK(callError(12345, "GetIfTable2").name == "12345");
}

}  // namespace interface_panel
