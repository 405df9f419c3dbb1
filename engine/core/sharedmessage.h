// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <memory>

namespace lanyard {

/// One message that many values have, such as the rows of a log: it is made once, and stays as it
/// is. Null: there is none. For any thread.
using SharedMessage = std::shared_ptr<const Message>;

/// Empty where there is none.
inline std::string english(const SharedMessage &message)
{
    return message ? message->english() : std::string();
}

} // namespace lanyard
