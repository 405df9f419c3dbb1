// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/changebatch.h"
#include "setup/guardedfiles.h"
#include "setup/services.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace lanyard::setup {

/// What the helper program does as root: one request, strictly read, and its answer. One thread,
/// with an event loop.
class PrivilegedDesk
{
    Q_DISABLE_COPY_MOVE(PrivilegedDesk)

public:
    using Answered = std::function<void(const QByteArray &answer)>;

    /// `root` stands before every path; empty: /.
    explicit PrivilegedDesk(const QString &root);

    /// Whatever comes of it, there is an answer. One request at a time.
    void serve(const QByteArray &request, const Answered &answered);

private:
    const GuardedFiles m_files;
    Services m_services;
    ChangeBatch m_batch;
};

} // namespace lanyard::setup
