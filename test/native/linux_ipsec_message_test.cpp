// SPDX-License-Identifier: MIT
// IPsec policies as messages of kernels that are not at hand, and of none.
#include <doctest/doctest.h>
#include <linux/xfrm.h>
#include <sys/socket.h>

#include "stack/linux/ipsec_policy_table.h"

namespace interface_panel {
namespace {

xfrm_userpolicy_info leaving() {
  xfrm_userpolicy_info policy{};
  policy.sel.family = AF_INET;
  policy.dir = XFRM_POLICY_OUT;
  return policy;
}

std::optional<IpsecPolicy> read(const RequestBuilder& message) {
  return readIpsecPolicyMessage({message.messageType(), message.bytes()});
}

RequestBuilder withType(std::uint8_t type) {
  RequestBuilder message(XFRM_MSG_NEWPOLICY, leaving());
  message.add(XFRMA_POLICY_TYPE,
              xfrm_userpolicy_type{.type = type, .reserved1 = 0, .reserved2 = 0});
  return message;
}

RequestBuilder withTemplates(std::size_t bytes) {
  RequestBuilder message(XFRM_MSG_NEWPOLICY, leaving());
  const std::vector<std::uint8_t> templates(bytes);
  message.add(XFRMA_TMPL, Bytes(templates));
  return message;
}

TEST_CASE("what is no IPsec policy for packets that leave is none") {
  CHECK(read({XFRM_MSG_NEWPOLICY, leaving()}));
  CHECK_FALSE(read({XFRM_MSG_DELPOLICY, leaving()}));
  xfrm_userpolicy_info other = leaving();
  other.sel.family = AF_UNIX;
  CHECK_FALSE(read({XFRM_MSG_NEWPOLICY, other}));
  const std::vector<std::uint8_t> tooShort(sizeof(xfrm_userpolicy_info) - 1);
  CHECK_FALSE(readIpsecPolicyMessage({XFRM_MSG_NEWPOLICY, tooShort}));
}

TEST_CASE(
    "of IPsec policies those of the main type count, which kernels without types do not name") {
  CHECK(read({XFRM_MSG_NEWPOLICY, leaving()}));
  CHECK(read(withType(XFRM_POLICY_TYPE_MAIN)));
  CHECK_FALSE(read(withType(XFRM_POLICY_TYPE_SUB)));
}

TEST_CASE("a template that is cut short is none") {
  CHECK(read(withTemplates(sizeof(xfrm_user_tmpl)))->encrypts);
  CHECK_FALSE(read(withTemplates(sizeof(xfrm_user_tmpl) - 1))->encrypts);
}

}  // namespace
}  // namespace interface_panel
