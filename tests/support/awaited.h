// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>

namespace lanyard::test {

/// Takes the answer of a question that is answered later, and counts how often that happened.
template <typename Value>
class Awaited
{
public:
    /// What is called with the answer. This must outlive the question.
    auto take()
    {
        return [this](const Result<Value> &answer) {
            ++count;
            value = answer;
        };
    }

    std::optional<Result<Value>> value;
    int count = 0;
};

} // namespace lanyard::test
