// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include "core/asciitext.h"

#include <QtGlobal>

namespace lanyard::http {

std::string_view Request::header(std::string_view name) const
{
    for (const HeaderField &field : fields) {
        if (equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return {};
}

std::string Request::joinedHeader(std::string_view name) const
{
    std::string joined;
    bool isFirst = true;
    for (const HeaderField &field : fields) {
        if (!equalsIgnoringCase(field.name, name))
            continue;
        if (!isFirst)
            joined += ", ";
        joined += field.value;
        isFirst = false;
    }
    return joined;
}

std::int64_t bodyLength(const Body &body)
{
    if (const auto *bytes = std::get_if<QByteArray>(&body))
        return bytes->size();
    if (const auto *file = std::get_if<FileBody>(&body))
        return file->length;
    if (const auto *growing = std::get_if<GrowingBody>(&body))
        return growing->length;
    return 0;
}

void appendField(std::string &fields, std::string_view name, std::string_view value)
{
    Q_ASSERT(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
    fields.append(name).append(": ").append(value).append("\r\n");
}

} // namespace lanyard::http
