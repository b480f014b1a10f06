// SPDX-License-Identifier: MIT
#include "addon/snapshot_changes.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace interface_panel;

namespace {

/// A stack that has what the test says, and no more to read than a snapshot.
class StackOfTest : public IpStack {
 public:
  Result<Snapshot> answer = Snapshot{};

  Result<Snapshot> snapshot() override { return answer; }
  Result<IpInterface> ipInterface(const IpInterfaceKey&) override { return notAsked(); }
  Result<BestRoute> bestRoute(const IpAddress&, const std::optional<IpAddress>&) override {
    return notAsked();
  }
  Result<std::unique_ptr<Watch>> watch(std::function<void()>) override { return notAsked(); }

 private:
  static Error notAsked() { return {ErrorDomain::posix, 95, "EOPNOTSUPP", "test"}; }
};

DnsServer dnsServer(std::uint8_t number) {
  return {.luid = 0, .address = {.family = Family::ipv4, .bytes = {192, 0, 2, number}}};
}

Snapshot withDnsServers(std::vector<DnsServer> servers) {
  Snapshot snapshot;
  snapshot.dnsServers = std::move(servers);
  return snapshot;
}

const std::string kNothing = R"({"refusals":[],"courses":[]})";

}  // namespace

TEST_CASE("the first changes are everything, and the next what differs from them") {
  StackOfTest stack;
  SnapshotChanges changes;
  stack.answer = withDnsServers({dnsServer(1), dnsServer(2)});
  CHECK(
      changes.read(stack).value() ==
      R"({"dnsServers":[[0,0,[["0","192.0.2.1"],["0","192.0.2.2"]]]],"refusals":[],"courses":[]})");
  CHECK(changes.read(stack).value() == kNothing);
  stack.answer = withDnsServers({dnsServer(3), dnsServer(2), dnsServer(4)});
  CHECK(
      changes.read(stack).value() ==
      R"({"dnsServers":[[0,1,[["0","192.0.2.3"]]],[2,0,[["0","192.0.2.4"]]]],"refusals":[],"courses":[]})");
  CHECK(changes.read(stack).value() == kNothing);
}

TEST_CASE("a read that fails tells its error, and the next one what changed meanwhile") {
  StackOfTest stack;
  SnapshotChanges changes;
  stack.answer = withDnsServers({dnsServer(1)});
  CHECK(changes.read(stack).ok());
  stack.answer = Error{ErrorDomain::posix, 5, "EIO", "test"};
  CHECK(changes.read(stack).error().name == "EIO");
  stack.answer = Snapshot{};
  CHECK(changes.read(stack).value() == R"({"dnsServers":[[0,1,[]]],"refusals":[],"courses":[]})");
}

TEST_CASE("changed rows refer to the refusals that come with them") {
  StackOfTest stack;
  SnapshotChanges changes;
  Snapshot snapshot;
  snapshot.ipInterfaces.resize(2);
  snapshot.ipInterfaces[0].refusals = {{Field::NlMtu, Refusal::loopbackReadOnly}};
  stack.answer = snapshot;
  CHECK(changes.read(stack).ok());
  snapshot.ipInterfaces[1].refusals = {{Field::Metric, Refusal::notAvailable}};
  stack.answer = snapshot;
  const std::string json = changes.read(stack).value();
  CHECK(json.starts_with(R"({"ipInterfaces":[[1,1,[["0",)"));
  CHECK(json.ends_with(R"(,0,false]]]],"refusals":[{"Metric":"notAvailable"}],"courses":[]})"));
}
