// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/flights.h"
#include "credentials/credential.h"
#include "credentials/credentialscope.h"

#include <QObject>
#include <QPointer>

#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::credentials {

/// Credentials that somebody else has to be asked for: one question at a time for each, whose
/// answer all share who want it, and which is remembered for limits::credentialMemory; that there
/// was none, too, and for limits::credentialFailureMemory that it failed. One thread.
class AskedCredentials final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AskedCredentials)

public:
    struct Key
    {
        CredentialScope scope;
        std::string helper; ///< who is asked; empty: the keychain
        auto operator<=>(const Key &) const = default;
    };

    using Answer = Result<std::optional<Credential>>;
    using Callback = std::function<void(const Answer &)>;
    /// Asks, and tells the answer once, now or later, if this object is still there.
    using Ask = std::function<void(QObject *context, Callback done)>;

    /// `clock` must outlive it.
    explicit AskedCredentials(const Clock &clock);
    ~AskedCredentials() override;

    /// Answers from memory, or by `ask` when nobody asks already. RateLimited when
    /// limits::waitersPerFlightMax wait. Calls `done` once, now or later, unless `context` is gone.
    void find(const Key &key, const Ask &ask, QObject *context, Callback done);

    /// Whoever asks next, asks anew. An answer that is on its way is only for those who wait.
    void forget(const CredentialScope &scope);

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Callback done;
    };

    using Waiters = std::vector<Waiter>;

    struct Memory
    {
        Answer answer;
        SteadyTime until;
    };

    void land(Flights<Key, Waiters>::Number number, const Answer &answer);
    void remember(const Key &key, const Answer &answer);

    const Clock &m_clock;
    std::map<Key, Memory> m_memory;
    Flights<Key, Waiters> m_flights;
};

} // namespace lanyard::credentials
