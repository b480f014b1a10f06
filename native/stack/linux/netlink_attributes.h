// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace interface_panel {

using Bytes = std::span<const std::uint8_t>;

/// One netlink attribute: its type without the flag bits, and its payload.
struct Attribute {
  std::uint16_t type = 0;
  Bytes value;
};

/// The attribute at the front of `bytes`, and `bytes` moved past it; none when what is left is no
/// whole attribute. Never reads outside `bytes`, whatever the lengths say. Source: RFC 3549, 3.3.
std::optional<Attribute> takeAttribute(Bytes& bytes);

/// A value of a fixed size from the front of `bytes`; none when there are too few.
template <typename T>
std::optional<T> readValue(Bytes bytes) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (bytes.size() < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, bytes.data(), sizeof(T));
  return value;
}

/// The text of a zero-terminated attribute.
std::string readText(Bytes bytes);

/// The attributes of a message by type; of several with one type the last one counts, as in the
/// kernel. Types above `Max` are left out.
template <std::uint16_t Max>
class AttributeTable {
 public:
  explicit AttributeTable(Bytes bytes) {
    while (const auto attribute = takeAttribute(bytes)) {
      if (attribute->type <= Max) slots_[attribute->type] = attribute->value;
    }
  }

  [[nodiscard]] bool has(std::uint16_t type) const { return slots_[type].data() != nullptr; }
  [[nodiscard]] Bytes operator[](std::uint16_t type) const { return slots_[type]; }

  template <typename T>
  [[nodiscard]] std::optional<T> get(std::uint16_t type) const {
    return readValue<T>(slots_[type]);
  }
  [[nodiscard]] std::uint32_t u32(std::uint16_t type, std::uint32_t otherwise = 0) const {
    return get<std::uint32_t>(type).value_or(otherwise);
  }

 private:
  std::array<Bytes, static_cast<std::size_t>(Max) + 1> slots_{};
};

/// Writes attributes one after the other, each aligned to four bytes.
class AttributeWriter {
 public:
  void add(std::uint16_t type, Bytes value);

  template <typename T>
  void add(std::uint16_t type, const T& value)
    requires(std::is_trivially_copyable_v<T> && !std::is_same_v<T, Bytes>)
  {
    std::array<std::uint8_t, sizeof(T)> bytes;
    std::memcpy(bytes.data(), &value, sizeof(T));
    add(type, Bytes(bytes));
  }

  /// An attribute that holds the attributes of `inner`.
  void addNested(std::uint16_t type, const AttributeWriter& inner);

  [[nodiscard]] Bytes bytes() const { return bytes_; }

 protected:
  template <typename T>
  void appendHeader(const T& header) {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::size_t at = bytes_.size();
    bytes_.resize((at + sizeof(T) + 3) & ~std::size_t{3});
    std::memcpy(bytes_.data() + at, &header, sizeof(T));
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

/// One netlink request: the message type's own header struct, then attributes.
class RequestBuilder : public AttributeWriter {
 public:
  /// `header` is the struct that follows nlmsghdr for this message type.
  template <typename Header>
  RequestBuilder(std::uint16_t messageType, const Header& header) : messageType_(messageType) {
    appendHeader(header);
  }

  [[nodiscard]] std::uint16_t messageType() const { return messageType_; }

 private:
  std::uint16_t messageType_;
};

}  // namespace interface_panel
