// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/authenticator.h"

#include "auth/basiclogin.h"
#include "auth/clientgroup.h"
#include "auth/heldrequest.h"
#include "core/asciitext.h"
#include "core/limits.h"

#include <memory>
#include <optional>
#include <utility>

namespace lanyard::auth {

namespace {

constexpr std::chrono::seconds busyPause{1};

QByteArray challengeFields(std::string_view realm)
{
    std::string fields;
    http::appendField(fields, "WWW-Authenticate", basicChallenge(realm));
    http::appendField(fields, "Docker-Distribution-Api-Version", "registry/2.0");
    http::appendField(fields, "Content-Type", "application/json");
    return QByteArray::fromStdString(fields);
}

/// Of the OCI distribution-spec ("Error Codes"). 429 and not 503: the client has to change.
http::Response tooManyRequests(std::chrono::seconds pause, const char *body)
{
    http::Response response;
    response.status = 429;
    http::appendField(response.fields, "Content-Type", "application/json");
    http::appendField(response.fields, "Retry-After", std::to_string(pause.count()));
    response.body = QByteArray(body);
    return response;
}

http::Response slowed(std::chrono::seconds pause)
{
    return tooManyRequests(pause, R"({"errors":[{"code":"TOOMANYREQUESTS",)"
                                  R"("message":"too many wrong passwords"}]})");
}

http::Response busy()
{
    return tooManyRequests(busyPause, R"({"errors":[{"code":"TOOMANYREQUESTS",)"
                                      R"("message":"too many logins at once"}]})");
}

/// Empty: none that could be right. Of two fields another reader might take the other one.
std::string_view authorizationOf(const http::Request &request)
{
    std::string_view value;
    for (const http::HeaderField &field : request.fields) {
        if (!equalsIgnoringCase(field.name, "Authorization"))
            continue;
        if (!value.empty())
            return {};
        value = field.value;
    }
    return value.size() <= limits::authorizationBytesMax ? value : std::string_view();
}

/// Answers by `responder`, on the thread that answers: what is answered at once stays on the
/// network thread.
http::Responder marked(http::Responder responder, const std::string &user)
{
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    return http::Responder([shared, user = QByteArray::fromStdString(user)](http::Response answer) {
        answer.labels.user = user;
        shared->respond(std::move(answer));
    });
}

} // namespace

/// A request whose password is being looked at.
struct Authenticator::Waiting
{
    Waiting(const http::Request &request, http::Responder &&itsResponder)
        : held(request)
        , responder(std::move(itsResponder))
    {
    }

    HeldRequest held;
    http::Responder responder;
    std::string user;
    std::string client;
    UsersPointer users;
};

Authenticator::Authenticator(http::RequestHandler &next, Users users, const Clock &clock,
                             AuthenticatorOptions options)
    : m_next(next)
    , m_users(std::move(users))
    , m_challengeFields(challengeFields(options.realm))
    , m_logins(clock, options.limits)
    , m_attempts(clock, options.limits)
    , m_check(std::move(options.matches), options.limits)
{
}

Authenticator::~Authenticator() = default;

void Authenticator::stop()
{
    m_check.stop();
}

void Authenticator::handle(const http::Request &request, http::Responder responder)
{
    if (!request.asksLogin)
        return m_next.handle(request, std::move(responder));
    const std::string_view value = authorizationOf(request);
    if (value.empty())
        return responder.respond(unauthorized());
    const UsersPointer users = m_users();
    if (const std::optional<std::string> user = m_logins.userOf(value, users))
        return pass(request, std::move(responder), *user);
    std::optional<BasicLogin> login = parseBasicLogin(value);
    if (!login)
        return responder.respond(unauthorized());
    check(request, std::move(responder), std::move(*login), users);
}

void Authenticator::check(const http::Request &request, http::Responder responder, BasicLogin login,
                          const UsersPointer &users)
{
    const std::string client = clientGroup(request.client);
    if (const std::chrono::seconds pause = m_attempts.begin(client); pause.count() > 0)
        return responder.respond(slowed(pause));
    // A function that can be copied has to hold what cannot.
    const auto waiting = std::make_shared<Waiting>(request, std::move(responder));
    waiting->user = login.user;
    waiting->client = client;
    waiting->users = users;
    m_check.check(
        {.login = std::move(login), .users = users, .client = client},
        [this, waiting](const PasswordCheck::Answer &answer) { finish(*waiting, answer); });
}

void Authenticator::finish(Waiting &waiting, const PasswordCheck::Answer &answer)
{
    switch (answer.outcome) {
    case PasswordCheck::Outcome::Right:
        m_logins.remember(authorizationOf(waiting.held.request()), waiting.user, waiting.users);
        m_attempts.forget(waiting.client);
        return pass(waiting.held.request(), std::move(waiting.responder), waiting.user);
    case PasswordCheck::Outcome::Wrong:
        // Who sends one password several times at once has guessed once.
        if (!answer.isJoined)
            m_attempts.countWrong(waiting.client);
        return waiting.responder.respond(unauthorized());
    case PasswordCheck::Outcome::Busy:
        return waiting.responder.respond(busy());
    }
}

void Authenticator::pass(const http::Request &request, http::Responder responder,
                         const std::string &user)
{
    http::Request authenticated = request;
    authenticated.isAuthenticated = true;
    m_next.handle(authenticated, marked(std::move(responder), user));
}

/// The same bytes for everybody.
http::Response Authenticator::unauthorized() const
{
    http::Response response;
    response.status = 401;
    response.sharedFields = m_challengeFields;
    response.body = m_challengeBody;
    return response;
}

} // namespace lanyard::auth
