// SPDX-License-Identifier: MIT
#include "addon/stack_object.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "addon/arguments.h"
#include "addon/read_worker.h"
#include "addon/snapshot_json.h"
#include "addon/stack_opener.h"
#include "addon/watch_session.h"

namespace interface_panel {
namespace {

std::string stackNameArgument(const Napi::CallbackInfo& info) {
  std::string name = textArgument(info[0], "stack");
  if (!hasStack(name)) {
    throw Napi::TypeError::New(info.Env(), "stack '" + name + "' is unknown on this system");
  }
  return name;
}

/// A path is UTF-16 on its way here; the file system library makes of it what the platform wants.
std::filesystem::path stateFileArgument(const Napi::CallbackInfo& info, const std::string& stack) {
  if (stack != "simulated") {
    if (info[1].IsUndefined()) return {};
    throw Napi::TypeError::New(info.Env(), "stateFile is for the simulated stack alone");
  }
  if (textArgument(info[1], "stateFile").empty()) {
    throw Napi::TypeError::New(info.Env(), "stateFile must not be empty");
  }
  return {info[1].As<Napi::String>().Utf16Value()};
}

/// Makes JSON of what was read, still on the thread that read it.
template <typename Value>
Result<std::string> toJson(Result<Value> read, std::string (*write)(const Value&)) {
  if (!read) return read.error();
  return write(read.value());
}

}  // namespace

Napi::Function StackObject::makeClass(Napi::Env env) {
  return DefineClass(env, "Stack",
                     {InstanceMethod("snapshot", &StackObject::snapshot),
                      InstanceMethod("changes", &StackObject::changes),
                      InstanceMethod("ipInterface", &StackObject::ipInterface),
                      InstanceMethod("bestRoute", &StackObject::bestRoute),
                      InstanceMethod("watch", &StackObject::watch)});
}

StackObject::StackObject(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  const std::string name = stackNameArgument(info);
  const std::filesystem::path stateFile = stateFileArgument(info, name);
  stack_ = std::make_shared<SharedStack>(name, openStack(name, stateFile));
}

Napi::Value StackObject::snapshot(const Napi::CallbackInfo& info) {
  return readInBackground(info.Env(), stack_,
                          [name = stack_->name()](IpStack& stack) -> Result<std::string> {
                            const Result<Snapshot> snapshot = stack.snapshot();
                            if (!snapshot) return snapshot.error();
                            return snapshotJson(snapshot.value(), name);
                          });
}

Napi::Value StackObject::changes(const Napi::CallbackInfo& info) {
  return readInBackground(info.Env(), stack_,
                          [changes = changes_](IpStack& stack) { return changes->read(stack); });
}

Napi::Value StackObject::ipInterface(const Napi::CallbackInfo& info) {
  const IpInterfaceKey key{.luid = luidArgument(info, 0, "luid"),
                           .family = familyArgument(info, 1, "family")};
  return readInBackground(info.Env(), stack_, [key](IpStack& stack) {
    return toJson(stack.ipInterface(key), ipInterfaceJson);
  });
}

Napi::Value StackObject::bestRoute(const Napi::CallbackInfo& info) {
  const IpAddress destination = addressArgument(info, 0, "destination");
  const std::optional<IpAddress> source = optionalAddressArgument(info, 1, "source");
  if (source && source->family != destination.family) {
    throw Napi::TypeError::New(info.Env(), "source must be of the family of destination");
  }
  return readInBackground(info.Env(), stack_, [destination, source](IpStack& stack) {
    return toJson(stack.bestRoute(destination, source), bestRouteJson);
  });
}

Napi::Value StackObject::watch(const Napi::CallbackInfo& info) {
  return watchInBackground(info.Env(), stack_, functionArgument(info, 0, "changed"));
}

}  // namespace interface_panel
