// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <utility>

namespace lanyard {

/// Questions of which one runs for each key, while others wait for its answer: who comes later
/// joins it, until it is taken, or forgotten because its answer would be out of date. One thread.
template <typename Key, typename Flight>
class Flights
{
public:
    /// Tells one flight from all others of the same key; never used again.
    using Number = std::uint64_t;

    struct Joined
    {
        Number number = 0;
        Flight &flight; ///< stays where it is until it is taken
        bool isNew = false;
    };

    /// The flight that runs for the key and is not forgotten, else a new one.
    Joined join(const Key &key)
    {
        const auto [current, isNew] = m_current.try_emplace(key, m_lastNumber + 1);
        if (isNew)
            ++m_lastNumber;
        const auto flight = m_flights.try_emplace(current->second, key, Flight()).first;
        return {.number = current->second, .flight = flight->second.second, .isNew = isNew};
    }

    // Of a number that was not taken:

    const Key &key(Number number) const { return m_flights.at(number).first; }

    Flight &flight(Number number) { return m_flights.at(number).second; }

    const Flight &flight(Number number) const { return m_flights.at(number).second; }

    /// Whether its answer is for who comes later, too.
    bool isCurrent(Number number) const
    {
        const auto current = m_current.find(key(number));
        return current != m_current.end() && current->second == number;
    }

    /// Ends it: who comes next begins another.
    Flight take(Number number)
    {
        if (isCurrent(number))
            m_current.erase(key(number));
        const auto found = m_flights.find(number);
        Flight flight = std::move(found->second.second);
        m_flights.erase(found);
        return flight;
    }

    /// Who comes next for a key that `isMeant` begins another; those that run go on.
    template <typename Predicate>
    void forget(Predicate isMeant)
    {
        std::erase_if(m_current, [&](const auto &current) { return isMeant(current.first); });
    }

private:
    std::map<Key, Number> m_current;
    std::map<Number, std::pair<const Key, Flight>> m_flights;
    Number m_lastNumber = 0;
};

} // namespace lanyard
