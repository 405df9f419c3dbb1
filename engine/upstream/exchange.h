// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/authentication.h"
#include "upstream/redirecttarget.h"
#include "upstream/upstream.h"
#include "upstream/upstreamclient.h"

namespace lanyard::upstream {

/// A request to an upstream as its callers see it: one or more transfers, with redirects followed
/// and challenges answered; of several servers, the first that answers. Credentials go to the
/// upstream's own servers only. Engine thread.
class Exchange final : public UpstreamReply
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    /// With `only`, that server is asked, whatever is known of it, and no other.
    Exchange(std::shared_ptr<Upstream> upstream, UpstreamRequest request,
             std::optional<std::size_t> only = std::nullopt);
    ~Exchange() override;

    QByteArray read(std::int64_t max) override;
    std::int64_t bytesAvailable() const override;

private:
    void begin();
    void ask(std::size_t server);
    void goTo(const QUrl &url, const Result<void> &ready);
    void sendTo(const QUrl &url);
    void onHead();
    void onReadyRead();
    void onFinished(const std::optional<Error> &error);
    void acceptHead();
    void conclude();
    void finish();
    void follow(const std::string &location);
    void goOnTo(const QUrl &target);
    void authenticate(const std::string &challenges, const QByteArray &said);
    void dropTransfer();
    void noteBudget();
    /// To what was shown, or to anybody.
    void recordGrant();
    void recordAccess(Grant grant);
    Result<std::size_t> serverFrom(std::size_t from) const;
    /// Its server did not answer as servers do.
    void failServer(const Error &error);
    /// Asks the next server, unless the error is an answer or there is none.
    void goOn(const Error &error);
    void fail(Error error);

    const Endpoint &endpoint() const { return m_upstream->endpoints[m_server]; }

    bool isOwnHop() const { return endpoint().isOwn(m_url); }

    const std::shared_ptr<Upstream> m_upstream;
    const UpstreamRequest m_request;
    const std::optional<std::size_t> m_only;
    Authentication m_authentication;
    RedirectTarget m_target;
    std::size_t m_server = 0;       // that is asked
    std::optional<Error> m_trouble; // of the first that was asked
    std::unique_ptr<Transfer> m_transfer;
    QUrl m_url;                // of the current hop
    bool m_isAccepted = false; // the answer is the caller's; before, bodies are discarded
    std::int64_t m_discardedBytes = 0;
    QByteArray m_said; // the beginning of them
    bool m_isFinished = false;
    int m_redirects = 0;
};

} // namespace lanyard::upstream
