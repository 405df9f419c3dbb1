// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/heldrequest.h"

#include <cstddef>

namespace lanyard::auth {

namespace {

/// Calls `visit` with each view of the request.
template <typename Visit>
void forEachView(http::Request &request, Visit visit)
{
    visit(request.methodName);
    visit(request.target);
    visit(request.path);
    visit(request.query);
    visit(request.client);
    for (http::HeaderField &field : request.fields) {
        visit(field.name);
        visit(field.value);
    }
}

} // namespace

HeldRequest::HeldRequest(const http::Request &request)
    : m_request(request)
{
    forEachView(m_request, [this](std::string_view view) { m_text += view; });
    std::size_t at = 0;
    forEachView(m_request, [this, &at](std::string_view &view) {
        view = std::string_view(m_text).substr(at, view.size());
        at += view.size();
    });
}

} // namespace lanyard::auth
