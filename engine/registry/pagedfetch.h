// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "upstream/upstreamclient.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lanyard::registry {

/// The path and query of the next page that a Link field names (RFC 8288, rel="next"), from its
/// /v2/ on: the host and what comes before are the upstream's own and stay so. Pure.
std::optional<std::string> nextPage(std::string_view linkField);

/// Fetches a list of upstream with all its pages. Engine thread; deletes itself when done.
class PagedFetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagedFetch)

public:
    using Done = std::function<void(const Result<QList<QByteArray>> &pages)>;

    /// Calls `done` once, unless `parent` is gone by then. More than limits::upstreamPagesMax
    /// pages, or more than limits::listAnswerBytesMax in all, are BadUpstream; what takes longer
    /// than UpstreamTimeouts::list is TimedOut.
    static void start(upstream::UpstreamClient &client, upstream::UpstreamRequest request,
                      QObject *parent, Done done);

private:
    PagedFetch(upstream::UpstreamClient &client, upstream::UpstreamRequest request, Done done,
               QObject *parent);
    void fetch();
    void pageReceived(const Result<upstream::UpstreamDocument> &page);
    void finish(const Result<QList<QByteArray>> &outcome);

    upstream::UpstreamClient &m_client;
    upstream::UpstreamRequest m_request;
    Done m_done; // empty once it was called
    QList<QByteArray> m_pages;
    std::int64_t m_bytes = 0;
    QTimer m_deadline;
};

} // namespace lanyard::registry
