// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/requesthandler.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lanyard::control {

/// Answers what machines ask at the debug address: GET and HEAD of pages by their whole path.
/// Thread-safe when its pages are.
class DebugPages final : public http::RequestHandler
{
public:
    /// Answers by the responder, at once or later, from any thread.
    using Page = std::function<void(http::Responder)>;
    using Pages = std::map<std::string, Page, std::less<>>;

    /// By path.
    explicit DebugPages(Pages pages);
    void handle(const http::Request &request, http::Responder responder) override;

private:
    const Pages m_pages;
};

/// A page for people and machines: text that no one keeps.
http::Response textPage(int status, std::string_view text);

} // namespace lanyard::control
