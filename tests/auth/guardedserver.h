// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/authenticator.h"
#include "http/testserver.h"
#include "support/manualclock.h"

#include "heldhash.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace lanyard::test {

/// A request as the next handler saw it, and where.
struct SeenRequest
{
    http::Method method = http::Method::Other;
    std::string methodName;
    std::string target;
    std::string path;
    std::string query;
    std::string client;
    int minorVersion = 0;
    bool isTrusted = false;
    bool isAuthenticated = false;
    std::vector<std::pair<std::string, std::string>> fields;
    std::thread::id thread;
};

/// Behind the login: keeps what it is asked, and answers "here" at once, or as a test says.
/// Thread-safe.
class RecordingHandler final : public http::RequestHandler
{
public:
    void handle(const http::Request &request, http::Responder responder) override;

    /// Before the first request.
    void setAnswerer(Answerer answerer) { m_answerer = std::move(answerer); }

    std::vector<SeenRequest> seen() const;

private:
    Answerer m_answerer;
    mutable std::mutex m_mutex;
    std::vector<SeenRequest> m_seen; // guarded by m_mutex
};

/// A real server with a login before it, whose hashes are counted. One thread, but for what the
/// server does.
class GuardedServer
{
public:
    explicit GuardedServer(http::ServerOptions options, const std::string &htpasswd,
                           const auth::LoginLimits &limits = {});
    /// With other users and other hashes, which must outlive it.
    GuardedServer(http::ServerOptions options, auth::Authenticator::Users users,
                  auth::PasswordCheck::Matches matches, const auth::LoginLimits &limits);
    ~GuardedServer();
    GuardedServer(const GuardedServer &) = delete;
    GuardedServer &operator=(const GuardedServer &) = delete;

    ManualClock &clock() { return m_clock; }

    HeldHash &hash() { return m_hash; }

    RecordingHandler &next() { return m_next; }

    TestServer &server() { return *m_server; }

    auth::Authenticator &authenticator() { return *m_authenticator; }

    /// Requests that have gone through Authenticator::handle(), and on which thread the last did.
    int handled() const { return m_handled; }

    std::thread::id networkThread() const { return m_networkThread; }

    /// One GET on a connection of its own.
    RawAnswer get(std::string_view target, std::string_view fields = {}) const;

private:
    ManualClock m_clock;
    HeldHash m_hash;
    RecordingHandler m_next;
    std::atomic<int> m_handled{0};
    std::atomic<std::thread::id> m_networkThread;
    std::unique_ptr<auth::Authenticator> m_authenticator;
    std::unique_ptr<TestServer> m_server;
};

/// A ready Authorization field.
std::string basic(const QByteArray &user, const QByteArray &password);

/// alice, whose password is apple, and bob with banana.
std::string twoUsers();
inline const std::string alice = basic("alice", "apple");

} // namespace lanyard::test
