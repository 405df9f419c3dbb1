// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/askedcredentials.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::credentials {

AskedCredentials::AskedCredentials(const Clock &clock)
    : m_clock(clock)
{
}

AskedCredentials::~AskedCredentials() = default;

void AskedCredentials::find(const Key &key, const Ask &ask, QObject *context, Callback done)
{
    const auto remembered = m_memory.find(key);
    if (remembered != m_memory.end() && m_clock.steadyNow() < remembered->second.until) {
        const Answer answer = remembered->second.answer; // `done` may have it forgotten
        done(answer);
        return;
    }
    const auto [current, isNew] = m_current.try_emplace(key, m_lastNumber + 1);
    std::vector<Waiter> &waiters = m_flights[current->second].waiters;
    if (waiters.size() >= limits::waitersPerFlightMax) {
        done(failure(ErrorCode::RateLimited, "too many requests wait for one credential"));
        return;
    }
    waiters.push_back({context, std::move(done)});
    if (!isNew)
        return;
    const std::uint64_t number = ++m_lastNumber;
    ask(this, [this, key, number](const Answer &answer) { land(key, number, answer); });
}

void AskedCredentials::forget(const CredentialScope &scope)
{
    std::erase_if(m_memory, [&](const auto &one) { return one.first.scope == scope; });
    for (const auto &[key, number] : m_current) {
        if (key.scope == scope)
            m_flights[number].isForgotten = true;
    }
    std::erase_if(m_current, [&](const auto &one) { return one.first.scope == scope; });
}

/// Remembers before anyone is told: a waiter may ask again at once.
void AskedCredentials::land(const Key &key, std::uint64_t number, const Answer &answer)
{
    const auto found = m_flights.find(number);
    Q_ASSERT(found != m_flights.end());
    const Flight flight = std::move(found->second);
    m_flights.erase(found);
    if (!flight.isForgotten) {
        m_current.erase(key);
        remember(key, answer);
    }
    for (const Waiter &waiter : flight.waiters) {
        if (waiter.context)
            waiter.done(answer);
    }
}

void AskedCredentials::remember(const Key &key, const Answer &answer)
{
    const SteadyTime now = m_clock.steadyNow();
    std::erase_if(m_memory, [now](const auto &one) { return one.second.until <= now; });
    const auto time = answer ? limits::credentialMemory : limits::credentialFailureMemory;
    m_memory.insert_or_assign(key, Memory{.answer = answer, .until = now + time});
}

} // namespace lanyard::credentials
