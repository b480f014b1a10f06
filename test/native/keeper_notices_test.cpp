// SPDX-License-Identifier: MIT
// What notices of the kernel mean for the keeper.
#include <doctest/doctest.h>
#include <linux/if_addr.h>
#include <linux/netconf.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <string>
#include <vector>

#include "keeper/linux/interface_notices.h"
#include "stack/linux/parking_table.h"

using namespace interface_panel;

namespace {

const NoticedRow kIpv4{7, Family::ipv4};
const NoticedRow kIpv6{7, Family::ipv6};

/// A message as it lies in what the kernel sent.
struct Message {
  std::uint16_t type = 0;
  std::vector<std::uint8_t> body;
};

Message framed(std::uint16_t type, Bytes body) { return {type, {body.begin(), body.end()}}; }

Message link(std::uint16_t type, const std::string& name, std::uint8_t family = AF_UNSPEC) {
  ifinfomsg header{};
  header.ifi_family = family;
  header.ifi_index = 7;
  RequestBuilder body(type, header);
  body.add(IFLA_IFNAME, {reinterpret_cast<const std::uint8_t*>(name.c_str()), name.size() + 1});
  return framed(type, body.bytes());
}

Message route(std::uint16_t type, std::uint32_t table, std::uint8_t prefixLength = 0,
              std::uint8_t family = AF_INET) {
  rtmsg header{};
  header.rtm_family = family;
  header.rtm_dst_len = prefixLength;
  header.rtm_type = RTN_UNICAST;
  RequestBuilder body(type, header);
  body.add(RTA_TABLE, table);
  body.add(RTA_OIF, std::uint32_t{7});
  return framed(type, body.bytes());
}

void read(NoticeReader& reader, const Message& message, KeeperNews& news) {
  reader.read({message.type, message.body}, news);
}

KeeperNews newsOf(const Message& message) {
  NoticeReader reader;
  KeeperNews news;
  read(reader, message, news);
  return news;
}

}  // namespace

TEST_CASE(
    "A link that comes, or gets another name, is news of the adapters; what it says later is not") {
  NoticeReader reader;
  KeeperNews came;
  read(reader, link(RTM_NEWLINK, "eth0"), came);
  CHECK(came.adapters);
  CHECK(came.rows == std::set{kIpv4, kIpv6});
  KeeperNews again;
  read(reader, link(RTM_NEWLINK, "eth0"), again);
  CHECK_FALSE(again.adapters);
  CHECK(again.rows == std::set{kIpv4, kIpv6});
  KeeperNews renamed;
  read(reader, link(RTM_NEWLINK, "eth1"), renamed);
  CHECK(renamed.adapters);
}

TEST_CASE("One that goes and comes again is news both times") {
  NoticeReader reader;
  KeeperNews news;
  read(reader, link(RTM_NEWLINK, "eth0"), news);
  KeeperNews gone;
  read(reader, link(RTM_DELLINK, "eth0"), gone);
  CHECK(gone.adapters);
  CHECK(gone.gone == std::set<std::uint32_t>{7});
  KeeperNews back;
  read(reader, link(RTM_NEWLINK, "eth0"), back);
  CHECK(back.adapters);
}

TEST_CASE("What a bridge or one family says of a link does not make it come or go") {
  CHECK(newsOf(link(RTM_DELLINK, "eth0", AF_BRIDGE)).gone.empty());
  const KeeperNews ipv6 = newsOf(link(RTM_NEWLINK, "eth0", AF_INET6));
  CHECK_FALSE(ipv6.adapters);
  CHECK(ipv6.rows == std::set{kIpv6});
}

TEST_CASE("A default route in the main table is added, one that leaves our tables is given back") {
  const KeeperNews added = newsOf(route(RTM_NEWROUTE, RT_TABLE_MAIN));
  CHECK(added.defaultRoutesAdded == std::set{kIpv4});
  CHECK(added.rows == std::set{kIpv4});
  CHECK(newsOf(route(RTM_NEWROUTE, RT_TABLE_MAIN, 0, AF_INET6)).defaultRoutesAdded ==
        std::set{kIpv6});
  CHECK(newsOf(route(RTM_DELROUTE, parkedRoutesTable(7))).defaultRoutesGivenBack ==
        std::set{kIpv4});
  CHECK(newsOf(route(RTM_DELROUTE, parkedLearntRoutesTable(7))).defaultRoutesGivenBack ==
        std::set{kIpv4});
}

TEST_CASE("One that goes, or waits in a table, is neither") {
  for (const auto& message :
       {route(RTM_DELROUTE, RT_TABLE_MAIN), route(RTM_NEWROUTE, parkedRoutesTable(7)),
        route(RTM_NEWROUTE, 100), route(RTM_DELROUTE, 100)}) {
    const KeeperNews news = newsOf(message);
    CHECK(news.defaultRoutesAdded.empty());
    CHECK(news.defaultRoutesGivenBack.empty());
    CHECK(news.rows == std::set{kIpv4});
  }
}

TEST_CASE("Other routes are of no account") {
  CHECK(newsOf(route(RTM_NEWROUTE, RT_TABLE_MAIN, 24)).rows.empty());
}

TEST_CASE("Addresses and configuration are news of their row") {
  ifaddrmsg address{};
  address.ifa_family = AF_INET6;
  address.ifa_index = 7;
  CHECK(newsOf(framed(RTM_NEWADDR, RequestBuilder(RTM_NEWADDR, address).bytes())).rows ==
        std::set{kIpv6});
  netconfmsg configuration{};
  configuration.ncm_family = AF_INET;
  RequestBuilder body(RTM_NEWNETCONF, configuration);
  body.add(NETCONFA_IFINDEX, std::int32_t{7});
  CHECK(newsOf(framed(RTM_NEWNETCONF, body.bytes())).rows == std::set{kIpv4});
  RequestBuilder ofAll(RTM_NEWNETCONF, configuration);
  ofAll.add(NETCONFA_IFINDEX, std::int32_t{NETCONFA_IFINDEX_ALL});
  CHECK(newsOf(framed(RTM_NEWNETCONF, ofAll.bytes())).rows.empty());
}

TEST_CASE("Messages that are cut, at any byte, are read as far as they go") {
  const Message whole = route(RTM_NEWROUTE, RT_TABLE_MAIN);
  for (std::size_t length = 0; length <= whole.body.size(); ++length) {
    Message cut = whole;
    cut.body.resize(length);
    CHECK(newsOf(cut).rows.empty() == (length < whole.body.size()));
  }
  const Message named = link(RTM_NEWLINK, "eth0123");
  for (std::size_t length = 0; length <= named.body.size(); ++length) {
    Message cut = named;
    cut.body.resize(length);
    CHECK(newsOf(cut).adapters == (length == named.body.size()));
    CHECK(newsOf(cut).rows.empty() == (length < sizeof(ifinfomsg)));
  }
}
