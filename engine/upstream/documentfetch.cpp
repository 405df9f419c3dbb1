// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/documentfetch.h"

#include <utility>

namespace lanyard::upstream {

DocumentFetch::DocumentFetch(std::unique_ptr<UpstreamReply> reply, Terms terms, QObject *context,
                             UpstreamClient::DocumentCallback done, QObject *parent)
    : QObject(parent)
    , m_reply(std::move(reply))
    , m_terms(std::move(terms))
    , m_done(std::move(done))
{
    connect(m_reply.get(), &UpstreamReply::headReceived, this, &DocumentFetch::onHead);
    connect(m_reply.get(), &UpstreamReply::readyRead, this, &DocumentFetch::onReadyRead);
    connect(m_reply.get(), &UpstreamReply::finished, this, &DocumentFetch::onFinished);
    connect(context, &QObject::destroyed, this, [this] {
        m_done = nullptr;
        deleteLater();
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        report(
            failure(ErrorCode::TimedOut, {QT_TRANSLATE_NOOP("engine", "%1 does not answer in time"),
                                          {m_terms.registry}}));
    });
    m_deadline.start(m_terms.timeout);
}

void DocumentFetch::onHead(const UpstreamHead &head)
{
    m_document.head = head;
}

void DocumentFetch::onReadyRead()
{
    m_document.body += m_reply->read(m_terms.bytesMax - m_document.body.size());
    if (m_reply->bytesAvailable() > 0)
        report(failure(ErrorCode::BadUpstream,
                       QT_TRANSLATE_NOOP("engine", "the upstream's answer is too long")));
}

void DocumentFetch::onFinished(const std::optional<Error> &error)
{
    if (error) {
        report(tl::unexpected(*error));
        return;
    }
    onReadyRead();
    report(std::move(m_document));
}

void DocumentFetch::report(Result<UpstreamDocument> result)
{
    if (!m_done)
        return;
    m_reply->disconnect(this);
    deleteLater();
    std::exchange(m_done, nullptr)(std::move(result));
}

} // namespace lanyard::upstream
