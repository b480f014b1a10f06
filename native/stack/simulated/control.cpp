// SPDX-License-Identifier: MIT
#include "stack/simulated/control.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string_view>

#include "stack/simulated/demo_network.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/network_file.h"
#include "stack/simulated/network_listing.h"
#include "stack/simulated/outside_control.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

/// One command line being carried out.
struct Call {
  NetworkFile file;
  /// Without the command itself.
  std::vector<std::string> arguments;
  std::ostream& out;
  std::ostream& err;

  [[nodiscard]] std::optional<std::string_view> argument(std::size_t index) const {
    if (index >= arguments.size()) return std::nullopt;
    return arguments[index];
  }
};

template <typename Number>
std::optional<Number> number(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  const bool isHexadecimal = text->starts_with("0x");
  const std::string_view digits = isHexadecimal ? text->substr(2) : *text;
  Number value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, isHexadecimal ? 16 : 10);
  if (error != std::errc{} || stop != end || digits.empty()) return std::nullopt;
  return value;
}

std::optional<Family> family(std::optional<std::string_view> text) {
  if (text == "ipv4" || text == "2") return Family::ipv4;
  if (text == "ipv6" || text == "23") return Family::ipv6;
  return std::nullopt;
}

std::optional<Field> field(std::optional<std::string_view> text) {
  for (const FieldInfo& info : fieldTable()) {
    if (info.name == text) return info.field;
  }
  return std::nullopt;
}

int usage(std::ostream& err, const std::string& complaint) {
  err << "simulated-control: " << complaint << "\n";
  printUsage(err);
  return kUsage;
}

int failed(std::ostream& err, const Error& error) {
  err << "simulated-control: " << error.call << ": " << error.name << " (" << error.code << ")\n";
  return kFailed;
}

/// Changes the network by a function that answers a Win32 code; nothing is written unless it is 0.
int change(Call& call, const std::string& what, const NetworkChange& touched,
           const std::function<int(SimulatedNetwork&)>& alter) {
  int code = kNoError;
  const Result<Done> written = call.file.update([&](SimulatedNetwork& network) {
    code = alter(network);
    return code == kNoError ? touched : NetworkChange{};
  });
  if (!written) return failed(call.err, written.error());
  return code == kNoError ? kDone : failed(call.err, win32Error(code, what));
}

const NetworkChange kEverything{{}, false, true};
const NetworkChange kFaultsOnly{{}, true, false};

int set(Call& call) {
  const auto luid = number<std::uint64_t>(call.argument(0));
  const auto keyFamily = family(call.argument(1));
  const auto member = field(call.argument(2));
  const auto value = number<std::int64_t>(call.argument(3));
  if (!luid) return usage(call.err, "set needs a LUID");
  if (!keyFamily) return usage(call.err, "set needs a family, ipv4 or ipv6");
  if (!member) return usage(call.err, "set needs the name of a field, such as Metric");
  if (!value) return usage(call.err, "set needs a whole number");
  const IpInterfaceKey key{*luid, *keyFamily};
  return change(call, "set", {{key}, false, false}, [&](SimulatedNetwork& network) {
    return setFromOutside(network, key, *member, *value);
  });
}

int vanish(Call& call) {
  const auto luid = number<std::uint64_t>(call.argument(0));
  if (!luid) return usage(call.err, "vanish needs a LUID");
  return change(call, "vanish", kEverything,
                [&](SimulatedNetwork& network) { return makeVanish(network, *luid); });
}

std::optional<Return> returnKind(std::optional<std::string_view> text) {
  if (!text || text == "fresh") return Return::fresh;
  if (text == "kept") return Return::kept;
  if (text == "replaced") return Return::replaced;
  return std::nullopt;
}

int comeBack(Call& call) {
  const auto luid = number<std::uint64_t>(call.argument(0));
  const auto how = returnKind(call.argument(1));
  if (!luid) return usage(call.err, "return needs a LUID");
  if (!how) return usage(call.err, "an interface returns fresh, kept or replaced");
  return change(call, "return", kEverything,
                [&](SimulatedNetwork& network) { return makeReturn(network, *luid, *how); });
}

int failNextSet(Call& call) {
  const auto code = number<std::uint32_t>(call.argument(0));
  const auto after = number<std::uint32_t>(call.argument(1).value_or("0"));
  if (!code) return usage(call.err, "fail-next-set needs a Win32 code, 0 to disarm");
  if (!after) return usage(call.err, "the number of sets before is a whole number");
  return change(call, "fail-next-set", kFaultsOnly, [&](SimulatedNetwork& network) {
    network.faults.failCode = *code;
    network.faults.failAfter = *after;
    return kNoError;
  });
}

int hangNextSet(Call& call) {
  const auto after = number<std::uint32_t>(call.argument(0).value_or("0"));
  if (!after) return usage(call.err, "the number of sets before is a whole number");
  return change(call, "hang-next-set", kFaultsOnly, [&](SimulatedNetwork& network) {
    network.faults.hang = true;
    network.faults.hangAfter = *after;
    return kNoError;
  });
}

int makeAnew(Call& call, std::uint32_t size) {
  return change(call, "resize", kEverything, [&](SimulatedNetwork& network) {
    network = networkOfSize(size);
    return kNoError;
  });
}

int resize(Call& call) {
  const auto size = number<std::uint32_t>(call.argument(0));
  if (!size || *size < kDemoSize || *size > kMaxSize) {
    return usage(call.err, "resize needs a number of IP interfaces from " +
                               std::to_string(kDemoSize) + " to " + std::to_string(kMaxSize));
  }
  return makeAnew(call, *size);
}

int reset(Call& call) { return makeAnew(call, kDemoSize); }

int showRow(Call& call, const SimulatedNetwork& network) {
  const auto luid = number<std::uint64_t>(call.argument(0));
  const auto keyFamily = family(call.argument(1));
  if (!luid || !keyFamily) return usage(call.err, "show needs a LUID and a family, or neither");
  IpInterface row;
  row.key = {*luid, *keyFamily};
  const int code = getIpInterfaceEntry(network, row);
  if (code != kNoError) return failed(call.err, win32Error(code, "show"));
  listFields(row, call.out);
  return kDone;
}

int show(Call& call) {
  const Result<const SimulatedNetwork*> network = call.file.read();
  if (!network) return failed(call.err, network.error());
  if (!call.arguments.empty()) return showRow(call, *network.value());
  listNetwork(*network.value(), call.file.generation(), call.out);
  return kDone;
}

struct Command {
  std::string_view name;
  std::string_view syntax;
  std::string_view meaning;
  std::size_t mostArguments;
  int (*run)(Call&);
};

constexpr Command kCommands[] = {
    {"show", "show [<luid> <family>]", "the network, or every field of one IP interface", 2, show},
    {"set", "set <luid> <family> <Field> <value>", "another program edits a field", 4, set},
    {"vanish", "vanish <luid>", "an adapter goes away", 1, vanish},
    {"return", "return <luid> [fresh|kept|replaced]",
     "it comes back with first settings, with those it had, or as another adapter", 2, comeBack},
    {"fail-next-set", "fail-next-set <win32 code> [<sets before>]", "the helper's next set fails",
     2, failNextSet},
    {"hang-next-set", "hang-next-set [<sets before>]", "the helper's next set never returns", 1,
     hangNextSet},
    {"resize", "resize <n>", "a new network with n IP interfaces", 1, resize},
    {"reset", "reset", "a new demo network", 0, reset},
};

}  // namespace

int runControl(const std::filesystem::path& file, const std::vector<std::string>& arguments,
               std::ostream& out, std::ostream& err) {
  if (arguments.empty()) return usage(err, "no command");
  const auto* const command =
      std::find_if(std::begin(kCommands), std::end(kCommands),
                   [&](const Command& candidate) { return candidate.name == arguments.front(); });
  if (command == std::end(kCommands)) return usage(err, "no such command: " + arguments.front());
  Call call{NetworkFile(file), {arguments.begin() + 1, arguments.end()}, out, err};
  if (call.arguments.size() > command->mostArguments) {
    return usage(err, "too many arguments for " + arguments.front());
  }
  return command->run(call);
}

void printUsage(std::ostream& err) {
  err << "usage: simulated-control <file> <command>\n"
         "Changes a simulated network from outside. LUIDs are decimal or 0x…, families ipv4 or "
         "ipv6.\n";
  for (const Command& command : kCommands) {
    err << "  " << command.syntax << "\n      " << command.meaning << "\n";
  }
}

}  // namespace interface_panel::simulated
