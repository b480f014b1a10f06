// SPDX-License-Identifier: MIT
#include "addon/read_worker.h"

#include <optional>
#include <utility>

#include "addon/platform_error.h"

namespace interface_panel {
namespace {

class ReadWorker : public Napi::AsyncWorker {
 public:
  ReadWorker(Napi::Env env, std::shared_ptr<SharedStack> stack, ReadAction action)
      : AsyncWorker(env), deferred_(env), stack_(std::move(stack)), action_(std::move(action)) {}

  [[nodiscard]] Napi::Promise promise() const { return deferred_.Promise(); }

 protected:
  void Execute() override { json_.emplace(stack_->use(action_)); }

  void OnOK() override {
    if (*json_) {
      // The text is ASCII, which V8 copies as it is.
      napi_value text = nullptr;
      const std::string& json = json_->value();
      const napi_status status = napi_create_string_latin1(Env(), json.data(), json.size(), &text);
      NAPI_THROW_IF_FAILED_VOID(Env(), status);
      deferred_.Resolve(text);
    } else {
      deferred_.Reject(platformError(Env(), json_->error()).Value());
    }
  }

  void OnError(const Napi::Error& error) override { deferred_.Reject(error.Value()); }

 private:
  const Napi::Promise::Deferred deferred_;
  const std::shared_ptr<SharedStack> stack_;
  const ReadAction action_;
  std::optional<Result<std::string>> json_;
};

}  // namespace

Napi::Promise readInBackground(Napi::Env env, std::shared_ptr<SharedStack> stack,
                               ReadAction action) {
  // Deletes itself when it is done.
  auto* worker = new ReadWorker(env, std::move(stack), std::move(action));
  const Napi::Promise promise = worker->promise();
  worker->Queue();
  return promise;
}

}  // namespace interface_panel
