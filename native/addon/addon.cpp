// SPDX-License-Identifier: MIT
// What the main process gets of the native half: stacks to read and watch, and a helper to start.
// Only electron/native loads it.

#include <napi.h>

#include <string>

#include "addon/administrator.h"
#include "addon/file_hold.h"
#include "addon/helper_object.h"
#include "addon/lasting_reader.h"
#include "addon/place_security.h"
#include "addon/stack_object.h"
#include "addon/tables.h"
#include "transaction/build_id.h"

namespace {

using namespace interface_panel;

Napi::Object initialize(Napi::Env env, Napi::Object exports) {
  exports.Set("Stack", StackObject::makeClass(env));
  exports.Set("startHelper", Napi::Function::New(env, startHelper, "startHelper"));
  exports.Set("buildId", std::string(buildId()));
  exports.Set("fieldTable", Napi::Function::New(env, fieldTableArray, "fieldTable"));
#ifdef _WIN32
  exports.Set("elevatesSilently", Napi::Function::New(env, elevatesSilently, "elevatesSilently"));
  exports.Set("isAdministrator", Napi::Function::New(env, isAdministrator, "isAdministrator"));
  exports.Set("ownSid", Napi::Function::New(env, ownSid, "ownSid"));
  exports.Set("placeSecurity", Napi::Function::New(env, placeSecurity, "placeSecurity"));
  exports.Set("programFilesFolder",
              Napi::Function::New(env, programFilesFolder, "programFilesFolder"));
#else
  exports.Set("holdFile", Napi::Function::New(env, holdFile, "holdFile"));
#endif
  exports.Set("isKeeperRunning", Napi::Function::New(env, isKeeperRunning, "isKeeperRunning"));
  exports.Set("readLastingPlace", Napi::Function::New(env, readLastingPlace, "readLastingPlace"));
  exports.Set("refusals", Napi::Function::New(env, refusalNumbers, "refusals"));
  return exports;
}

}  // namespace

NODE_API_MODULE(interface_panel, initialize)
