// SPDX-License-Identifier: MIT
#include "addon/file_hold.h"

#include <sys/file.h>

#include <cerrno>

#include "addon/platform_error.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {

Napi::Value holdFile(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (!info[0].IsNumber()) throw Napi::TypeError::New(env, "descriptor must be a number");
  const bool held = flock(info[0].As<Napi::Number>().Int32Value(), LOCK_EX | LOCK_NB) == 0;
  if (!held && errno != EWOULDBLOCK) throw platformError(env, posixError(errno, "flock"));
  return Napi::Boolean::New(env, held);
}

}  // namespace interface_panel
