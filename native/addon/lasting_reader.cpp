// SPDX-License-Identifier: MIT
#include "addon/lasting_reader.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "addon/arguments.h"
#include "lasting/keeper_process.h"
#include "lasting/simulated/simulated_place.h"

#ifdef _WIN32
#include "lasting/windows/lasting_key.h"
#else
#include "lasting/linux/lasting_folder.h"
#endif

namespace interface_panel {
namespace {

std::unique_ptr<LastingPlace> openPlace(const Napi::Value& stateFile) {
  if (stateFile.IsNull()) return openLastingPlace();
  const std::string utf8 = textArgument(stateFile, "stateFile");
  return simulated::openLastingPlace(std::u8string(utf8.begin(), utf8.end()));
}

Napi::Value problemText(Napi::Env env, PlaceProblem problem) {
  switch (problem) {
    case PlaceProblem::none:
      return env.Null();
    case PlaceProblem::missing:
      return Napi::String::New(env, "missing");
    case PlaceProblem::notTrusted:
      return Napi::String::New(env, "not-trusted");
    case PlaceProblem::unreadable:
      return Napi::String::New(env, "unreadable");
  }
  return env.Null();
}

Napi::Value bytesValue(Napi::Env env, const std::optional<std::vector<std::uint8_t>>& bytes) {
  if (!bytes) return env.Null();
  return Napi::Buffer<std::uint8_t>::Copy(env, bytes->data(), bytes->size());
}

}  // namespace

Napi::Value readLastingPlace(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const PlaceContent content = openPlace(info[0])->read();
  Napi::Object object = Napi::Object::New(env);
  object.Set("problem", problemText(env, content.problem));
  object.Set("settings", bytesValue(env, content.settings));
  object.Set("status", bytesValue(env, content.status));
  object.Set("isOff", content.isOff);
  return object;
}

Napi::Value isKeeperRunning(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  bool lossless = false;
  if (!info[0].IsNumber() || !info[1].IsBigInt()) {
    throw Napi::TypeError::New(env, "process must be a number and startedAt a bigint");
  }
  const std::uint32_t process = info[0].As<Napi::Number>().Uint32Value();
  const std::uint64_t startedAt = info[1].As<Napi::BigInt>().Uint64Value(&lossless);
  return Napi::Boolean::New(env, lossless && isKeeperProcess(process, startedAt));
}

}  // namespace interface_panel
