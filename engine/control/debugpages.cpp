// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/debugpages.h"

#include <utility>

namespace lanyard::control {

DebugPages::DebugPages(Pages pages)
    : m_pages(std::move(pages))
{
}

void DebugPages::handle(const http::Request &request, http::Responder responder)
{
    const auto page = m_pages.find(request.path);
    if (page == m_pages.end()) {
        std::string list = "The pages here:";
        for (const auto &[path, unused] : m_pages)
            list.append(" ").append(path);
        responder.respond(textPage(404, list + '\n'));
        return;
    }
    if (request.method == http::Method::Other) {
        http::Response refusal = textPage(405, "Only GET and HEAD.\n");
        http::appendField(refusal.fields, "Allow", "GET, HEAD");
        responder.respond(std::move(refusal));
        return;
    }
    page->second(std::move(responder));
}

http::Response textPage(int status, std::string_view text)
{
    http::Response response;
    response.status = status;
    http::appendField(response.fields, "Content-Type", "text/plain; charset=utf-8");
    http::appendField(response.fields, "Cache-Control", "no-store");
    response.body = QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    return response;
}

} // namespace lanyard::control
