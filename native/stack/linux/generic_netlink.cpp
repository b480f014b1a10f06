// SPDX-License-Identifier: MIT
#include "stack/linux/generic_netlink.h"

#include <cerrno>
#include <string>
#include <utility>

#include "stack/linux/posix_error.h"

namespace interface_panel {

Result<GenericFamily> GenericFamily::open(std::string_view name) {
  auto socket = NetlinkSocket::open(NETLINK_GENERIC);
  if (!socket) return socket.error();
  std::vector<std::uint8_t> text(name.begin(), name.end());
  text.push_back(0);
  RequestBuilder request(GENL_ID_CTRL, genlmsghdr{CTRL_CMD_GETFAMILY, 1, 0});
  request.add(CTRL_ATTR_FAMILY_NAME, Bytes(text));
  const auto answers = socket->get(request);
  if (!answers) return answers.error();
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto attributes = genericAttributes<CTRL_ATTR_FAMILY_ID>(answers.value()[i]);
    if (const auto id = attributes.get<std::uint16_t>(CTRL_ATTR_FAMILY_ID)) {
      return GenericFamily(std::move(socket.value()), *id);
    }
  }
  return posixError(ENOENT, "CTRL_CMD_GETFAMILY " + std::string(name));
}

RequestBuilder GenericFamily::request(std::uint8_t command) const {
  return RequestBuilder(id_, genlmsghdr{command, 1, 0});
}

}  // namespace interface_panel
