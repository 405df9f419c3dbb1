// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <functional>

namespace lanyard {

/// What a question is answered by.
template <typename Value>
using Answer = std::function<void(const Result<Value> &)>;

} // namespace lanyard
