// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childqueue.h"
#include "core/limits.h"
#include "credentials/credential.h"
#include "credentials/credentialscope.h"
#include "credentials/helperanswer.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace lanyard::credentials {

/// Asks the credential helpers of Docker, programs with the name docker-credential-NAME in PATH
/// (credentials/helperanswer.h has their protocol). At most limits::helperProcessesMax run at once;
/// further questions wait. Has its thread, with an event loop; its end ends all of them.
///
/// Errors of all calls, with the name of the program and without anything that it said:
/// InvalidInput for a name that is none, Io when there is no such program or it cannot be started,
/// NotFound when it has no such credential, BadUpstream when it fails, crashes or answers something
/// else, TimedOut, RateLimited when limits::helperQuestionsMax wait already.
class CredentialHelper final
{
    Q_DISABLE_COPY_MOVE(CredentialHelper)

public:
    using GetCallback = std::function<void(Result<Credential>)>;
    using ListCallback = std::function<void(Result<std::vector<KnownCredential>>)>;

    /// `searchPath` is what PATH has: folders with colons between.
    explicit CredentialHelper(const QString &searchPath,
                              std::chrono::milliseconds timeout = limits::helperTimeout);

    /// The credential of a registry; the path of the scope is nothing that helpers know. Calls
    /// `done` once, now or later, unless `context` is gone by then.
    void get(const std::string &name, const CredentialScope &scope, QObject *context,
             GetCallback done);
    /// What it has credentials for. `done` as above.
    void list(const std::string &name, QObject *context, ListCallback done);

private:
    using Answered = std::function<void(Result<QByteArray>)>;

    void ask(const std::string &name, const QString &action, const QByteArray &text,
             QObject *context, Answered done);

    const QStringList m_folders;
    const std::chrono::milliseconds m_timeout;
    ChildQueue m_queue;
};

} // namespace lanyard::credentials
