// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/reply.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <string>

namespace lanyard::control {

/// Something that a client of the control socket can ask for. Called on the engine thread, must not
/// block; answers at once or keeps the reply until it can.
using Verb = std::function<void(const QJsonObject &arguments, const SharedReply &reply)>;

/// By the word that asks for it.
using Verbs = std::map<std::string, Verb, std::less<>>;

/// What answers with an operation's value or error.
template <typename Value, typename ToJson>
std::function<void(const Result<Value> &)> answerWith(const SharedReply &reply, ToJson toJson)
{
    return [reply, toJson](const Result<Value> &answer) {
        if (answer)
            reply->finish(toJson(*answer));
        else
            reply->fail(answer.error());
    };
}

} // namespace lanyard::control
