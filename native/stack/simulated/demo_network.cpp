// SPDX-License-Identifier: MIT
#include "stack/simulated/demo_network.h"

#include <cassert>
#include <string>

#include "stack/simulated/network_builder.h"

namespace interface_panel::simulated {
namespace {

// IANA ifType and NDIS_PHYSICAL_MEDIUM numbers of adapters that are not plain Ethernet.
constexpr std::uint16_t kPpp = 23;
constexpr std::uint16_t kProprietaryVirtual = 53;
constexpr std::uint16_t kWifi = 71;
constexpr std::uint16_t kMobileBroadband = 243;
constexpr std::uint32_t kUnspecifiedMedium = 0;
constexpr std::uint32_t kWirelessWanMedium = 8;
constexpr std::uint32_t kNative80211Medium = 9;
constexpr std::uint32_t kBluetoothMedium = 10;

constexpr std::uint64_t kMega = 1'000'000;
constexpr std::uint64_t kGiga = 1'000'000'000;

// NL_ROUTE_ORIGIN.
constexpr std::uint32_t kManual = 0;
constexpr std::uint32_t kDhcp = 2;
constexpr std::uint32_t kRouterAdvertisement = 3;

const IpAddress kAnyIpv4 = ipv4Address(0, 0, 0, 0);
const IpAddress kAnyIpv6 = ipv6Address({});
/// The router of the office, as its links see it.
const IpAddress kOfficeRouter = ipv6Address({0xFE80, 0, 0, 0, 0, 0, 0, 1});

void addLoopback(NetworkBuilder& builder) {
  builder.addAdapter({.type = kLoopbackType,
                      .luidIndex = 0,
                      .alias = u"Loopback Pseudo-Interface 1",
                      .description = u"Software Loopback Interface 1",
                      .driver = u"",
                      .physicalMediumType = kUnspecifiedMedium,
                      .bitsPerSecond = 1'073'741'824,
                      .mtu = 0xFFFFFFFFU,
                      .hardware = false});
  builder.addAddress(ipv4Address(127, 0, 0, 1), 8);
  builder.addAddress(ipv6Address({0, 0, 0, 0, 0, 0, 0, 1}), 128);
}

void addEthernet(NetworkBuilder& builder) {
  builder.addAdapter({.luidIndex = 0x8001,
                      .alias = u"Ethernet",
                      .description = u"Intel(R) Ethernet Connection (17) I219-LM",
                      .driver = u"pci\\ven_8086&dev_1a1c"});
  builder.addAddress(ipv4Address(192, 168, 1, 34), 24);
  builder.addLinkLocalAddress(0x34);
  builder.addAddress(ipv6Address({0x2001, 0xDB8, 0x1A, 1, 0, 0, 0, 0x34}), 64);
  builder.addRoute(kAnyIpv4, 0, ipv4Address(192, 168, 1, 1), 0, kDhcp);
  builder.addRoute(kAnyIpv6, 0, kOfficeRouter, 256, kRouterAdvertisement);
  // The server of the VPN that takes all traffic must stay reachable outside of it.
  builder.addRoute(ipv4Address(203, 0, 113, 10), 32, ipv4Address(192, 168, 1, 1), 0, kManual);
  builder.addDnsServer(ipv4Address(192, 168, 1, 1));
  builder.addDnsServer(ipv6Address({0x2001, 0xDB8, 0x1A, 1, 0, 0, 0, 1}));
  builder.addRouterFlags(true, true);
}

void addWifi(NetworkBuilder& builder) {
  builder.addAdapter({.type = kWifi,
                      .luidIndex = 0x8002,
                      .alias = u"Wi-Fi",
                      .description = u"Intel(R) Wi-Fi 6E AX211 160MHz",
                      .driver = u"pci\\ven_8086&dev_51f0&subsys_00948086",
                      .physicalMediumType = kNative80211Medium,
                      .bitsPerSecond = 1201 * kMega});
  builder.addAddress(ipv4Address(192, 168, 1, 57), 24);
  builder.addLinkLocalAddress(0x57);
  builder.addAddress(ipv6Address({0x2001, 0xDB8, 0x1A, 1, 0, 0, 0, 0x57}), 64);
  builder.addRoute(kAnyIpv4, 0, ipv4Address(192, 168, 1, 1), 0, kDhcp);
  builder.addRoute(kAnyIpv6, 0, kOfficeRouter, 256, kRouterAdvertisement);
  builder.addDnsServer(ipv4Address(192, 168, 1, 1));
  builder.addRouterFlags(false, true);
}

void pinMetric(NetworkBuilder& builder, std::int64_t metric) {
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    builder.row(family).value(Field::UseAutomaticMetric) = 0;
    builder.row(family).value(Field::Metric) = metric;
  }
}

/// A tunnel set up the way its program does it: fixed metric, no router discovery, no probes.
void addFullTunnelVpn(NetworkBuilder& builder) {
  builder.addAdapter({.type = kProprietaryVirtual,
                      .luidIndex = 0x8003,
                      .alias = u"Contoso VPN",
                      .description = u"WireGuard Tunnel",
                      .driver = u"wireguard",
                      .physicalMediumType = kUnspecifiedMedium,
                      .bitsPerSecond = 100 * kGiga,
                      .mtu = 1420,
                      .hardware = false});
  pinMetric(builder, 5);
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    builder.row(family).value(Field::RouterDiscoveryBehavior) = 0;
    builder.row(family).value(Field::DadTransmits) = 0;
    builder.row(family).value(Field::ManagedAddressConfigurationSupported) = 0;
    builder.row(family).value(Field::OtherStatefulConfigurationSupported) = 0;
  }
  builder.addAddress(ipv4Address(10, 64, 0, 17), 32);
  builder.addAddress(ipv6Address({0xFD00, 0x64, 0, 0, 0, 0, 0, 0x17}), 128);
  builder.addRoute(kAnyIpv4, 0, kAnyIpv4, 0, kManual);
  builder.addRoute(kAnyIpv6, 0, kAnyIpv6, 0, kManual);
  builder.addRoute(ipv4Address(10, 64, 0, 0), 16, kAnyIpv4, 0, kManual);
  builder.addDnsServer(ipv4Address(10, 64, 0, 53));
}

void addCompanyRoutesVpn(NetworkBuilder& builder) {
  builder.addAdapter({.type = kPpp,
                      .luidIndex = 0x8004,
                      .alias = u"Northwind VPN",
                      .description = u"Northwind VPN",
                      .driver = u"",
                      .physicalMediumType = kUnspecifiedMedium,
                      .bitsPerSecond = 100 * kMega,
                      .mtu = 1400,
                      .hardware = false});
  builder.addAddress(ipv4Address(172, 19, 4, 8), 32);
  builder.addLinkLocalAddress(0x88);
  builder.addRoute(ipv4Address(10, 20, 0, 0), 16, kAnyIpv4, 0, kManual);
  builder.addRoute(ipv4Address(10, 21, 0, 0), 16, kAnyIpv4, 0, kManual);
  builder.addRoute(ipv4Address(172, 19, 0, 0), 16, kAnyIpv4, 0, kManual);
  builder.addDnsServer(ipv4Address(10, 20, 0, 53));
}

/// A switch of this computer; sharing its connection needs forwarding.
void addHyperVSwitch(NetworkBuilder& builder, std::uint32_t luidIndex, const std::u16string& name,
                     std::uint8_t network) {
  builder.addAdapter({.luidIndex = luidIndex,
                      .alias = u"vEthernet (" + name + u")",
                      .description = u"Hyper-V Virtual Ethernet Adapter",
                      .driver = u"vms_mp",
                      .bitsPerSecond = 10 * kGiga,
                      .hardware = false});
  builder.addAddress(ipv4Address(172, network, 80, 1), 20);
  builder.addLinkLocalAddress(network);
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    builder.row(family).value(Field::ForwardingEnabled) = 1;
  }
}

void addMobileBroadband(NetworkBuilder& builder) {
  builder.addAdapter({.type = kMobileBroadband,
                      .luidIndex = 0x8007,
                      .alias = u"Cellular",
                      .description = u"Snapdragon(R) X55 5G Modem",
                      .driver = u"pci\\ven_17cb&dev_0306",
                      .physicalMediumType = kWirelessWanMedium,
                      .bitsPerSecond = 100 * kMega});
  builder.addAddress(ipv4Address(100, 72, 14, 9), 30);
  builder.addLinkLocalAddress(0x9);
  builder.addAddress(ipv6Address({0x2001, 0xDB8, 0x5C, 0xE11, 0, 0, 0, 9}), 64);
  builder.addRoute(kAnyIpv4, 0, ipv4Address(100, 72, 14, 10), 0, kManual);
  builder.addRoute(kAnyIpv6, 0, ipv6Address({0xFE80, 0, 0, 0, 0, 0, 0, 0xE11}), 256,
                   kRouterAdvertisement);
  builder.addDnsServer(ipv4Address(100, 72, 0, 53));
}

void addDisconnectedAdapters(NetworkBuilder& builder) {
  builder.addAdapter({.luidIndex = 0x8008,
                      .alias = u"Ethernet 2",
                      .description = u"Realtek USB GbE Family Controller (dock)",
                      .driver = u"usb\\vid_0bda&pid_8153",
                      .bitsPerSecond = 0,
                      .connected = false});
  builder.addTentativeLinkLocalAddress(0x72);
  builder.addAdapter({.luidIndex = 0x8009,
                      .alias = u"Bluetooth Network Connection",
                      .description = u"Bluetooth Device (Personal Area Network)",
                      .driver = u"bth\\ms_bthpan",
                      .physicalMediumType = kBluetoothMedium,
                      .bitsPerSecond = 3 * kMega,
                      .connected = false});
  builder.addTentativeLinkLocalAddress(0x73);
  builder.addAdapter({.type = kWifi,
                      .luidIndex = 0x800A,
                      .alias = u"Local Area Connection* 1",
                      .description = u"Microsoft Wi-Fi Direct Virtual Adapter",
                      .driver = u"{5d624f94-8850-40c3-a3fa-a4fd2080baf3}\\vwifimp_wfd",
                      .physicalMediumType = kNative80211Medium,
                      .bitsPerSecond = 0,
                      .hardware = false,
                      .connected = false});
  builder.addTentativeLinkLocalAddress(0x74);
}

void addIpv4OnlyLab(NetworkBuilder& builder) {
  builder.addAdapter({.luidIndex = 0x800B,
                      .alias = u"Ethernet 3 (lab, IPv4 only)",
                      .description = u"Intel(R) I210 Gigabit Network Connection",
                      .driver = u"pci\\ven_8086&dev_1533",
                      .ipv6Bound = false});
  builder.addAddress(ipv4Address(10, 66, 0, 5), 24);
  builder.addRoute(ipv4Address(10, 66, 128, 0), 17, ipv4Address(10, 66, 0, 1), 0, kManual);
}

/// Names are data: right-to-left letters, umlauts and a character outside the basic plane.
void addForeignName(NetworkBuilder& builder) {
  builder.addAdapter({.luidIndex = 0x800C,
                      .alias = u"\u05E8\u05E9\u05EA \u05DE\u05E9\u05E8\u05D3 B\u00FCro \U0001F3E2",
                      .description = u"Marvell AQtion 10Gbit Network Adapter",
                      .driver = u"pci\\ven_1d6a&dev_d107",
                      .bitsPerSecond = 10 * kGiga});
  builder.addAddress(ipv4Address(192, 168, 50, 12), 24);
  builder.addLinkLocalAddress(0x12);
  builder.addRoute(ipv4Address(192, 168, 60, 0), 24, ipv4Address(192, 168, 50, 1), 10, kManual);
}

NetworkBuilder demoBuilder() {
  NetworkBuilder builder;
  addLoopback(builder);
  addEthernet(builder);
  addWifi(builder);
  addFullTunnelVpn(builder);
  addCompanyRoutesVpn(builder);
  addHyperVSwitch(builder, 0x8005, u"Default Switch", 20);
  addHyperVSwitch(builder, 0x8006, u"WSL (Hyper-V firewall)", 28);
  addMobileBroadband(builder);
  addDisconnectedAdapters(builder);
  addIpv4OnlyLab(builder);
  addForeignName(builder);
  return builder;
}

std::u16string decimal(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return {digits.begin(), digits.end()};
}

/// The `number`th generated adapter, from 1, with a /30 of its own in 10.128.0.0/9.
void addGeneratedAdapter(NetworkBuilder& builder, std::uint32_t number, bool ipv6Bound) {
  builder.addAdapter(
      {.luidIndex = 0x10000 + number,
       .alias = u"vEthernet (Container " + decimal(number) + u")",
       .description = u"Hyper-V Virtual Ethernet Container Adapter #" + decimal(number),
       .driver = u"vms_mp",
       .bitsPerSecond = 10 * kGiga,
       .hardware = false,
       .ipv6Bound = ipv6Bound});
  const std::uint32_t offset = number * 4 + 1;
  builder.addAddress(
      ipv4Address(10, static_cast<std::uint8_t>(128 + (offset >> 16)),
                  static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset)),
      30);
  if (ipv6Bound) builder.addLinkLocalAddress(static_cast<std::uint16_t>(number));
}

}  // namespace

SimulatedNetwork demoNetwork() { return networkOfSize(kDemoSize); }

SimulatedNetwork networkOfSize(std::uint32_t size) {
  assert(size >= kDemoSize && size <= kMaxSize);
  NetworkBuilder builder = demoBuilder();
  const std::uint32_t generated = size - kDemoSize;
  for (std::uint32_t number = 1; number <= generated / 2; ++number) {
    addGeneratedAdapter(builder, number, true);
  }
  if (generated % 2 != 0) addGeneratedAdapter(builder, generated / 2 + 1, false);
  return builder.finish();
}

}  // namespace interface_panel::simulated
