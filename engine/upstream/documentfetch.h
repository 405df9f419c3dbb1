// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/upstreamclient.h"

#include <QTimer>

namespace lanyard::upstream {

/// Collects one answer whole, within a time. Deletes itself when it has reported, or when `context`
/// is gone.
class DocumentFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentFetch)

public:
    struct Terms
    {
        std::int64_t bytesMax = 0;
        std::chrono::milliseconds timeout{0}; ///< from now to the last byte
        std::string registry;                 ///< names the upstream in errors
    };

    DocumentFetch(std::unique_ptr<UpstreamReply> reply, Terms terms, QObject *context,
                  UpstreamClient::DocumentCallback done, QObject *parent);
    ~DocumentFetch() override = default;

private:
    void onHead(const UpstreamHead &head);
    void onReadyRead();
    void onFinished(const std::optional<Error> &error);
    void report(Result<UpstreamDocument> result);

    std::unique_ptr<UpstreamReply> m_reply;
    const Terms m_terms;
    UpstreamClient::DocumentCallback m_done; // empty once it was called
    UpstreamDocument m_document;
    QTimer m_deadline;
};

} // namespace lanyard::upstream
