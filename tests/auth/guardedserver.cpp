// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardedserver.h"

namespace lanyard::test {

void RecordingHandler::handle(const http::Request &request, http::Responder responder)
{
    SeenRequest seen{.method = request.method,
                     .methodName = std::string(request.methodName),
                     .target = std::string(request.target),
                     .path = std::string(request.path),
                     .query = std::string(request.query),
                     .client = std::string(request.client),
                     .minorVersion = request.minorVersion,
                     .isTrusted = request.isTrusted,
                     .isAuthenticated = request.isAuthenticated,
                     .fields = {},
                     .thread = std::this_thread::get_id()};
    for (const http::HeaderField &field : request.fields)
        seen.fields.emplace_back(field.name, field.value);
    {
        const std::lock_guard lock(m_mutex);
        m_seen.push_back(std::move(seen));
    }
    if (m_answerer)
        m_answerer(request, std::move(responder));
    else
        responder.respond(textResponse("here"));
}

std::vector<SeenRequest> RecordingHandler::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

GuardedServer::GuardedServer(http::ServerOptions options, const std::string &htpasswd,
                             const auth::LoginLimits &limits)
    : GuardedServer(
          std::move(options),
          [users = std::make_shared<const auth::Htpasswd>(*auth::Htpasswd::parse(htpasswd))] {
              return users;
          },
          [this](std::string_view password, const std::string &hash) {
              return m_hash.matches()(password, hash);
          },
          limits)
{
}

GuardedServer::GuardedServer(http::ServerOptions options, auth::Authenticator::Users users,
                             auth::PasswordCheck::Matches matches, const auth::LoginLimits &limits)
    : m_authenticator(std::make_unique<auth::Authenticator>(
          m_next, std::move(users), m_clock,
          auth::AuthenticatorOptions{
              .realm = "Lanyard", .matches = std::move(matches), .limits = limits}))
    , m_server(std::make_unique<TestServer>(
          std::move(options), [this](const http::Request &request, http::Responder responder) {
              m_networkThread = std::this_thread::get_id();
              m_authenticator->handle(request, std::move(responder));
              ++m_handled;
          }))
{
}

GuardedServer::~GuardedServer()
{
    m_server->server().stop();
    m_hash.release(); // a test that failed may have held it
    m_authenticator->stop();
}

RawAnswer GuardedServer::get(std::string_view target, std::string_view fields) const
{
    const auto client = m_server->connect();
    if (!client->send(requestText("GET", target, fields)))
        return {};
    return client->readAnswer();
}

std::string twoUsers()
{
    return userLine("alice", "apple") + userLine("bob", "banana");
}

std::string basic(const QByteArray &user, const QByteArray &password)
{
    return "Authorization: Basic " + (user + ':' + password).toBase64().toStdString() + "\r\n";
}

} // namespace lanyard::test
