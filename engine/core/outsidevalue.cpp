// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outsidevalue.h"

namespace lanyard {

Result<QByteArray> readVariable(const std::string &name)
{
    if (!qEnvironmentVariableIsSet(name.c_str()))
        return failure(
            ErrorCode::NotFound,
            {QT_TRANSLATE_NOOP("engine", "the environment variable %1 is not set"), {name}});
    return qgetenv(name.c_str());
}

QByteArray withoutLineEnds(QByteArray value)
{
    while (value.endsWith('\n') || value.endsWith('\r'))
        value.chop(1);
    return value;
}

} // namespace lanyard
