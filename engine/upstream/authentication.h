// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/credential.h"
#include "upstream/challenge.h"
#include "upstream/upstream.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace lanyard::upstream {

/// For whom a request to an upstream is: what it shows of itself, and how it answers a server that
/// wants to see more. Credentials are looked up only when a server asks for them. Engine thread.
class Authentication final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Authentication)

public:
    /// Whether the request may go out now, or why it may not. Called once, now or later, unless the
    /// authentication is gone by then.
    using Ready = std::function<void(const Result<void> &)>;

    /// Whom it is for.
    enum class Who {
        Account, ///< whoever has the credential; where that is refused, or there is none, anybody
        Anybody, ///< without a credential
        AccountOnly, ///< a credential that is refused is the answer
    };

    /// `repository` may be empty: the registry as such.
    Authentication(std::shared_ptr<Upstream> upstream, std::string repository, Who who);
    ~Authentication() override;

    /// The request is for this server, with what is known to be wanted.
    void begin(std::size_t server, Ready ready);

    /// The Authorization field, a secret; empty: none.
    std::string field() const;

    /// Whether it is there for a credential, and not for anybody.
    bool isOfCredential() const { return m_token.isOfCredential || !m_basic.empty(); }

    /// The server has answered 401 to what field() was: `challenges` is its WWW-Authenticate,
    /// `body` what it says. NotFound: there is nothing more to show, with the server's own words;
    /// Unreachable: the credential cannot be had; errors as of TokenService::request().
    void answer(const std::string &challenges, const QByteArray &body, Ready ready);

    /// The server has accepted what field() is.
    void accepted();

private:
    /// What to do with the credential that is found.
    using Use = std::function<void(const std::optional<credentials::Credential> &)>;

    void find(const Ready &ready, const Use &use);
    void answerBearer(const Challenge &challenge, const Ready &ready);
    void answerBasic(const std::string &words, const Ready &ready);
    /// The credential was refused. Another one may have taken its place since it was looked up:
    /// `again` uses that.
    void refused(const Error &error, const Ready &ready, const Use &again);
    void denied(const std::string &words, const Ready &ready) const;

    const Endpoint &endpoint() const { return m_upstream->endpoints[m_key.server]; }

    const std::shared_ptr<Upstream> m_upstream;
    const std::string m_repository;
    const Who m_who;
    TokenService::Key m_key; // with the server that is asked
    TokenService::Token m_token;
    std::string m_basic;                                 // a secret
    std::optional<credentials::Credential> m_credential; // that was shown last
    int m_answers = 0;
    std::optional<Error> m_refusal; // of a credential
    bool m_hasAskedAnew = false;
};

} // namespace lanyard::upstream
