// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"
#include "core/limits.h"
#include "credentials/credential.h"
#include "credentials/credentialscope.h"
#include "credentials/helperanswer.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
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
class CredentialHelper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialHelper)

public:
    using GetCallback = std::function<void(Result<Credential>)>;
    using ListCallback = std::function<void(Result<std::vector<KnownCredential>>)>;

    /// `searchPath` is what PATH has: folders with colons between.
    explicit CredentialHelper(const QString &searchPath,
                              std::chrono::milliseconds timeout = limits::helperTimeout);
    ~CredentialHelper() override;

    /// The credential of a registry; the path of the scope is nothing that helpers know. Calls
    /// `done` once, now or later, unless `context` is gone by then.
    void get(const std::string &name, const CredentialScope &scope, QObject *context,
             GetCallback done);
    /// What it has credentials for. `done` as above.
    void list(const std::string &name, QObject *context, ListCallback done);

private:
    using Answered = std::function<void(Result<QByteArray>)>;

    struct Question
    {
        std::string program; ///< for people
        QString path;
        QString action;
        QByteArray text;
        QPointer<QObject> context;
        Answered done;
    };

    void ask(const std::string &name, const QString &action, const QByteArray &text,
             QObject *context, Answered done);
    void startNext();
    void onFinished(ChildProcess *process, const std::optional<Error> &error);

    const QStringList m_folders;
    const std::chrono::milliseconds m_timeout;
    std::deque<Question> m_waiting;
    std::map<ChildProcess *, std::pair<std::unique_ptr<ChildProcess>, Question>> m_running;
};

} // namespace lanyard::credentials
