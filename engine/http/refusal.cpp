// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/refusal.h"

namespace lanyard::http {

namespace {

constexpr std::string_view retryAfterSeconds = "1";

std::string_view codeOf(int status)
{
    switch (status) {
    case 500:
        return "UNKNOWN";
    case 503:
        return "TOOMANYREQUESTS";
    case 504:
        return "UNAVAILABLE";
    default:
        return "UNSUPPORTED";
    }
}

} // namespace

Response refusalResponse(int status, std::string_view message)
{
    std::string json = R"({"errors":[{"code":")";
    json.append(codeOf(status)).append(R"(","message":")");
    for (const char c : message) {
        if (c == '"')
            json += '\\';
        json += c;
    }
    json += "\"}]}\n";

    Response response;
    response.status = status;
    appendField(response.fields, "Content-Type", "application/json");
    if (status == 503)
        appendField(response.fields, "Retry-After", retryAfterSeconds);
    response.body = QByteArray(json.data(), static_cast<qsizetype>(json.size()));
    response.closeConnection = true;
    return response;
}

} // namespace lanyard::http
