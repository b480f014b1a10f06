// SPDX-License-Identifier: MIT
#include "transaction/message_sender.h"

#include <algorithm>

namespace interface_panel {

void MessageSender::send(const HelperMessage& message) {
  if (!muted_) sink_.send(encodeHelperFrame(message, sequence_++));
}

void MessageSender::sendFootprint(std::uint16_t operation, FootprintWhich which,
                                  const Footprint& footprint) {
  for (std::size_t offset = 0; offset < footprint.size(); offset += kFootprintPartBytes) {
    const std::size_t length = std::min(kFootprintPartBytes, footprint.size() - offset);
    FootprintMessage part;
    part.operation = operation;
    part.which = which;
    part.length = static_cast<std::uint8_t>(length);
    part.offset = static_cast<std::uint16_t>(offset);
    part.total = static_cast<std::uint16_t>(footprint.size());
    std::copy_n(footprint.begin() + static_cast<std::ptrdiff_t>(offset), length,
                part.bytes.begin());
    send(part);
  }
}

}  // namespace interface_panel
