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
    const auto joined = m_flights.join(key);
    if (joined.flight.size() >= limits::waitersPerFlightMax) {
        done(failure(ErrorCode::RateLimited,
                     QT_TRANSLATE_NOOP("engine", "too many requests wait for one credential")));
        return;
    }
    joined.flight.push_back({context, std::move(done)});
    if (joined.isNew)
        ask(this, [this, number = joined.number](const Answer &answer) { land(number, answer); });
}

void AskedCredentials::forget(const CredentialScope &scope)
{
    std::erase_if(m_memory, [&](const auto &one) { return one.first.scope == scope; });
    m_flights.forget([&](const Key &key) { return key.scope == scope; });
}

/// Remembers before anyone is told: a waiter may ask again at once.
void AskedCredentials::land(Flights<Key, Waiters>::Number number, const Answer &answer)
{
    if (m_flights.isCurrent(number))
        remember(m_flights.key(number), answer);
    for (const Waiter &waiter : m_flights.take(number)) {
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
