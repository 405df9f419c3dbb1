// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/settingvalue.h"

#include "core/filereader.h"
#include "core/limits.h"
#include "core/outsidevalue.h"

#include <utility>

namespace lanyard::acme {

namespace {

Result<QByteArray> readFile(const std::string &path)
{
    return readSmallFile(QString::fromStdString(path), limits::secretBytesMax)
        .map_error([&path](Error error) {
            error.message = Message::at(path, error.message);
            return error;
        });
}

Result<QByteArray> valueOf(const AcmeSetting &setting)
{
    if (setting.file.empty() && setting.env.empty())
        return QByteArray::fromStdString(setting.text);
    Result<QByteArray> value =
        setting.file.empty() ? readVariable(setting.env) : readFile(setting.file);
    value = std::move(value).map(withoutLineEnds);
    if (value && value->contains('\0'))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(setting.file, QT_TRANSLATE_NOOP("engine", "a variable has no NUL in it")));
    return value;
}

} // namespace

Result<std::vector<SettingValue>> resolve(const std::vector<AcmeSetting> &settings)
{
    std::vector<SettingValue> values;
    for (const AcmeSetting &setting : settings) {
        Result<QByteArray> value = valueOf(setting);
        if (!value)
            return failure(value.error().code,
                           Message::at("dnsSettings." + setting.name, value.error().message));
        values.push_back({.name = setting.name, .value = std::move(*value)});
    }
    return values;
}

} // namespace lanyard::acme
