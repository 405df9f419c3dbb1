// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/result.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::acme {

/// An environment variable of lego as it is now. The value may be a secret: it goes to lego, and
/// nowhere else.
struct SettingValue
{
    std::string name;
    QByteArray value;
};

/// What the settings of a configuration come to: where one names a file, or a variable of this
/// process, its value is read from there, without the ends of its last lines. May block on the
/// disk. The error names the setting and what is wrong, never a value: NotFound, InvalidInput, Io.
Result<std::vector<SettingValue>> resolve(const std::vector<AcmeSetting> &settings);

} // namespace lanyard::acme
