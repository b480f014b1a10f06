// SPDX-License-Identifier: MIT
// One check taken out of the code that decides, at a time. A mutation whose text no longer occurs exactly once is an
// error: then the list has fallen behind the code.

export interface Mutation {
  readonly file: string;
  /** Must occur exactly once. */
  readonly text: string;
  readonly by: string;
}

const inFile =
  (file: string) =>
  (text: string, by: string): Mutation => ({ file, text, by });

const plan = inFile('native/transaction/plan.cpp');
const machine = inFile('native/transaction/helper_machine.cpp');
const preparation = inFile('native/transaction/preparation.cpp');
const application = inFile('native/transaction/application.cpp');
const takingBack = inFile('native/transaction/taking_back.cpp');
const settling = inFile('native/transaction/settling.cpp');
const frame = inFile('native/transaction/frame.cpp');
const handle = inFile('electron/ipc/handle.ts');
const senders = inFile('electron/ipc/trusted-senders.ts');

/** Decided in C++; the tests are transaction-tests. */
export const nativeMutations: readonly Mutation[] = [
  plan('message.index != due || message.kind > kLastKind', 'message.kind > kLastKind'),
  plan('message.index != due || message.kind > kLastKind', 'message.index != due'),
  plan(
    'isRestore != hasBefore || (!isRestore && message.afterBytes != 0)',
    '!isRestore && message.afterBytes != 0',
  ),
  plan(
    'isRestore != hasBefore || (!isRestore && message.afterBytes != 0)',
    'isRestore != hasBefore',
  ),
  plan(
    'message.beforeBytes <= kMaxFootprintBytes && message.afterBytes <= kMaxFootprintBytes',
    'message.afterBytes <= kMaxFootprintBytes',
  ),
  plan(
    'message.beforeBytes <= kMaxFootprintBytes && message.afterBytes <= kMaxFootprintBytes',
    'message.beforeBytes <= kMaxFootprintBytes',
  ),
  plan('if (announcedOperations_ != 0) return Progress::unexpected;', ''),
  plan('if (announcedOperations_ == 0) return Progress::unexpected;', ''),
  plan('if (message.operations == 0) return refuse(kWholePlan, Refusal::malformedPlan);', ''),
  plan(
    'if (message.operations > kMaxOperations) return refuse(kWholePlan, Refusal::tooManyOperations);',
    '',
  ),
  plan(
    'message.deadlineSeconds == 0 || message.deadlineSeconds > kMaxDeadlineSeconds',
    'message.deadlineSeconds > kMaxDeadlineSeconds',
  ),
  plan(
    'message.deadlineSeconds == 0 || message.deadlineSeconds > kMaxDeadlineSeconds',
    'message.deadlineSeconds == 0',
  ),
  plan('if (footprintDue()) return refuse(lastIndex(), Refusal::malformedFootprint);', ''),
  plan('if (shape != Refusal::none) return refuse(index, shape);', ''),
  plan('if (table != Refusal::none) {', 'if (false) {'),
  plan(
    '} else if (!seen_.emplace(plan_.operations.back().operation.key, message.field).second) {',
    '} else if (false) {',
  ),
  plan('due && message.operation == lastIndex() && ', 'due && '),
  plan('message.which == due->which &&', ''),
  plan('message.offset == due->received.size() && ', ''),
  plan('message.total == due->total &&', ''),
  plan(
    'message.length == std::min(kFootprintPartBytes, due->total - due->received.size())',
    'true',
  ),
  plan(
    'if (hash_.finish() != expectedHash_) return refuse(kWholePlan, Refusal::hashMismatch);',
    '',
  ),
  plan('refusals_.empty() ? Progress::complete : Progress::refused', 'Progress::complete'),

  machine('if (hello->buildId != buildId_) return finish(ExitCode::otherBuild);', ''),
  machine('if (hello == nullptr) return protocolBroken();', 'if (hello == nullptr) return;'),
  machine('if (obstacleFound_) return finish(ExitCode::refused);', ''),
  machine(
    'if (state_ == State::prepared && std::holds_alternative<CommitMessage>(message)) {',
    'if (std::holds_alternative<CommitMessage>(message)) {',
  ),
  machine(
    'if (state_ == State::waiting && std::holds_alternative<ConfirmMessage>(message)) return keep(now);',
    'if (std::holds_alternative<ConfirmMessage>(message)) return keep(now);',
  ),
  machine('if (state_ >= State::takingBack) return;\n  const auto decoded', 'const auto decoded'),
  machine('  // A frame that comes with the deadline comes too late.\n  expire(now);', ''),
  machine('sender_.mute();', ''),
  machine(
    'if (state_ >= State::takingBack || now < std::min(limitAt_, hardCapAt_)) return;',
    'if (state_ >= State::takingBack || now < hardCapAt_) return;',
  ),
  machine('if (takingBack_) takingBack_->stopWaiting();', ''),
  machine('if (!changedNothingYet()) return takeBack(RevertCause::asked);', ''),
  machine('if (changedNothingYet()) return finish(ExitCode::protocolBroken);', ''),
  machine(
    'if (!application.apply(records_, cursor_++)) takeBack(std::nullopt);',
    'application.apply(records_, cursor_++);',
  ),
  machine(
    'finish(complete ? ExitCode::success : ExitCode::incomplete)',
    'finish(ExitCode::success)',
  ),
  machine(
    'finish(complete ? ExitCode::rolledBack : ExitCode::incomplete)',
    'finish(ExitCode::rolledBack)',
  ),

  preparation(
    'if (footprint->size() > kMaxFootprintBytes)\n    return OperationRefused{Refusal::footprintTooLarge, {}};',
    '',
  ),
  preparation('if (footprint->empty()) return OperationRefused{Refusal::cannotRestore, {}};', ''),
  preparation(
    'if (refusal.value() != Refusal::none) return OperationRefused{refusal.value(), {}};',
    '',
  ),
  preparation(
    'if (!live.value()) return OperationRefused{Refusal::notAvailable, {}};',
    'if (!live.value()) return captureInto(stack, record);',
  ),
  preparation(
    'if (*live.value() != record.made.expected) return OperationStale{*live.value()};',
    '',
  ),
  preparation('if (!live && saysGone(live.error())) return OperationPrepared{};', ''),

  application('if (!isUntouched(record, number)) return false;', ''),
  application('if (!forEach(records, later, &Application::isUntouched)) return false;', ''),
  application('return forEach(records, later, &Application::followOwnChange);', 'return true;'),
  application('unchanged.value() && live.value() == record.made.expected', 'unchanged.value()'),
  application(
    'unchanged.value() && live.value() == record.made.expected',
    'live.value() == record.made.expected',
  ),
  application('!done) return fail(number, done.error());', 'false) return false;'),
  application('  return fits;', '  return true;'),
  application('if (found == planned.before) return {.outcome = Outcome::restored};', ''),
  application(
    'if (live.value() != planned.operation.expected) return {.outcome = Outcome::foreign};',
    '',
  ),

  takingBack('if (found.value() == record.before) return {.outcome = Outcome::restored};', ''),
  takingBack('if (live.value() != record.made.value) return {.outcome = Outcome::foreign};', ''),
  takingBack('complete_ = complete_ && outcome.outcome == Outcome::restored;', ''),
  takingBack('complete_ = complete_ && settling_.settled();', ''),
  takingBack('return now >= giveUpAt_;', 'return true;'),
  takingBack('return now >= std::min(giveUpAt_, retryErrorsUntil_);', 'return true;'),

  // Its length first: nothing may be read beyond it.
  frame(
    'if (bytes.size() != kFrameBytes) return FrameDefect::length;',
    'if (bytes.size() < kFrameBytes) return FrameDefect::length;',
  ),
  frame('if (header.magic != kFrameMagic) return FrameDefect::magic;', ''),
  frame('if (header.version != kProtocolVersion) return FrameDefect::version;', ''),
  frame('if (header.sequence != sequence) return FrameDefect::sequence;', ''),
  frame('if (const auto defect = reader.defect()) return *defect;', ''),
  frame('if (flags > (kLiveFlag | kPosixFlag)) fields.reject(FrameDefect::number);', ''),
  frame(
    'message.length == 0 || message.length > kFootprintPartBytes',
    'message.length > kFootprintPartBytes',
  ),
  frame('message.length == 0 || message.length > kFootprintPartBytes', 'message.length == 0'),

  settling('overdue_ = !settled_ && now >= until_;', 'overdue_ = false;'),
  settling('settled_ = settled.ok() && settled.value();', 'settled_ = true;'),
];

/** Decided in the main process; the tests are ipc-handle.test.ts. */
export const ipcMutations: readonly Mutation[] = [
  handle('if (refusal !== null) {', 'if (refusal === "") {'),
  handle('if (isLargerThan(parameters, payload.limit)) return', 'if (false) return'),
  handle('if (parameters.length !== payload.arity) {', 'if (false) {'),
  handle("return issue ? `${issue.message} (${issue.path.join('.')}).` : null;", 'return null;'),
  handle('if (cause instanceof AppFailure) return failed(cause.appError);', ''),
  handle('if (!handler || !payload) throw', 'if (false) throw'),
  senders("if (frame === null) return 'its frame is gone';", ''),
  senders("if (!this.#ids.has(event.sender.id)) return 'its window is unknown';", ''),
  senders("if (frame.parent !== null) return 'it comes from a frame inside the page';", ''),
  senders("return isOurPage(frame.url) ? null : 'its page is not of this app';", 'return null;'),
  senders('protocol === `${appScheme}:` && host === appHost', 'protocol === `${appScheme}:`'),
  senders('protocol === `${appScheme}:` && host === appHost', 'host === appHost'),
  senders("contents.once('destroyed', () => this.#ids.delete(id));", ''),
];
