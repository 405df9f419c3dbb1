// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/authentication.h"

#include "core/limits.h"
#include "upstream/refusal.h"

#include <utility>

namespace lanyard::upstream {

namespace {

constexpr int unauthorized = 401;
constexpr int forbidden = 403;

std::string scopeFor(const std::string &repository)
{
    return repository.empty() ? std::string() : "repository:" + repository + ":pull";
}

/// Registries answer 403 to a password that is wrong, too, as well as to one that is not enough.
bool mayBeRefusal(const Error &error, const credentials::Credential &credential)
{
    return error.upstreamStatus == forbidden ||
           isCredentialRefusal(error.upstreamStatus, credential);
}

} // namespace

Authentication::Authentication(std::shared_ptr<Upstream> upstream, std::string repository, Who who)
    : m_upstream(std::move(upstream))
    , m_repository(std::move(repository))
    , m_who(who)
    , m_key{.server = 0, .scope = scopeFor(m_repository), .isAnonymous = who == Who::Anybody}
{
}

Authentication::~Authentication() = default;

void Authentication::begin(std::size_t server, Ready ready)
{
    m_key.server = server;
    m_token = m_upstream->tokens.cached(m_key);
    m_basic.clear();
    m_answers = 0;
    m_refusal.reset();
    if (!m_token.value.empty() || !m_upstream->wantsBasic[server]) {
        ready({});
        return;
    }
    find(ready, [this, ready](const auto &credential) {
        m_credential = credential;
        if (credential && !credential->isIdentityToken)
            m_basic = basicField(*credential);
        ready({});
    });
}

std::string Authentication::field() const
{
    return m_token.value.empty() ? m_basic : "Bearer " + m_token.value;
}

void Authentication::answer(const std::string &challenges, const QByteArray &body, Ready ready)
{
    const TokenService::Token refusedToken = std::exchange(m_token, {});
    const bool wasFresh = refusedToken.isFresh;
    QByteArray said = body;
    if (!refusedToken.value.empty()) {
        m_upstream->tokens.drop(m_key, refusedToken.value);
        said.replace(QByteArray::fromStdString(refusedToken.value), "***");
    }
    const std::string words = refusalWords(said, m_credential);
    const auto bearer = findChallenge(challenges, "bearer");
    if (wasFresh || ++m_answers > limits::authenticationsMax)
        denied(words, ready);
    else if (bearer && !bearer->parameter("realm").empty())
        find(ready, [this, bearer, ready](const auto &credential) {
            m_credential = credential;
            answerBearer(*bearer, ready);
        });
    else if (findChallenge(challenges, "basic"))
        answerBasic(words, ready);
    else
        denied(words, ready);
}

void Authentication::answerBearer(const Challenge &challenge, const Ready &ready)
{
    m_basic.clear();
    m_upstream->tokens.request(
        m_key, challenge, m_credential, this,
        [this, challenge, ready](const Result<TokenService::Token> &token) {
            if (token) {
                m_token = *token;
                ready({});
            } else if (m_credential && mayBeRefusal(token.error(), *m_credential)) {
                refused(token.error(), ready, [this, challenge, ready](const auto &another) {
                    m_credential = another;
                    answerBearer(challenge, ready);
                });
            } else if (m_refusal && token.error().code == ErrorCode::NotFound) {
                ready(tl::unexpected(*m_refusal));
            } else {
                ready(tl::unexpected(token.error()));
            }
        });
}

void Authentication::answerBasic(const std::string &words, const Ready &ready)
{
    const auto show = [this, words, ready](const std::optional<credentials::Credential> &one) {
        m_credential = one;
        if (!one) {
            denied(words, ready);
        } else if (one->isIdentityToken) {
            ready(tl::unexpected(
                Error{.code = ErrorCode::NotFound,
                      .message = {QT_TRANSLATE_NOOP(
                                      "engine",
                                      "%1 wants a password, and there is only an identity token"),
                                  {endpoint().registry}},
                      .upstreamStatus = unauthorized}));
        } else {
            m_basic = basicField(*one);
            m_upstream->wantsBasic[m_key.server] = true;
            ready({});
        }
    };
    if (m_basic.empty()) {
        find(ready, show);
        return;
    }
    m_basic.clear();
    refused({.code = ErrorCode::NotFound,
             .message = refusalOf(endpoint().registry, *m_credential, words),
             .upstreamStatus = unauthorized},
            ready, show);
}

void Authentication::accepted()
{
    if (m_credential)
        m_upstream->recordAccepted();
}

/// A server that is somebody else's, and a request of nobody, get none.
void Authentication::find(const Ready &ready, const Use &use)
{
    if (m_key.isAnonymous || !endpoint().isForCredentials) {
        use(std::nullopt);
        return;
    }
    m_upstream->findCredential(m_repository, this, [this, ready, use](const auto &found) {
        if (found)
            use(*found);
        else
            ready(tl::unexpected(Error{
                .code = ErrorCode::Unreachable,
                .message =
                    Message::at(endpoint().registry,
                                {QT_TRANSLATE_NOOP("engine", "its credential cannot be had: %1"),
                                 {found.error().message}}),
                .upstreamStatus = unauthorized}));
    });
}

void Authentication::refused(const Error &error, const Ready &ready, const Use &again)
{
    const auto before = m_credential;
    const auto report = [this, before, error, ready, again] {
        if (isCredentialRefusal(error.upstreamStatus, *before))
            m_upstream->recordRefusal(error.message);
        m_refusal = error;
        // What everybody can read, whoever has a wrong password can, too.
        if (m_who == Who::Account)
            again(std::nullopt);
        else
            ready(tl::unexpected(error));
    };
    if (std::exchange(m_hasAskedAnew, true)) {
        report();
        return;
    }
    m_upstream->forgetCredential(m_repository);
    find(ready, [before, report, again](const auto &now) {
        if (now && now != before)
            again(now);
        else
            report();
    });
}

void Authentication::denied(const std::string &words, const Ready &ready) const
{
    const Message denial{QT_TRANSLATE_NOOP("engine", "%1 denies access"), {endpoint().registry}};
    ready(tl::unexpected(
        m_refusal.value_or(Error{.code = ErrorCode::NotFound,
                                 .message = words.empty() ? denial : Message::at(denial, words),
                                 .upstreamStatus = unauthorized})));
}

} // namespace lanyard::upstream
