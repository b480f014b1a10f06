// SPDX-License-Identifier: MIT
#include "stack/windows/settable_windows_stack.h"

#include <cstring>
#include <utility>

#include "encoding/utf8.h"
#include "stack/table_refusal.h"
#include "stack/windows/call_error.h"
#include "stack/windows/field_refusal.h"
#include "stack/windows/ip_interface_writer.h"
#include "stack/windows/row_conversion.h"
#include "stack/windows/row_member.h"
#include "stack/windows/row_reader.h"
#include "stack/windows/row_undo.h"
#include "stack/windows/settable_ip_helper_api.h"

namespace interface_panel {
namespace {

constexpr const char* kSetCall = "SetIpInterfaceEntry";

bool isMissing(const Error& error) {
  return error.code == ERROR_FILE_NOT_FOUND || error.code == ERROR_NOT_FOUND;
}

AdapterGuid adapterGuid(const MIB_IF_ROW2& row) {
  AdapterGuid guid;
  static_assert(sizeof(row.InterfaceGuid) == sizeof(guid));
  std::memcpy(guid.data(), &row.InterfaceGuid, sizeof(guid));
  return guid;
}

/// The row of an operation and the adapter it belongs to, as they are now.
struct LiveRow {
  MIB_IF_ROW2 adapter;
  MIB_IPINTERFACE_ROW row;

  /// None if the row holds no value for a member that would have to be put back.
  [[nodiscard]] std::optional<RowFootprint> footprint(Field field) const {
    return footprintOf(row, field, adapterGuid(adapter));
  }
};

class SettableWindowsStack final : public SettableIpStack {
 public:
  explicit SettableWindowsStack(const IpHelperApi& api)
      : api_(api), reader_(api_), writer_(api_, reader_) {}

  Result<std::vector<NamedAdapter>> adapters() override;
  Result<std::optional<std::int64_t>> value(const Operation& operation) override;
  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<Done> set(const Operation& operation) override;
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override {
    return RowUndo::refusalOfJournal(operation, before, after);
  }
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    return takeBack(operation, RowUndo::ofCaptured(operation, before, after));
  }
  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override {
    return takeBack(operation, RowUndo::ofJournal(operation, before, after));
  }

  /// Set takes effect at once, nothing is left to wait for.
  Result<bool> settled() override { return true; }

 private:
  Result<LiveRow> read(const IpInterfaceKey& key) const;
  Result<Restored> takeBack(const Operation& operation, const std::optional<RowUndo>& undo) const;
  Result<Restored> putBack(const Operation& operation, const RowUndo& undo) const;
  void undo(const Operation& operation, const RowFootprint& before) const;

  const IpHelperApi api_;
  const RowReader reader_;
  const IpInterfaceWriter writer_;
};

Result<LiveRow> SettableWindowsStack::read(const IpInterfaceKey& key) const {
  const auto adapter = reader_.adapterRow(key.luid);
  if (!adapter) return adapter.error();
  const auto row = writer_.read(key);
  if (!row) return row.error();
  return LiveRow{adapter.value(), row.value()};
}

Result<std::vector<NamedAdapter>> SettableWindowsStack::adapters() {
  const auto table = reader_.adapterTable();
  if (!table) return table.error();
  std::vector<NamedAdapter> adapters;
  for (const MIB_IF_ROW2& row : table->rows()) {
    adapters.push_back({row.InterfaceLuid.Value,
                        {utf8FromUtf16(aliasOf(row)).value_or(""), row.Type, adapterGuid(row)}});
  }
  return adapters;
}

Result<std::optional<std::int64_t>> SettableWindowsStack::value(const Operation& operation) {
  const auto row = reader_.ipInterfaceRow(operation.key, MIB_IPINTERFACE_ROW{});
  if (!row) return row.error();
  return fieldValue(row.value(), operation.field);
}

Result<Refusal> SettableWindowsStack::check(const Operation& operation) {
  if (const Refusal refusal = tableRefusal(operation); refusal != Refusal::none) return refusal;

  const auto live = read(operation.key);
  if (!live) {
    if (live.error().code == ERROR_FILE_NOT_FOUND) return Refusal::unknownInterface;
    if (live.error().code == ERROR_NOT_FOUND) return Refusal::familyNotPresent;
    return live.error();
  }
  const auto& [adapter, row] = live.value();
  const Refusal refusal = fieldRefusal(ipInterfaceFromRow(row), adapter.Type, operation.field);
  if (refusal != Refusal::none) return refusal;
  if (!live.value().footprint(operation.field)) return Refusal::cannotRestore;
  return valueRefusal(operation.field, operation.value, adapter.Mtu);
}

Result<Footprint> SettableWindowsStack::capture(const Operation& operation) {
  constexpr const char* kCall = "GetIpInterfaceEntry";
  if (tableRefusal(operation.field, operation.key.family) != Refusal::none) {
    return callError(ERROR_INVALID_PARAMETER, kCall);
  }
  const auto live = read(operation.key);
  if (!live) return live.error();
  const auto footprint = live.value().footprint(operation.field);
  if (!footprint) return callError(ERROR_NOT_SUPPORTED, kCall);
  return encode(*footprint, operation);
}

Result<Done> SettableWindowsStack::set(const Operation& operation) {
  if (tableRefusal(operation) != Refusal::none) {
    return callError(ERROR_INVALID_PARAMETER, kSetCall);
  }
  auto live = read(operation.key);
  if (!live) return live.error();
  if (fieldValue(live->row, operation.field) != operation.expected) {
    return callError(ERROR_REVISION_MISMATCH, kSetCall);
  }
  const auto before = live->footprint(operation.field);
  if (!before) return callError(ERROR_NOT_SUPPORTED, kSetCall);

  putValue(live->row, operation);
  if (const auto written = writer_.write(live->row); !written) return written;

  const auto now = writer_.read(operation.key);
  if (!now) return now.error();
  // Success that changed nothing, or something else, is a failure to whoever asked for the value.
  if (fieldValue(now.value(), operation.field) != operation.value) {
    undo(operation, *before);
    return callError(ERROR_NOT_SUPPORTED, kSetCall);
  }
  return Done{};
}

/// Takes back a set whose value did not come out. Its own failure would only hide the first.
void SettableWindowsStack::undo(const Operation& operation, const RowFootprint& before) const {
  auto row = writer_.read(operation.key);
  if (!row) return;
  putMembers(row.value(), before);
  static_cast<void>(writer_.write(row.value()).ok());
}

Result<Restored> SettableWindowsStack::takeBack(const Operation& operation,
                                                const std::optional<RowUndo>& undo) const {
  if (!undo) return callError(ERROR_INVALID_DATA, kSetCall);
  const auto restored = putBack(operation, *undo);
  if (!restored && isMissing(restored.error())) return Restored::gone;
  return restored;
}

Result<Restored> SettableWindowsStack::putBack(const Operation& operation,
                                               const RowUndo& undo) const {
  auto live = read(operation.key);
  if (!live) return live.error();
  // Another adapter that came to this LUID.
  if (adapterGuid(live->adapter) != undo.before().adapter) return Restored::gone;
  const auto footprint = live->footprint(operation.field);
  if (!footprint) return Restored::foreign;
  if (const auto judged = undo.judge(*footprint)) return *judged;

  putMembers(live->row, undo.reached());
  if (const auto written = writer_.write(live->row); !written) {
    if (isMissing(written.error())) return written.error();
    return Restored::failed;
  }
  const auto now = read(operation.key);
  if (!now) return now.error();
  const auto result = now.value().footprint(operation.field);
  return result ? undo.judgeAfterwards(*result) : Restored::failed;
}

}  // namespace

std::unique_ptr<SettableIpStack> makeSettableWindowsStack() {
  return makeSettableWindowsStack(loadSettableIpHelperApi());
}

std::unique_ptr<SettableIpStack> makeSettableWindowsStack(const IpHelperApi& api) {
  return std::make_unique<SettableWindowsStack>(api);
}

}  // namespace interface_panel
