// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "workstation/prooflimits.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace lanyard::workstation {

/// How long a cache may take; a test sets less.
struct CacheClientTimes
{
    std::chrono::milliseconds connect = prooflimits::connectTimeout;
    std::chrono::milliseconds answer = prooflimits::answerTimeout;
};

/// Asks a cache what it says of itself, and of probes. It goes there directly: by no proxy, and it
/// follows no redirect.
///
/// Lives on a thread with an event loop, where answers are called, later and once, unless this is
/// gone by then. Unreachable: nothing answers, or its certificate is not trusted; TimedOut;
/// BadUpstream: it is something else than Lanyard, or in trouble; NotFound: it wants a login, or
/// serves other addresses. Of what it says nothing is shown as it came.
class CacheClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheClient)

public:
    explicit CacheClient(CacheEndpoint cache, CacheClientTimes times = {},
                         QObject *parent = nullptr);

    void askFacts(Answer<CacheFacts> done);
    /// Of this nonce, oldest first.
    void askSightings(const QString &nonce, Answer<QList<ProbeSighting>> done);

private:
    void ask(const QString &path, Answer<QJsonObject> done);

    const CacheEndpoint m_cache;
    const CacheClientTimes m_times;
    QNetworkAccessManager m_network;
};

} // namespace lanyard::workstation
