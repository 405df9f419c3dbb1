// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pagedfetch.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::registry {

std::optional<std::string> nextPage(std::string_view linkField)
{
    // Several links are joined by commas; a comma may also stand inside <>.
    while (true) {
        const std::size_t open = linkField.find('<');
        const std::size_t close = linkField.find('>', open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return std::nullopt;
        const std::string_view target = linkField.substr(open + 1, close - open - 1);
        const std::size_t next = linkField.find('<', close);
        const std::string_view parameters = linkField.substr(close + 1, next - close - 1);
        const bool isNext = parameters.find("rel=\"next\"") != std::string_view::npos ||
                            parameters.find("rel=next") != std::string_view::npos;
        if (isNext) {
            const std::size_t version = target.find("/v2/");
            if (version == std::string_view::npos)
                return std::nullopt;
            return std::string(target.substr(version));
        }
        if (next == std::string_view::npos)
            return std::nullopt;
        linkField.remove_prefix(next);
    }
}

void PagedFetch::start(upstream::UpstreamClient &client, upstream::UpstreamRequest request,
                       QObject *parent, Done done)
{
    // Owned by its parent, and by itself until it is done.
    auto *fetch = new PagedFetch(client, std::move(request), std::move(done), parent);
    fetch->fetch();
}

PagedFetch::PagedFetch(upstream::UpstreamClient &client, upstream::UpstreamRequest request,
                       Done done, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish(failure(ErrorCode::TimedOut,
                       QT_TRANSLATE_NOOP("engine", "the upstream's list does not end in time")));
    });
    m_deadline.start(client.timeouts().list);
}

void PagedFetch::fetch()
{
    m_client.fetch(m_request, limits::listAnswerBytesMax, this,
                   [this](const Result<upstream::UpstreamDocument> &page) { pageReceived(page); });
}

void PagedFetch::pageReceived(const Result<upstream::UpstreamDocument> &page)
{
    if (!page) {
        finish(tl::unexpected<Error>(page.error()));
        return;
    }
    m_pages.append(page->body);
    m_bytes += page->body.size();
    const auto next = nextPage(page->head.link);
    if (!next) {
        finish(m_pages);
        return;
    }
    if (m_pages.size() >= limits::upstreamPagesMax || m_bytes > limits::listAnswerBytesMax ||
        *next == m_request.path) {
        finish(failure(ErrorCode::BadUpstream,
                       QT_TRANSLATE_NOOP("engine", "the upstream's list does not end")));
        return;
    }
    m_request.path = *next;
    fetch();
}

void PagedFetch::finish(const Result<QList<QByteArray>> &outcome)
{
    if (!m_done)
        return; // the page that came too late
    deleteLater();
    std::exchange(m_done, nullptr)(outcome);
}

} // namespace lanyard::registry
