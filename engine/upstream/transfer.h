// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamrecord.h"
#include "upstream/endpoint.h"
#include "upstream/hostqueue.h"
#include "upstream/upstreamclient.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

class QNetworkReply;

namespace lanyard::upstream {

/// What transfers share that share their connections: those of one upstream and one kind. Qt opens
/// six to a host, whatever runs on them, and has one thread for them all: what keeps it busy, or
/// never ends, is felt on one lane.
struct Lane
{
    QNetworkAccessManager manager;
    HostQueue queue{limits::upstreamConnectionsPerHost};
    std::int64_t bufferBytes = limits::upstreamReadBufferBytes; ///< of each, not read yet
    UpstreamTimeouts timeouts;
    std::function<void()> counter;                     ///< called when a request goes out
    std::function<void(const UpstreamRecord &)> ended; ///< called when it is over; may be empty
};

/// One HTTP request to one server, and its answer whatever the status: no redirects, no
/// authentication, no meaning. Engine thread. Deleting it aborts it; in a slot of its own signals
/// only by deleteLater().
class Transfer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Transfer)

public:
    /// `registry` names the upstream in errors. With a `form` it is a POST. `purpose` has of its
    /// record what is known before it runs.
    Transfer(std::shared_ptr<Lane> lane, std::string registry, const QNetworkRequest &request,
             UpstreamRequest::Method method, QByteArray form, UpstreamRecord purpose);
    ~Transfer() override;

    // From headReceived() on.
    int status() const;
    std::string field(const char *name) const; ///< empty when it is not there
    std::optional<std::int64_t> contentLength() const;
    QSslCertificate certificate() const; ///< of the server; null where it has none

    QByteArray read(std::int64_t max);
    std::int64_t bytesAvailable() const;

Q_SIGNALS:
    void headReceived();
    void readyRead();
    /// The last signal. An error is Unreachable, TimedOut or BadUpstream: the answer is not whole.
    void finished(const std::optional<lanyard::Error> &error);

private:
    enum class Phase { Queued, Connecting, Waiting, Receiving, Finished };

    void start();
    void onRequestSent();
    void onMetaDataChanged();
    void onReadyRead();
    void onFinished();
    void onTimeout();
    void onTlsErrors(const QList<QSslError> &errors);
    void watchSilence();
    void record(const QByteArray &trouble);
    void finish(const std::optional<Error> &error);
    std::optional<Error> replyError() const;
    std::optional<Error> lengthError() const;
    /// `sentence` says it of the host, %1; what else it names follows.
    Error makeError(ErrorCode code, const char *sentence,
                    const std::vector<Message> &values = {}) const;

    const std::shared_ptr<Lane> m_lane; // a transfer that awaits its deletion still needs it
    std::string m_registry;
    QNetworkRequest m_request;
    UpstreamRequest::Method m_method;
    QByteArray m_form; // a secret
    Phase m_phase = Phase::Queued;
    QNetworkReply *m_reply = nullptr; // ours to delete, by deleteLater() only
    std::unique_ptr<HostQueue::Ticket> m_ticket;
    QTimer m_timer;
    QString m_tlsErrors;
    std::int64_t m_bytesRead = 0;
    UpstreamRecord m_record;
    QElapsedTimer m_elapsed; // valid while it runs and is not recorded
};

} // namespace lanyard::upstream
