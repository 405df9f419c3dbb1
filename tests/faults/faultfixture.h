// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"
#include "faults/faultrows.h"
#include "registry/cachefixture.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace lanyard::test {

/// A cache in front of a registry that misbehaves (hub) and one that does not (quay). Its clock
/// runs, its patience is a tenth of the real one, and it asks for a tag at each request.
class FaultFixture : public CacheFixture
{
public:
    /// How much faster it gives up.
    static constexpr int haste = 10;
    /// The longest that a client may wait, and as much again on a busy machine.
    static constexpr std::chrono::milliseconds waitMax = 2 * std::chrono::seconds{30} / haste;
    static constexpr std::chrono::milliseconds hitMax{50};
    static constexpr std::chrono::milliseconds recoveryMax{1'000};

    /// Qt looks at nothing else of an upstream before it has read a head.
    static constexpr std::chrono::milliseconds lateRecoveryMax{30'000};

    static std::chrono::milliseconds recoveryMaxAfter(const FaultRow &row)
    {
        return row.isNoticedLate ? lateRecoveryMax : recoveryMax;
    }

    /// Of a manifest: that it is not there, which clients were told with 404, is believed for a
    /// while.
    static std::chrono::milliseconds manifestRecoveryMaxAfter(const FaultRow &row, int status)
    {
        return status == 404 ? recoveryMax + limits::absenceMemory : recoveryMaxAfter(row);
    }

    explicit FaultFixture(const std::vector<UpstreamConfig> &further = {});

    /// Makes the hub answer so for `path`.
    void arm(const std::string &path, const FaultRow &row);

    struct Trial
    {
        ClientReply reply;
        std::chrono::milliseconds took{0};
        // While it ran:
        std::chrono::milliseconds hitTook{0}; ///< of the fastest of a few
        bool isOtherServed = false;           ///< a client of the other registry, who missed
    };

    /// Asks for `target` to the end.
    Trial ask(const QByteArray &target);

    /// What is wrong with `trial`, when the right answer is `body` and the outcomes are what a
    /// client may get; empty: nothing.
    static QString flawOf(const Trial &trial, const QByteArray &body, const Outcomes &outcomes);

    /// How long it takes, from now on, until the answer for `target` is right, and not a stale one.
    std::chrono::milliseconds recovery(const QByteArray &target, const QByteArray &body);

private:
    std::chrono::milliseconds timeHit() const;
    bool isOtherServed();

    QByteArray m_stored = "what is in the cache already";
    QByteArray m_storedTarget;
    int m_asked = 0; // of the other registry
};

} // namespace lanyard::test
