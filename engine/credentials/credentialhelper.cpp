// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialhelper.h"

#include <QStandardPaths>

#include <utility>

namespace lanyard::credentials {

namespace {

Error about(const std::string &program, Error error)
{
    error.message = {"%1 %2", {program, error.message}};
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
    , m_queue(limits::helperProcessesMax)
{
}

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
        done(failure(ErrorCode::Io,
                     {QT_TRANSLATE_NOOP("engine", "%1 is not in PATH; install it"), {program}}));
        return;
    }
    if (m_queue.waiting() >= limits::helperQuestionsMax) {
        done(
            failure(ErrorCode::RateLimited,
                    QT_TRANSLATE_NOOP("engine", "too many questions wait for credential helpers")));
        return;
    }
    // Its stderr is thrown away, since nobody knows what it says there.
    m_queue.add({.program = path,
                 .arguments = {action},
                 .input = text,
                 .outputBytesMax = limits::helperAnswerBytesMax,
                 .timeout = m_timeout},
                context, [program, done = std::move(done)](const ChildEnd &end) {
                    if (end.error)
                        done(tl::unexpected(about(program, *end.error)));
                    else if (!end.isSuccess)
                        done(tl::unexpected(about(program, helperFailure(end.output))));
                    else
                        done(end.output);
                });
}

} // namespace lanyard::credentials
