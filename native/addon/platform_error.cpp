// SPDX-License-Identifier: MIT
#include "addon/platform_error.h"

#include <string>

namespace interface_panel {

Napi::Object platformObject(Napi::Env env, const Error& error) {
  Napi::Object platform = Napi::Object::New(env);
  platform.Set("domain", error.domain == ErrorDomain::win32 ? "win32" : "errno");
  platform.Set("name", error.name);
  platform.Set("number", error.code);
  platform.Set("call", error.call);
  return platform;
}

Napi::Error platformError(Napi::Env env, const Error& error) {
  const std::string message =
      error.call + " failed with " + error.name + " (" + std::to_string(error.code) + ")";
  Napi::Error exception = Napi::Error::New(env, message);
  exception.Set("platform", platformObject(env, error));
  return exception;
}

}  // namespace interface_panel
