// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upstream/upstreamclient.h"

namespace lanyard::upstream {

/// Collects one answer whole. Deletes itself when it has reported, or when `context` is gone.
class DocumentFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentFetch)

public:
    DocumentFetch(std::unique_ptr<UpstreamReply> reply, std::int64_t bytesMax, QObject *context,
                  UpstreamClient::DocumentCallback done, QObject *parent);
    ~DocumentFetch() override = default;

private:
    void onHead(const UpstreamHead &head);
    void onReadyRead();
    void onFinished(const std::optional<Error> &error);
    void report(Result<UpstreamDocument> result);

    std::unique_ptr<UpstreamReply> m_reply;
    std::int64_t m_bytesMax;
    UpstreamClient::DocumentCallback m_done; // empty once it was called
    UpstreamDocument m_document;
};

} // namespace lanyard::upstream
