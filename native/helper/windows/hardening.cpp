// SPDX-License-Identifier: MIT
#include "helper/windows/hardening.h"

#include <windows.h>

#include <array>

namespace interface_panel {
namespace {

template <typename Policy>
void setPolicy(PROCESS_MITIGATION_POLICY kind, Policy policy) {
  // A Windows that does not know a policy must not keep the program from working.
  SetProcessMitigationPolicy(kind, &policy, sizeof policy);
}

void setMitigationPolicies() {
  PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY extensionPoints{};
  extensionPoints.DisableExtensionPoints = 1;
  setPolicy(ProcessExtensionPointDisablePolicy, extensionPoints);
  PROCESS_MITIGATION_DYNAMIC_CODE_POLICY dynamicCode{};
  dynamicCode.ProhibitDynamicCode = 1;
  setPolicy(ProcessDynamicCodePolicy, dynamicCode);
  PROCESS_MITIGATION_IMAGE_LOAD_POLICY imageLoad{};
  imageLoad.NoRemoteImages = 1;
  imageLoad.NoLowMandatoryLabelImages = 1;
  imageLoad.PreferSystem32Images = 1;
  setPolicy(ProcessImageLoadPolicy, imageLoad);
  PROCESS_MITIGATION_BINARY_SIGNATURE_POLICY signature{};
  signature.MicrosoftSignedOnly = 1;
  setPolicy(ProcessSignaturePolicy, signature);
  PROCESS_MITIGATION_CHILD_PROCESS_POLICY childProcess{};
  childProcess.NoChildProcessCreation = 1;
  setPolicy(ProcessChildProcessPolicy, childProcess);
}

bool enterSystemFolder() {
  std::array<wchar_t, MAX_PATH> folder{};
  const UINT length = GetSystemDirectoryW(folder.data(), static_cast<UINT>(folder.size()));
  return length > 0 && length < folder.size() && SetCurrentDirectoryW(folder.data());
}

}  // namespace

bool hardenElevatedProcess() {
  HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  setMitigationPolicies();
  return SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) && enterSystemFolder();
}

}  // namespace interface_panel
