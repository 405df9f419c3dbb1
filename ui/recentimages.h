// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QByteArrayList>
#include <QList>

namespace lanyard::ui {

/// The images that clients pulled last, each once, the newest first. UI thread.
class RecentImages final
{
public:
    /// Whether they are others than before, or in another order.
    bool add(const QList<RequestRecord> &records);

    /// As `docker.io/library/alpine:3.19`; limits::recentImages at most.
    const QByteArrayList &names() const { return m_names; }

private:
    QByteArrayList m_names;
};

} // namespace lanyard::ui
