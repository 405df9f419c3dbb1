// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QByteArray>
#include <QList>

#include <cstdint>

namespace lanyard::ui {

/// A client that did not get content, and has probably got it from the registry itself.
struct FallenBackClient
{
    QByteArray client;    ///< its address
    int requests = 0;     ///< that did not get what they asked for
    RequestLabels labels; ///< of the last one
    int status = 0;
    std::int64_t lastAtMs = 0; ///< since 1970-01-01 UTC
};

/// Finds those clients in the requests. Every client falls back without a word when an answer is
/// not a success. Knows limits::fallenBackClients of them, for limits::fallBackKept. UI thread.
class FallbackWatch
{
public:
    void add(const QList<RequestRecord> &records);

    /// The last to have fallen back comes first.
    QList<FallenBackClient> clients(std::int64_t nowMs) const;

private:
    QList<FallenBackClient> m_clients; ///< the last comes first
};

} // namespace lanyard::ui
