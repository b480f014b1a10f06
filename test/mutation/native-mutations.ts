// SPDX-License-Identifier: MIT
// By hand, since no mutation tool for C++ is in Debian 12.

import { keeperMutations } from './keeper-mutations';
import { mutationsOf } from './mutation';
import type { Mutation } from './mutation';

/** What the helper decides: frame, plan, field table, arguments, peer, and what a footprint may hold; then the keeper. */
export const nativeMutations: readonly Mutation[] = [
  ...mutationsOf('native/transaction/plan.cpp', 'transaction-tests', [
    ['message.index != due || message.kind > kLastKind', 'message.kind > kLastKind'],
    ['message.index != due || message.kind > kLastKind', 'message.index != due'],
    [
      'isRestore != hasBefore || (!isRestore && message.afterBytes != 0)',
      '!isRestore && message.afterBytes != 0',
    ],
    ['isRestore != hasBefore || (!isRestore && message.afterBytes != 0)', 'isRestore != hasBefore'],
    [
      'message.beforeBytes <= kMaxFootprintBytes && message.afterBytes <= kMaxFootprintBytes',
      'message.afterBytes <= kMaxFootprintBytes',
    ],
    [
      'message.beforeBytes <= kMaxFootprintBytes && message.afterBytes <= kMaxFootprintBytes',
      'message.beforeBytes <= kMaxFootprintBytes',
    ],
    ['if (!hasBegun()) return Progress::unexpected;', ''],
    ['if (hasBegun()) return Progress::unexpected;', ''],
    ['if (isEmpty) return refuse(kWholePlan, Refusal::malformedPlan);', ''],
    [
      'if (message.operations > kMaxOperations) return refuse(kWholePlan, Refusal::tooManyOperations);',
      '',
    ],
    [
      'message.deadlineSeconds == 0 || message.deadlineSeconds > kMaxDeadlineSeconds',
      'message.deadlineSeconds > kMaxDeadlineSeconds',
    ],
    [
      'message.deadlineSeconds == 0 || message.deadlineSeconds > kMaxDeadlineSeconds',
      'message.deadlineSeconds == 0',
    ],
    [
      'if (footprintDue()) return refuse(lastIndex(), Refusal::malformedFootprint);\n  if (hasAllOperations())',
      'if (hasAllOperations())',
    ],
    [
      'if (footprintDue()) return refuse(lastIndex(), Refusal::malformedFootprint);\n  if (!hasAllOperations())',
      'if (!hasAllOperations())',
    ],
    ['if (shape != Refusal::none) return refuse(index, shape);', ''],
    ['if (table != Refusal::none) {', 'if (false) {'],
    [
      '} else if (!seen_.emplace(plan_.operations.back().operation.key, message.field).second) {',
      '} else if (false) {',
    ],
    ['due && message.operation == lastIndex() && ', 'due && '],
    ['message.which == due->which &&', ''],
    ['message.offset == due->received.size() && ', ''],
    ['message.total == due->total &&', ''],
    ['message.length == std::min(kFootprintPartBytes, due->total - due->received.size())', 'true'],
    ['if (hash_.finish() != expectedHash_) return refuse(kWholePlan, Refusal::hashMismatch);', ''],
    ['refusals_.empty() ? Progress::complete : Progress::refused', 'Progress::complete'],
  ]),
  ...mutationsOf('native/transaction/helper_machine.cpp', 'transaction-tests', [
    ['if (hello->buildId != buildId_) return finish(ExitCode::otherBuild);', ''],
    ['if (hello == nullptr) return protocolBroken();', 'if (hello == nullptr) return;'],
    ['if (obstacleFound_) return finish(ExitCode::refused);', ''],
    [
      'if (state_ == State::prepared && std::holds_alternative<CommitMessage>(message)) {',
      'if (std::holds_alternative<CommitMessage>(message)) {',
    ],
    [
      'if (state_ == State::waiting && std::holds_alternative<ConfirmMessage>(message)) return keep(now);',
      'if (std::holds_alternative<ConfirmMessage>(message)) return keep(now);',
    ],
    ['if (state_ >= State::takingBack) return;\n  const auto decoded', 'const auto decoded'],
    ['  // A frame that comes with the deadline comes too late.\n  expire(now);', ''],
    ['sender_.mute();', ''],
    [
      'if (state_ >= State::takingBack || now < std::min(limitAt_, hardCapAt_)) return;',
      'if (state_ >= State::takingBack || now < hardCapAt_) return;',
    ],
    ['if (takingBack_) takingBack_->stopWaiting();', ''],
    ['if (!changedNothingYet()) return takeBack(RevertCause::asked);', ''],
    ['if (changedNothingYet()) return finish(ExitCode::protocolBroken);', ''],
    [
      'if (!application.apply(records_, cursor_++)) takeBack(std::nullopt);',
      'application.apply(records_, cursor_++);',
    ],
    ['finish(complete ? ExitCode::success : ExitCode::incomplete)', 'finish(ExitCode::success)'],
    [
      'finish(complete ? ExitCode::rolledBack : ExitCode::incomplete)',
      'finish(ExitCode::rolledBack)',
    ],
  ]),
  ...mutationsOf('native/transaction/preparation.cpp', 'transaction-tests', [
    [
      'if (footprint->size() > kMaxFootprintBytes)\n    return OperationRefused{Refusal::footprintTooLarge, {}};',
      '',
    ],
    ['if (footprint->empty()) return OperationRefused{Refusal::cannotRestore, {}};', ''],
    [
      'if (refusal.value() != Refusal::none) return OperationRefused{refusal.value(), {}};\n\n  const auto live = stack.value(record.made);\n  if (!live) return',
      'const auto live = stack.value(record.made);\n  if (!live) return',
    ],
    [
      'if (refusal.value() != Refusal::none) return OperationRefused{refusal.value(), {}};\n\n  const auto live = stack.value(record.made);\n  if (!live && ',
      'const auto live = stack.value(record.made);\n  if (!live && ',
    ],
    [
      'if (!live.value()) return OperationRefused{Refusal::notAvailable, {}};',
      'if (!live.value()) return captureInto(stack, record);',
    ],
    ['if (*live.value() != record.made.expected) return OperationStale{*live.value()};', ''],
    ['if (!live && saysGone(live.error())) return OperationPrepared{};', ''],
  ]),
  ...mutationsOf('native/transaction/application.cpp', 'transaction-tests', [
    ['if (!isUntouched(record, number)) return false;', ''],
    ['if (!forEach(records, later, &Application::isUntouched)) return false;', ''],
    [
      'record.progress = OperationRecord::Progress::changed;\n  if (const Result<Done> done',
      'if (const Result<Done> done',
    ],
    ['record.progress = OperationRecord::Progress::unchanged;\n  sender_', 'sender_'],
    ['return forEach(records, later, &Application::followOwnChange);', 'return true;'],
    ['unchanged.value() && live.value() == record.made.expected', 'unchanged.value()'],
    [
      'unchanged.value() && live.value() == record.made.expected',
      'live.value() == record.made.expected',
    ],
    ['!done) {', 'false) {'],
    ['  return fits;', '  return true;'],
    ['if (found == planned.before) return {.outcome = Outcome::restored};', ''],
    ['if (live.value() != planned.operation.expected) return {.outcome = Outcome::foreign};', ''],
  ]),
  ...mutationsOf('native/transaction/taking_back.cpp', 'transaction-tests', [
    ['if (found.value() == record.before) return {.outcome = Outcome::restored};', ''],
    ['if (live.value() != record.made.value) return {.outcome = Outcome::foreign};', ''],
    ['complete_ = complete_ && outcome.outcome == Outcome::restored;', ''],
    ['complete_ = complete_ && settling_.settled();', ''],
    ['mustWait(untried_, waiting_) ?', 'false ?'],
    ['if (mustWait(waiting.index, stillWaiting)) {', 'if (false) {'],
    ['return now >= giveUpAt_;', 'return true;'],
    ['return now >= std::min(giveUpAt_, retryErrorsUntil_);', 'return true;'],
  ]),
  ...mutationsOf('native/transaction/frame.cpp', 'transaction-tests', [
    [
      'if (bytes.size() != kFrameBytes) return FrameDefect::length;',
      'if (bytes.size() < kFrameBytes) return FrameDefect::length;',
    ],
    ['if (header.magic != kFrameMagic) return FrameDefect::magic;', ''],
    ['if (header.version != kProtocolVersion) return FrameDefect::version;', ''],
    ['if (header.sequence != sequence) return FrameDefect::sequence;', ''],
    ['if (const auto defect = reader.defect()) return *defect;', ''],
    ['if (flags > (kLiveFlag | kPosixFlag)) fields.reject(FrameDefect::number);', ''],
    [
      'message.length == 0 || message.length > kFootprintPartBytes',
      'message.length > kFootprintPartBytes',
    ],
    ['message.length == 0 || message.length > kFootprintPartBytes', 'message.length == 0'],
  ]),
  ...mutationsOf('native/transaction/settling.cpp', 'transaction-tests', [
    ['overdue_ = !settled_ && now >= until_;', 'overdue_ = false;'],
    ['settled_ = settled.ok() && settled.value();', 'settled_ = true;'],
  ]),
  ...mutationsOf('native/transaction/frame_fields.h', 'transaction-tests', [
    ['raw < static_cast<std::underlying_type_t<E>>(first) ||', 'false ||'],
    ['raw > static_cast<std::underlying_type_t<E>>(last)', 'false'],
    ['c >= 0x20 && c < 0x7F', 'c < 0x7F'],
    ['c >= 0x20 && c < 0x7F', 'c >= 0x20'],
    [
      'if (!std::all_of(end, field.end(), [](std::uint8_t c) { return c == 0; })) {',
      'if (false) {',
    ],
    ['if (!named_[i] && frame_[i] != 0) return FrameDefect::spareByte;', ''],
    ['if (defect_) return defect_;', ''],
  ]),
  ...mutationsOf('native/stack/table_refusal.cpp', 'transaction-tests', [
    [
      'if (!fieldFromNumber(static_cast<unsigned>(field))) return Refusal::unknownField;',
      'if (!fieldFromNumber(static_cast<unsigned>(field))) field = Field::Metric;',
    ],
    ['if (family != Family::ipv4 && family != Family::ipv6) return Refusal::unknownFamily;', ''],
    ['if (fieldInfo(field).access != FieldAccess::settable) return Refusal::readOnlyField;', ''],
    ['settableRange(field, family) ? Refusal::none', 'true ? Refusal::none'],
    ['operation.value >= range.min && operation.value', 'operation.value'],
    [
      'operation.value >= range.min && operation.value <= range.max',
      'operation.value >= range.min',
    ],
  ]),
  ...mutationsOf('native/channel/helper_arguments.cpp', 'arguments-tests', [
    [
      'if (text.size() != bytes.size() * 2) return false;',
      'if (text.size() > bytes.size() * 2) return false;',
    ],
    [
      'if (text.size() != bytes.size() * 2) return false;',
      'if (text.size() < bytes.size() * 2) return false;',
    ],
    ['if (digit == std::string_view::npos) return false;', ''],
    [
      "text.empty() || text.front() < '1' || text.front() > '9'",
      "text.empty() || text.front() > '9'",
    ],
    [
      'return error == std::errc() && end == text.data() + text.size();',
      'return end == text.data() + text.size();',
    ],
    [
      'return error == std::errc() && end == text.data() + text.size();',
      'return error == std::errc();',
    ],
    [
      'if (arguments.size() != names.size() * 2) return std::nullopt;',
      'if (arguments.size() < names.size() * 2) return std::nullopt;',
    ],
    [
      'if (arguments.size() != names.size() * 2) return std::nullopt;',
      'if (arguments.size() > names.size() * 2) return std::nullopt;',
    ],
    ['if (arguments[2 * i] != names[i]) return std::nullopt;', ''],
    ['if (arguments[1] != std::to_string(kProtocolVersion)) return std::nullopt;', ''],
    [
      '!parseHex(arguments[3], parsed.nonce) ||',
      '(parseHex(arguments[3], parsed.nonce), false) ||',
    ],
    [
      '!parseProcessId(arguments[5], parsed.appProcess) ||',
      '(parseProcessId(arguments[5], parsed.appProcess), false) ||',
    ],
    [
      '!parseHex(arguments[7], parsed.planHash)',
      '(parseHex(arguments[7], parsed.planHash), false)',
    ],
    ['if (arguments[9].empty()) return std::nullopt;', ''],
  ]),
  ...mutationsOf('native/helper/linux/peer.cpp', 'helper-tests', [
    ['if (!isSeqpacketSocket(descriptor)) return false;', ''],
    ['maker.pid == app &&', ''],
    ['getppid() == app &&', ''],
    ['&& userServed() == maker.uid', ''],
    ['geteuid() == 0 ? parseUserId(caller) : std::nullopt', 'parseUserId(caller)'],
    ['error == std::errc() && end ==', 'end =='],
    ['error == std::errc() && end == text.data() + text.size()', 'error == std::errc()'],
  ]),
  ...mutationsOf('native/stack/windows/field_refusal.cpp', 'windows-rules', [
    ['if (adapterType == kSoftwareLoopbackType) return Refusal::loopbackReadOnly;', ''],
    ['if (!ipInterface.value(field)) return Refusal::notAvailable;', ''],
    ['      return Refusal::oneWay;', '      return Refusal::none;'],
    [
      'areAddressFlagsAdvertised(ipInterface) ? Refusal::notAvailable',
      'false ? Refusal::notAvailable',
    ],
    ['linkMtu != 0 && value > linkMtu', 'value > linkMtu'],
    [
      'if (field == Field::NlMtu && linkMtu != 0 && value > linkMtu) return Refusal::mtuAboveLinkMtu;',
      '',
    ],
    ['return value == kUnchanged ? Refusal::outOfRange : Refusal::none;', 'return Refusal::none;'],
  ]),
  ...mutationsOf('native/stack/windows/row_footprint.cpp', 'windows-rules', [
    [
      'if (bytes.size() != kHeaderBytes + fields.size() * kMemberBytes) return std::nullopt;',
      'if (bytes.size() < kHeaderBytes + fields.size() * kMemberBytes) return std::nullopt;',
    ],
    ['if (!std::equal(own.begin(), own.end(), bytes.begin())) return std::nullopt;', ''],
    ['if (bytes[offset] != static_cast<std::uint8_t>(fields[index])) return std::nullopt;', ''],
    [
      'if (value != RowFootprint::kComputed && !canHold(fields[index], value)) return std::nullopt;',
      '',
    ],
    ['if (!hasRightMarks(footprint, operation.field)) return std::nullopt;', ''],
    ['if (computed != automatic) return false;', ''],
    ['if (advertised.value_or(computed) != computed) return false;', ''],
    ['    } else if (computed) {\n      return false;\n    }', '    }'],
    ['return value == 0 || value == 1;', 'return true;'],
    ['return value >= 0 && value <= kLastEnumerator;', 'return value >= 0;'],
    [
      'return value >= 0 && value <= std::numeric_limits<std::uint32_t>::max();',
      'return value >= 0;',
    ],
  ]),
  ...keeperMutations,
];
