// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/changebatch.h"
#include "setup/filechange.h"
#include "setup/servicetask.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace lanyard::setup {

/// What a user who is not root asks the helper program for: one JSON object on its stdin, one as
/// its answer on stdout.
///
///     {"version": 1, "operation": "apply", "stamp": "20261127T191640",
///      "files": [{"path": "/etc/docker/daemon.json", "recipe": {...}, "sha256Before": null}],
///      "services": [{"action": "reload-docker", "pid": 0}]}
///
/// With "undo", there is no stamp, and the files are what the answer to "apply" said of them.
struct PrivilegedRequest
{
    enum class Operation : std::uint8_t { Apply, Undo };

    Operation operation = Operation::Apply;
    QString stamp;             ///< of Apply
    QList<FileChange> changes; ///< of Apply
    QList<FileRecord> records; ///< of Undo
    QList<ServiceTask> services;
    bool operator==(const PrivilegedRequest &) const = default;
};

/// May hold a secret.
QByteArray toJson(const PrivilegedRequest &request);

/// InvalidInput: it is none, or asks for something that is not on the list: another file, another
/// content for a file, a service that is not the system's. Nothing is taken over unseen. Pure.
Result<PrivilegedRequest> privilegedRequestFrom(const QByteArray &json);

/// The answer, and what it says. BadUpstream: it is none.
QByteArray answerJson(const Result<ChangeBatch::Outcome> &outcome);
Result<ChangeBatch::Outcome> outcomeFrom(const QByteArray &json);

} // namespace lanyard::setup
