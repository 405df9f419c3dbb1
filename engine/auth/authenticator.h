// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/attempts.h"
#include "auth/loginlimits.h"
#include "auth/logins.h"
#include "auth/passwordcheck.h"
#include "core/clock.h"
#include "http/requesthandler.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <string>

namespace lanyard::auth {

struct AuthenticatorOptions
{
    std::string realm; ///< what people are asked the password for
    PasswordCheck::Matches matches;
    LoginLimits limits;
};

/// Stands before a handler and lets only requests through whose user has logged in (RFC 7617),
/// whatever their path and method. The answer to all others is the same, so that nobody learns what
/// there is. A login that was right a short time ago lets its request through at once, on the
/// network thread; one that has to be looked at goes through from the thread that hashes.
///
/// Thread-safe, as its next handler must be. The answers of that are marked with the user.
class Authenticator final : public http::RequestHandler
{
public:
    /// Gives the users as they are now; thread-safe, never null.
    using Users = std::function<UsersPointer()>;

    /// `next` and `clock` must outlive it, and so must what `users` needs.
    Authenticator(http::RequestHandler &next, Users users, const Clock &clock,
                  AuthenticatorOptions options);
    Authenticator(const Authenticator &) = delete;
    Authenticator &operator=(const Authenticator &) = delete;
    ~Authenticator() override;

    void handle(const http::Request &request, http::Responder responder) override;

    /// Blocks until the hash that is being made is done; then nothing goes to the next handler any
    /// more but what handle() is called with. Once the server has stopped, and while it is there.
    void stop();

private:
    struct Waiting;

    void check(const http::Request &request, http::Responder responder, BasicLogin login,
               const UsersPointer &users);
    void finish(Waiting &waiting, const PasswordCheck::Answer &answer);
    void pass(const http::Request &request, http::Responder responder, const std::string &user);
    http::Response unauthorized() const;

    http::RequestHandler &m_next;
    const Users m_users;
    // Of the answer to who has not logged in:
    const QByteArray m_challengeFields;
    const QByteArray m_challengeBody = QByteArrayLiteral(
        R"({"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]})");
    Logins m_logins;
    Attempts m_attempts;
    PasswordCheck m_check; // ends first: its thread uses the others
};

} // namespace lanyard::auth
