// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychain.h"

#include "core/retire.h"
#include "credentials/credentialjson.h"
#include "credentials/jsondocument.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace lanyard::credentials {

namespace {

QString keyOf(const CredentialScope &scope)
{
    return QString::fromStdString(scope.toString());
}

Secret textOf(const Credential &credential)
{
    return Secret(QJsonDocument(toJson(credential)).toJson(QJsonDocument::Compact).toStdString());
}

/// Of an entry that is there.
Result<std::optional<Credential>> readAnswer(const KeychainAnswer &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    const auto object = parseJsonObject(QByteArray::fromStdString(answer->reveal()));
    const auto kept = object ? credentialOfJson(*object) : tl::unexpected(object.error());
    const auto *credential = kept ? std::get_if<Credential>(&*kept) : nullptr;
    if (credential == nullptr)
        return failure(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP(
                "engine", "the keychain has something else than a credential there; set it again"));
    return std::optional(*credential);
}

Result<void> withoutText(const KeychainAnswer &answer)
{
    return answer.map([](const Secret &) {});
}

} // namespace

Keychain::Keychain(const std::string &folder, KeychainTimeouts timeouts)
    : m_timeouts(timeouts)
    , m_index(folder + "/keychain.json")
    , m_home(std::make_shared<Home>())
    , m_errands(new TaskQueue)
{
    m_home->tasks = &m_tasks;
    m_errands->moveToThread(QCoreApplication::instance()->thread());
}

Keychain::~Keychain()
{
    const std::lock_guard lock(m_home->mutex);
    m_home->tasks = nullptr;
    m_errands->deleteLater();
}

void Keychain::probe(QObject *context, DoneCallback done)
{
    // No scope is like that. Where nothing has the key, nothing has to be unlocked.
    const KeychainJob job{.key = QStringLiteral("is there a keychain?"), .text = {}};
    ask(job, m_timeouts.probe,
        [context = QPointer<QObject>(context), done = std::move(done)](const auto &answer) {
            const bool isThere = answer || answer.error().code == ErrorCode::NotFound;
            if (context)
                done(isThere ? Result<void>() : withoutText(answer));
        });
}

void Keychain::get(const CredentialScope &scope, QObject *context, GetCallback done)
{
    ask({.key = keyOf(scope), .text = {}}, m_timeouts.answer,
        [this, scope, context = QPointer<QObject>(context),
         done = std::move(done)](const auto &answer) {
            if (!context)
                return;
            if (answer || answer.error().code != ErrorCode::NotFound)
                done(readAnswer(answer));
            else
                done(missing(scope));
        });
}

/// What "no such entry" means: a service says so, too, when nobody unlocks it.
Result<std::optional<Credential>> Keychain::missing(const CredentialScope &scope) const
{
    const auto all = m_index.entries();
    const bool isKnown = all && std::any_of(all->begin(), all->end(),
                                            [&](const auto &one) { return one.scope == scope; });
    if (!isKnown)
        return std::nullopt;
    return failure(
        ErrorCode::InvalidInput,
        {QT_TRANSLATE_NOOP(
             "engine",
             "the keychain does not give the credential of %1: it is locked, or has it no more"),
         {scope.toString()}});
}

void Keychain::set(const CredentialScope &scope, const Credential &credential, QObject *context,
                   DoneCallback done)
{
    auto checked = checkCredential(credential);
    if (checked)
        checked = m_index.entries().map([](const auto &) {});
    if (!checked) {
        done(checked);
        return;
    }
    const KeychainJob job{KeychainJob::Kind::Write, keyOf(scope), textOf(credential)};
    ask(job, m_timeouts.answer,
        [this, known = KnownCredential{scope, credential.username},
         context = QPointer<QObject>(context), done = std::move(done)](const auto &answer) {
            const Result<void> result = answer ? m_index.set(known) : withoutText(answer);
            if (context)
                done(result);
        });
}

void Keychain::remove(const CredentialScope &scope, QObject *context, DoneCallback done)
{
    const KeychainJob job{KeychainJob::Kind::Remove, keyOf(scope), {}};
    ask(job, m_timeouts.answer,
        [this, scope, context = QPointer<QObject>(context),
         done = std::move(done)](const auto &answer) {
            const bool isGone = answer || answer.error().code == ErrorCode::NotFound;
            const Result<void> result = isGone ? m_index.remove(scope) : withoutText(answer);
            if (context)
                done(result);
        });
}

void Keychain::ask(const KeychainJob &job, std::chrono::milliseconds timeout, Answered done)
{
    if (m_unanswered >= limits::keychainJobsMax) {
        done(failure(ErrorCode::RateLimited,
                     QT_TRANSLATE_NOOP("engine", "too many questions wait for the keychain")));
        return;
    }
    ++m_unanswered;
    const std::uint64_t number = ++m_lastNumber;
    auto deadline = std::make_unique<QTimer>();
    deadline->setSingleShot(true);
    connect(deadline.get(), &QTimer::timeout, this, [this, number] {
        land(number,
             failure(ErrorCode::TimedOut,
                     QT_TRANSLATE_NOOP(
                         "engine", "the keychain does not answer; it may wait to be unlocked")));
    });
    deadline->start(timeout);
    m_questions.emplace(number, Question{std::move(done), std::move(deadline)});
    m_errands->post([this, home = m_home, job, number] {
        runKeychainJob(job, [this, home, number](const KeychainAnswer &answer) {
            const std::lock_guard lock(home->mutex);
            if (home->tasks != nullptr)
                home->tasks->post([this, number, answer] {
                    --m_unanswered;
                    land(number, answer);
                });
        });
    });
}

/// Ends the question before anyone is told: who is may ask again at once.
void Keychain::land(std::uint64_t number, const KeychainAnswer &answer)
{
    auto question = m_questions.extract(number);
    if (question.empty())
        return; // it comes too late
    retire(std::move(question.mapped().deadline), this);
    question.mapped().done(answer);
}

} // namespace lanyard::credentials
