// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "stack/field.h"

namespace interface_panel {
namespace {

/// A member as the header declares it: type, name.
using Member = std::pair<std::string, std::string>;

std::string structureText(const std::string& header) {
  const std::size_t start = header.find("struct _MIB_IPINTERFACE_ROW {");
  const std::size_t open = header.find('{', start);
  const std::size_t close = header.find('}', open);
  return start == std::string::npos ? "" : header.substr(open + 1, close - open - 1);
}

std::vector<Member> members(const std::string& structure) {
  std::vector<Member> found;
  std::istringstream declarations(structure);
  for (std::string declaration; std::getline(declarations, declaration, ';');) {
    std::istringstream words(declaration);
    Member member;
    if (words >> member.first >> member.second) found.push_back(member);
  }
  return found;
}

std::string declaredName(const Member& member) {
  return member.second.substr(0, member.second.find('['));
}

FieldType declaredType(const Member& member) {
  static const std::map<std::string, FieldType> kTypes = {
      {"ADDRESS_FAMILY", FieldType::addressFamily},
      {"NET_LUID", FieldType::luid},
      {"NET_IFINDEX", FieldType::ulong},
      {"ULONG", FieldType::ulong},
      {"ULONG64", FieldType::ulong64},
      {"BOOLEAN", FieldType::boolean},
      {"NL_ROUTER_DISCOVERY_BEHAVIOR", FieldType::enumeration},
      {"NL_LINK_LOCAL_ADDRESS_BEHAVIOR", FieldType::enumeration},
      {"NL_INTERFACE_OFFLOAD_ROD", FieldType::offloadBits},
  };
  const bool isArray = member.second.find('[') != std::string::npos;
  return isArray ? FieldType::ulongArray : kTypes.at(member.first);
}

TEST_CASE("the table is MIB_IPINTERFACE_ROW of mingw's netioapi.h, member for member") {
  std::ifstream file("/usr/share/mingw-w64/include/netioapi.h");
  if (!file) {
    MESSAGE("netioapi.h of mingw-w64 is not installed; nothing to compare with");
    return;
  }
  const std::string header{std::istreambuf_iterator<char>(file), {}};
  const std::vector<Member> declared = members(structureText(header));
  REQUIRE(declared.size() == kFieldCount);
  for (std::size_t number = 0; number < kFieldCount; ++number) {
    CHECK(fieldTable()[number].name == declaredName(declared[number]));
    CHECK(fieldTable()[number].type == declaredType(declared[number]));
  }
}

}  // namespace
}  // namespace interface_panel
