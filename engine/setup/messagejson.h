// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QJsonValue>

#include <optional>

// A message from one process to another, so that it is told in the language of whom it is shown to.
// Pure.
namespace lanyard::setup {

/// Words as a text, a sentence as {"sentence": …, "values": […]}. What is hidden in a text
/// becomes U+FFFD, and one that is too long is cut.
QJsonValue jsonOf(const Message &message);

/// None: it is no message, or one with more values, a longer text or deeper than Lanyard's are, or
/// with characters that do something.
std::optional<Message> messageFrom(const QJsonValue &json);

} // namespace lanyard::setup
