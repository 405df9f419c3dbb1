// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychainjob.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace lanyard::credentials {

namespace {

const QString service = QStringLiteral("lanyard");

tl::unexpected<Error> failureOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return failure(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("engine", "the keychain has no such entry"));
    case QKeychain::AccessDeniedByUser:
        return failure(ErrorCode::Cancelled,
                       QT_TRANSLATE_NOOP("engine", "the keychain stays closed: its user said no"));
    case QKeychain::AccessDenied:
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the keychain is locked, or denies access"));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(ErrorCode::Unreachable,
                       QT_TRANSLATE_NOOP("engine", "there is no keychain service here"));
    default:
        break;
    }
    // What D-Bus and the service say of themselves; they do not repeat what they were given.
    return failure(
        ErrorCode::Unreachable,
        {QT_TRANSLATE_NOOP(
             "engine",
             "the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)"),
         {job.errorString()}});
}

/// It deletes itself when it has finished.
QKeychain::Job *newJob(const KeychainJob &job)
{
    switch (job.kind) {
    case KeychainJob::Kind::Write: {
        auto *write = new QKeychain::WritePasswordJob(service);
        write->setTextData(QString::fromStdString(job.text.reveal()));
        return write;
    }
    case KeychainJob::Kind::Remove:
        return new QKeychain::DeletePasswordJob(service);
    case KeychainJob::Kind::Read:
        break;
    }
    return new QKeychain::ReadPasswordJob(service);
}

KeychainAnswer answerOf(QKeychain::Job *job)
{
    if (job->error() != QKeychain::NoError)
        return failureOf(*job);
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    return Secret(read == nullptr ? std::string() : read->textData().toStdString());
}

} // namespace

void runKeychainJob(const KeychainJob &job, std::function<void(const KeychainAnswer &)> done)
{
    QKeychain::Job *const started = newJob(job);
    started->setAutoDelete(true);
    started->setInsecureFallback(false);
    started->setKey(job.key);
    QObject::connect(started, &QKeychain::Job::finished, started,
                     [done = std::move(done)](QKeychain::Job *ended) { done(answerOf(ended)); });
    started->start();
}

} // namespace lanyard::credentials
