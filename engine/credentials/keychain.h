// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"
#include "core/taskqueue.h"
#include "credentials/keychainindex.h"
#include "credentials/keychainjob.h"
#include "credentials/vault.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace lanyard::credentials {

/// How long the keychain may take.
struct KeychainTimeouts
{
    std::chrono::milliseconds answer = limits::keychainTimeout;
    std::chrono::milliseconds probe = limits::keychainProbeTimeout;
};

/// The keychain of the desktop (QtKeychain: the Secret Service, by libsecret). It may ask its user
/// to unlock it. Has its thread, with an event loop; the application's thread, which has one too,
/// does the talking.
///
/// Errors of all calls: those of KeychainJob and, for the list of what is in it, of KeychainIndex;
/// TimedOut when nobody answers: what was asked for may still be done later, but the list of what
/// is in it does not change then; RateLimited when limits::keychainJobsMax wait for the service.
/// None has a secret.
class Keychain final : public QObject, public Vault
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Keychain)

public:
    /// `folder` is where the list of what is in it is kept, keychain.json; usually the data folder.
    explicit Keychain(const std::string &folder, KeychainTimeouts timeouts = {});
    ~Keychain() override;

    /// Whether it can be used at all; asks its user nothing. `done` as in Vault.
    void probe(QObject *context, DoneCallback done);

    Result<std::vector<KnownCredential>> entries() override { return m_index.entries(); }

    void get(const CredentialScope &scope, QObject *context, GetCallback done) override;
    void set(const CredentialScope &scope, const Credential &credential, QObject *context,
             DoneCallback done) override;
    void remove(const CredentialScope &scope, QObject *context, DoneCallback done) override;

private:
    using Answered = std::function<void(const KeychainAnswer &)>;

    /// Who on the application's thread still may tell us something.
    struct Home
    {
        std::mutex mutex;
        TaskQueue *tasks = nullptr; // guarded by mutex; nullptr when the keychain is gone
    };

    struct Question
    {
        Answered done;
        std::unique_ptr<QTimer> deadline;
    };

    void ask(const KeychainJob &job, std::chrono::milliseconds timeout, Answered done);
    Result<std::optional<Credential>> missing(const CredentialScope &scope) const;
    void land(std::uint64_t number, const KeychainAnswer &answer);

    const KeychainTimeouts m_timeouts;
    KeychainIndex m_index;
    TaskQueue m_tasks; // what the application's thread tells
    std::shared_ptr<Home> m_home;
    TaskQueue *m_errands; // lives on the application's thread
    std::map<std::uint64_t, Question> m_questions;
    std::uint64_t m_lastNumber = 0;
    std::size_t m_unanswered = 0; // jobs that the service has; also those that nobody waits for
};

} // namespace lanyard::credentials
