// SPDX-License-Identifier: MIT
#include "addon/helper_object.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "addon/arguments.h"
#include "addon/helper_session.h"

namespace interface_panel {
namespace {

#ifdef _WIN32
constexpr std::string_view kPrompt = "uac";
#else
constexpr std::string_view kPrompt = "pkexec";
#endif

std::string pathOption(const Napi::Object& command) {
  const Napi::Value value = command.Get("path");
  std::string path = textArgument(value, "path");
  if (!std::filesystem::path(value.As<Napi::String>().Utf16Value()).is_absolute()) {
    throw Napi::TypeError::New(command.Env(), "path must be absolute");
  }
  return path;
}

std::optional<std::uint8_t> hexDigit(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
  return {};
}

std::optional<Sha256Digest> parseDigest(std::string_view text) {
  Sha256Digest digest{};
  if (text.size() != 2 * digest.size()) return {};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const auto high = hexDigit(text[2 * i]);
    const auto low = hexDigit(text[2 * i + 1]);
    if (!high || !low) return {};
    digest[i] = static_cast<std::uint8_t>((*high << 4) | *low);
  }
  return digest;
}

Sha256Digest planHashOption(const Napi::Object& command) {
  const auto digest = parseDigest(textArgument(command.Get("planHash"), "planHash"));
  if (!digest) {
    throw Napi::TypeError::New(command.Env(), "planHash must be 64 lower-case hexadecimal digits");
  }
  return *digest;
}

std::string stateFileOption(const Napi::Object& command) {
  const Napi::Value value = command.Get("stateFile");
  return value.IsUndefined() ? std::string() : textArgument(value, "stateFile");
}

Consent consentOption(const Napi::Object& command) {
  const std::string consent = textArgument(command.Get("consent"), "consent");
  if (consent == "direct") return Consent::none;
  if (consent == kPrompt) return Consent::prompt;
  throw Napi::TypeError::New(
      command.Env(), "consent must be 'direct' or '" + std::string(kPrompt) + "' on this system");
}

/// The bytes of `value` if it is a Uint8Array with so many of them.
const std::uint8_t* bytesOf(const Napi::Value& value, std::size_t size) {
  if (!value.IsTypedArray()) return nullptr;
  const auto array = value.As<Napi::TypedArray>();
  if (array.TypedArrayType() != napi_uint8_array || array.ByteLength() != size) return nullptr;
  return value.As<Napi::Uint8Array>().Data();
}

std::uintptr_t windowHandleOption(const Napi::Object& command) {
  const Napi::Value value = command.Get("windowHandle");
  if (value.IsUndefined()) return 0;
  std::uintptr_t handle = 0;
  const std::uint8_t* bytes = bytesOf(value, sizeof handle);
  if (bytes == nullptr) {
    throw Napi::TypeError::New(command.Env(), "windowHandle must be the bytes of a window handle");
  }
  std::memcpy(&handle, bytes, sizeof handle);
  return handle;
}

HelperCommand commandArgument(const Napi::CallbackInfo& info) {
  if (!info[0].IsObject()) throw Napi::TypeError::New(info.Env(), "command must be an object");
  const auto command = info[0].As<Napi::Object>();
  return {.helperPath = pathOption(command),
          .planHash = planHashOption(command),
          .stateFile = stateFileOption(command),
          .consent = consentOption(command),
          .ownerWindow = windowHandleOption(command)};
}

Frame frameArgument(const Napi::CallbackInfo& info) {
  Frame frame{};
  const std::uint8_t* bytes = bytesOf(info[0], frame.size());
  if (bytes == nullptr) {
    throw Napi::TypeError::New(info.Env(), "frame must be a Uint8Array of 64 bytes");
  }
  std::copy_n(bytes, frame.size(), frame.begin());
  return frame;
}

}  // namespace

Napi::Value startHelper(const Napi::CallbackInfo& info) {
  const HelperCommand command = commandArgument(info);
  const Napi::Function listener = functionArgument(info, 1, "listener");
  const std::shared_ptr<HelperSession> session =
      HelperSession::start(info.Env(), command, listener);

  Napi::Object helper = Napi::Object::New(info.Env());
  helper.Set("send",
             Napi::Function::New(
                 info.Env(),
                 [session](const Napi::CallbackInfo& call) { session->send(frameArgument(call)); },
                 "send"));
  helper.Set("close",
             Napi::Function::New(
                 info.Env(), [session](const Napi::CallbackInfo&) { session->close(); }, "close"));
  helper.Set("kill",
             Napi::Function::New(
                 info.Env(), [session](const Napi::CallbackInfo&) { session->kill(); }, "kill"));
  return helper;
}

}  // namespace interface_panel
