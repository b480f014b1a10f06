// SPDX-License-Identifier: MIT
#include "addon/watch_session.h"

#include <optional>
#include <utility>

#include "addon/platform_error.h"

namespace interface_panel {
namespace {

class WatchWorker : public Napi::AsyncWorker {
 public:
  WatchWorker(Napi::Env env, std::shared_ptr<SharedStack> stack,
              std::shared_ptr<WatchSession> session)
      : AsyncWorker(env), deferred_(env), stack_(std::move(stack)), session_(std::move(session)) {}

  [[nodiscard]] Napi::Promise promise() const { return deferred_.Promise(); }

 protected:
  void Execute() override { started_.emplace(session_->start(*stack_)); }

  void OnOK() override {
    if (*started_) {
      deferred_.Resolve(Napi::Function::New(
          Env(), [session = session_](const Napi::CallbackInfo&) { session->stop(); }, "stop"));
    } else {
      session_->stop();
      deferred_.Reject(platformError(Env(), started_->error()).Value());
    }
  }

  void OnError(const Napi::Error& error) override {
    session_->stop();
    deferred_.Reject(error.Value());
  }

 private:
  const Napi::Promise::Deferred deferred_;
  const std::shared_ptr<SharedStack> stack_;
  const std::shared_ptr<WatchSession> session_;
  std::optional<Result<Done>> started_;
};

}  // namespace

std::shared_ptr<WatchSession> WatchSession::make(Napi::Env env, Napi::Function changed) {
  Napi::ThreadSafeFunction function =
      Napi::ThreadSafeFunction::New(env, changed, "interface_panel watch", 0, 1);
  function.Unref(env);
  auto session = std::make_shared<WatchSession>(function);
  session->cleanup_ =
      std::make_unique<EnvironmentCleanup>(env, [raw = session.get()] { raw->stop(); });
  session->self_ = session;
  return session;
}

Result<Done> WatchSession::start(SharedStack& stack) {
  Result<std::unique_ptr<Watch>> watch =
      stack.use([this](IpStack& ipStack) { return ipStack.watch([this] { notify(); }); });
  if (!watch) return watch.error();
  watch_ = std::move(watch).value();
  return Done{};
}

void WatchSession::notify() {
  if (pending_.exchange(true)) return;
  changed_.NonBlockingCall([weak = weak_from_this()](Napi::Env, Napi::Function changed) {
    const std::shared_ptr<WatchSession> session = weak.lock();
    if (!session || !session->self_) return;
    session->pending_ = false;
    changed.Call({});
  });
}

void WatchSession::stop() {
  // Held here until the end: `self_` may be the last to hold it.
  const std::shared_ptr<WatchSession> self = std::exchange(self_, nullptr);
  if (!self) return;
  watch_.reset();
  changed_.Abort();
  cleanup_.reset();
}

Napi::Promise watchInBackground(Napi::Env env, std::shared_ptr<SharedStack> stack,
                                Napi::Function changed) {
  // Deletes itself when it is done.
  auto* worker = new WatchWorker(env, std::move(stack), WatchSession::make(env, changed));
  const Napi::Promise promise = worker->promise();
  worker->Queue();
  return promise;
}

}  // namespace interface_panel
