// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <string_view>

namespace lanyard::control {

/// The right to answer one request of the control socket: any number of events, then one result or
/// error. Shared by what works on the answer; when the last of that goes without an end, the
/// request ends as Cancelled. Engine thread.
class Reply final
{
public:
    /// Sends one line.
    using Send = std::function<void(const QJsonObject &line, bool isLast)>;

    explicit Reply(Send send);
    ~Reply();
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;

    /// How far it is. Left out for a client that does not read.
    void progress(const QJsonObject &event);
    void finish(const QJsonObject &result);
    void fail(const Error &error);

    /// Called when the client has left, at most once: nobody waits for the end any more.
    void setOnAbandoned(std::function<void()> onAbandoned);
    /// By the connection: the client has left. What is said from now on is dropped.
    void abandon();

private:
    void end(const QJsonObject &line);

    Send m_send; ///< empty: it has ended, or was abandoned
    std::function<void()> m_onAbandoned;
};

using SharedReply = std::shared_ptr<Reply>;

/// The word for a code on the control socket.
std::string_view nameOf(ErrorCode code);

} // namespace lanyard::control
