// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upstream/endpoint.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace lanyard::upstream {

/// Whether an address is of this computer or of a network that is not the internet. Pure.
bool isInternal(const QHostAddress &address);

/// Judges whether a registry may send requests on to a host. A registry of the internet may not
/// have them sent to this computer or into the private network, where they come from inside; one
/// that is in there itself may, and to Endpoint::redirectHosts every one may. What names stand for
/// is looked up. The request that follows finds the same in Qt's memory as a rule, but may look it
/// up again: a name that changes what it stands for in between comes inside all the same. By https
/// it then meets who has no certificate for that name; by http nothing is in its way. Behind a
/// proxy it is the proxy that knows: there only addresses are judged, and a name counts as one of
/// the internet. Lives on the engine thread.
class RedirectTarget final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedirectTarget)

public:
    /// BadUpstream: it may not; Unreachable: the host is not found.
    using Callback = std::function<void(const Result<void> &)>;

    RedirectTarget();

    /// Calls `done` once, now or within limits::upstreamConnectTimeout for each of the two names;
    /// not any more when this is gone, or asked anew.
    void judge(const Endpoint &endpoint, const QUrl &target, const Callback &done);

private:
    using Addresses = QList<QHostAddress>;

    /// Of a host; empty: it is not found.
    void find(const QString &host, const std::function<void(const Addresses &)> &found);
    void forget();

    QTimer m_timer;
    int m_lookup = 0; // the number of the one whose answer counts
};

} // namespace lanyard::upstream
