// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/passwordcheck.h"

#include <utility>

namespace lanyard::auth {

PasswordCheck::PasswordCheck(Matches matches, const LoginLimits &limits)
    : m_matches(std::move(matches))
    , m_limits(limits)
{
}

PasswordCheck::~PasswordCheck()
{
    stop();
}

void PasswordCheck::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_thread.drain();
}

void PasswordCheck::check(Question question, Callback done)
{
    Number number = 0;
    bool isNew = false;
    if (!enter(question, done, number, isNew))
        return done({.outcome = Outcome::Busy, .isJoined = false});
    if (isNew)
        m_thread.start([this, number] { run(number); });
}

/// False when there is no room; `done` is as it was then.
bool PasswordCheck::enter(Question &question, Callback &done, Number &number, bool &isNew)
{
    const std::lock_guard lock(m_mutex);
    if (m_isStopped)
        return false;
    const auto joined =
        m_flights.join({question.users, question.login.user, question.login.password});
    number = joined.number;
    isNew = joined.isNew;
    if (!isNew) {
        const bool hasRoom = joined.flight.joined.size() < limits::waitersPerFlightMax;
        if (hasRoom)
            joined.flight.joined.push_back(std::move(done));
        return hasRoom;
    }
    std::size_t &ofClient = m_checksByClient[question.client];
    if (m_checks >= m_limits.checksMax || ofClient >= m_limits.checksPerAddressMax) {
        m_flights.take(number);
        if (ofClient == 0)
            m_checksByClient.erase(question.client);
        return false;
    }
    ++m_checks;
    ++ofClient;
    joined.flight = {.question = std::move(question), .asker = std::move(done), .joined = {}};
    return true;
}

void PasswordCheck::run(Number number)
{
    std::unique_lock lock(m_mutex);
    // Nobody else touches these two; the flight stays where it is until it is taken.
    const Question &question = m_flights.flight(number).question;
    const Callback asker = std::move(m_flights.flight(number).asker);
    const bool isStopped = m_isStopped;
    lock.unlock();

    Outcome outcome = Outcome::Busy;
    if (!isStopped)
        outcome = isRight(question) ? Outcome::Right : Outcome::Wrong;

    lock.lock();
    --m_checks;
    const auto ofClient = m_checksByClient.find(question.client);
    if (--ofClient->second == 0)
        m_checksByClient.erase(ofClient);
    lock.unlock();
    // Who asks the same meanwhile still joins; who asks afterwards finds what the asker has noted.
    asker({.outcome = outcome, .isJoined = false});
    lock.lock();
    const Flight flight = m_flights.take(number);
    lock.unlock();
    for (const Callback &done : flight.joined)
        done({.outcome = outcome, .isJoined = true});
}

bool PasswordCheck::isRight(const Question &question) const
{
    const std::string *hash = question.users->hashOf(question.login.user);
    const bool isMatch =
        m_matches(question.login.password, hash == nullptr ? question.users->decoyHash() : *hash);
    return isMatch && hash != nullptr;
}

} // namespace lanyard::auth
