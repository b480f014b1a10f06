// SPDX-License-Identifier: MIT
#include "addon/tables.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stack/field.h"
#include "stack/refusal_name.h"

namespace interface_panel {
namespace {

std::string_view typeName(FieldType type) {
  switch (type) {
    case FieldType::addressFamily:
      return "ADDRESS_FAMILY";
    case FieldType::luid:
      return "NET_LUID";
    case FieldType::ulong:
      return "ULONG";
    case FieldType::ulong64:
      return "ULONG64";
    case FieldType::boolean:
      return "BOOLEAN";
    case FieldType::enumeration:
      return "enum";
    case FieldType::ulongArray:
      return "ULONG[16]";
    case FieldType::offloadBits:
      return "NL_INTERFACE_OFFLOAD_ROD";
  }
  return {};
}

std::string_view accessName(FieldAccess access) {
  switch (access) {
    case FieldAccess::key:
      return "key";
    case FieldAccess::settable:
      return "settable";
    case FieldAccess::status:
      return "status";
    case FieldAccess::reserved:
      return "reserved";
  }
  return {};
}

Napi::Value rangeObject(Napi::Env env, const std::optional<FieldRange>& range) {
  if (!range) return env.Null();
  Napi::Object object = Napi::Object::New(env);
  object.Set("min", static_cast<double>(range->min));
  object.Set("max", static_cast<double>(range->max));
  return object;
}

Napi::Object fieldObject(Napi::Env env, const FieldInfo& field) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", std::string(field.name));
  object.Set("type", std::string(typeName(field.type)));
  object.Set("access", std::string(accessName(field.access)));
  object.Set("IPv4", rangeObject(env, field.ipv4));
  object.Set("IPv6", rangeObject(env, field.ipv6));
  return object;
}

}  // namespace

Napi::Value fieldTableArray(const Napi::CallbackInfo& info) {
  Napi::Array array = Napi::Array::New(info.Env());
  std::uint32_t index = 0;
  for (const FieldInfo& field : fieldTable()) {
    array.Set(index++, fieldObject(info.Env(), field));
  }
  return array;
}

Napi::Value refusalNumbers(const Napi::CallbackInfo& info) {
  Napi::Object object = Napi::Object::New(info.Env());
  for (const RefusalName& entry : kRefusalNames) {
    object.Set(std::string(entry.name), static_cast<double>(entry.refusal));
  }
  return object;
}

}  // namespace interface_panel
