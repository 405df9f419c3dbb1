// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialhelper.h"

#include "core/retire.h"

#include <QStandardPaths>

#include <utility>

namespace lanyard::credentials {

namespace {

Error about(const std::string &program, Error error)
{
    error.message.insert(0, program + ' ');
    return error;
}

template <typename Value>
Result<Value> about(const std::string &program, Result<Value> result)
{
    return std::move(result).map_error(
        [&](Error error) { return about(program, std::move(error)); });
}

std::string programOf(const std::string &name)
{
    return "docker-credential-" + name;
}

} // namespace

CredentialHelper::CredentialHelper(const QString &searchPath, std::chrono::milliseconds timeout)
    : m_folders(searchPath.split(QLatin1Char(':'), Qt::SkipEmptyParts))
    , m_timeout(timeout)
{
}

CredentialHelper::~CredentialHelper() = default;

void CredentialHelper::get(const std::string &name, const CredentialScope &scope, QObject *context,
                           GetCallback done)
{
    ask(name, QStringLiteral("get"), QByteArray::fromStdString(serverUrlOf(scope)), context,
        [name, done = std::move(done)](const Result<QByteArray> &answer) {
            done(answer ? about(programOf(name), parseHelperCredential(*answer))
                        : tl::unexpected(answer.error()));
        });
}

void CredentialHelper::list(const std::string &name, QObject *context, ListCallback done)
{
    // What Docker sends here, too, since some helpers wait for something.
    ask(name, QStringLiteral("list"), "unused", context,
        [name, done = std::move(done)](const Result<QByteArray> &answer) {
            done(answer ? about(programOf(name), parseHelperList(*answer))
                        : tl::unexpected(answer.error()));
        });
}

void CredentialHelper::ask(const std::string &name, const QString &action, const QByteArray &text,
                           QObject *context, Answered done)
{
    if (const auto checked = checkHelperName(name); !checked) {
        done(tl::unexpected(checked.error()));
        return;
    }
    const std::string program = programOf(name);
    // Without folders, findExecutable() would take those of PATH.
    const QString path =
        m_folders.isEmpty()
            ? QString()
            : QStandardPaths::findExecutable(QString::fromStdString(program), m_folders);
    if (path.isEmpty()) {
        done(failure(ErrorCode::Io, program + " is not in PATH; install it"));
        return;
    }
    if (m_waiting.size() >= limits::helperQuestionsMax) {
        done(failure(ErrorCode::RateLimited, "too many questions wait for credential helpers"));
        return;
    }
    m_waiting.push_back({program, path, action, text, context, std::move(done)});
    startNext();
}

void CredentialHelper::startNext()
{
    while (m_running.size() < limits::helperProcessesMax && !m_waiting.empty()) {
        Question question = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!question.context)
            continue;
        auto process = std::make_unique<ChildProcess>();
        ChildProcess *const started = process.get();
        // Queued: a program that cannot be started is told from within start().
        connect(
            started, &ChildProcess::finished, this,
            [this, started](const auto &error) { onFinished(started, error); },
            Qt::QueuedConnection);
        const auto at =
            m_running.emplace(started, std::pair(std::move(process), std::move(question))).first;
        const Question &asked = at->second.second;
        // Its stderr is thrown away, since nobody knows what it says there.
        started->start({.program = asked.path,
                        .arguments = {asked.action},
                        .input = asked.text,
                        .outputBytesMax = limits::helperAnswerBytesMax,
                        .timeout = m_timeout});
    }
}

/// Ends the process before anyone is told: who is may ask again at once.
void CredentialHelper::onFinished(ChildProcess *process, const std::optional<Error> &error)
{
    const auto running = m_running.find(process);
    Q_ASSERT(running != m_running.end());
    auto [owned, question] = std::move(running->second);
    m_running.erase(running);
    Result<QByteArray> result = owned->output();
    if (error)
        result = tl::unexpected(about(question.program, *error));
    else if (!owned->isSuccess())
        result = tl::unexpected(about(question.program, helperFailure(owned->output())));
    retire(std::move(owned), this);
    startNext();
    if (question.context)
        question.done(std::move(result));
}

} // namespace lanyard::credentials
