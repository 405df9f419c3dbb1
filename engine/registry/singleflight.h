// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lanyard::registry {

/// Joins callers that want the same thing at the same time: one does the work, all get its outcome,
/// a failure as well as a success. One thread.
template <typename Value>
class SingleFlight
{
public:
    /// `isShared` is false for the caller whose join() started the flight.
    using Callback = std::function<void(const Result<Value> &outcome, bool isShared)>;

    enum class Joined {
        Started, ///< the caller does the work, and calls land()
        Waiting, ///< somebody does it already
        Full,    ///< limits::waitersPerFlightMax wait; the callback is dropped
    };

    Joined join(const std::string &key, Callback callback)
    {
        std::vector<Callback> &callbacks = m_flights[key];
        if (callbacks.size() >= limits::waitersPerFlightMax)
            return Joined::Full;
        callbacks.push_back(std::move(callback));
        return callbacks.size() == 1 ? Joined::Started : Joined::Waiting;
    }

    /// Ends the flight and calls everyone. A callback may join() the same key anew.
    void land(const std::string &key, const Result<Value> &outcome)
    {
        const auto callbacks = m_flights.extract(key);
        if (callbacks.empty())
            return;
        bool isShared = false;
        for (const Callback &callback : callbacks.mapped())
            callback(outcome, std::exchange(isShared, true));
    }

private:
    std::unordered_map<std::string, std::vector<Callback>> m_flights;
};

} // namespace lanyard::registry
