// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <string>

namespace lanyard::control {

/// The version of the protocol on the control socket: one JSON object a line in both directions.
///
///     request  {"version": 1, "verb": "inspect", "arguments": {"reference": "alpine:3"}}
///     replies  {"event": {...}}                  any number, as the work goes on
///              {"result": {...}}                 the last: it is done,
///              {"error": {"code": "not-found", "message": "..."}}      or it is not
///
/// Requests on one connection are answered one after the other. Fields that a reader does not know
/// are to be ignored; what a reader could not ignore comes with another version.
inline constexpr int protocolVersion = 1;

/// What a client of the control socket asks for.
struct ControlRequest
{
    std::string verb;
    QJsonObject arguments; ///< empty where there are none
};

/// Reads a line, with or without its end. Pure. InvalidInput when it is no such request, and says
/// why.
Result<ControlRequest> parseControlRequest(const QByteArray &line);

/// The line of a request, with its end.
QByteArray controlRequestLine(const ControlRequest &request);

} // namespace lanyard::control
