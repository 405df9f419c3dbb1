// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acme/settingvalue.h"
#include "core/message.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::acme {

/// Why an order failed: the last line that lego said, on one line without the time before it, and
/// without the values of `settings`, each of which is its name there. Pure.
Message legoFailure(const QByteArray &output, const std::vector<SettingValue> &settings);

/// What to do about such a failure; empty where nobody knows. Pure.
Message legoAdvice(const std::string &failure);

} // namespace lanyard::acme
