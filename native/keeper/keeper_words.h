// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "keeper/finding.h"
#include "keeper/kept_setting.h"
#include "lasting/lasting_place.h"

namespace interface_panel {

// What the log says, each a sentence about one setting or about the store.

std::string wordsOfSet(const KeptSetting& kept, std::int64_t from);
std::string wordsOfFailure(const KeptSetting& kept, std::int64_t from, const SetAgain& outcome);
std::string wordsOfState(const KeptSetting& kept, const Finding& finding);
std::string wordsOfDoubt(const KeptSetting& kept);
std::string wordsOfStore(StoreTrouble trouble, const std::optional<Error>& error,
                         std::size_t settings);
std::string wordsOfError(std::string_view what, const Error& error);

}  // namespace interface_panel
