// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/imageverbs.h"

#include "control/imagejson.h"
#include "core/limits.h"

#include <utility>

namespace lanyard::control {

Verb imagesVerb(ListImages list)
{
    return [list = std::move(list)](const QJsonObject &arguments, const SharedReply &reply) {
        const int max =
            arguments.value(QLatin1String("max")).toInt(static_cast<int>(limits::listPageMax));
        list({.after = arguments.value(QLatin1String("after")).toString().toUtf8(),
              .contains = arguments.value(QLatin1String("contains")).toString().toUtf8(),
              .max = max},
             answerWith<ImagePage>(reply, imagesJson));
    };
}

Verb inspectVerb(InspectImage inspect)
{
    return [inspect = std::move(inspect)](const QJsonObject &arguments, const SharedReply &reply) {
        inspect(arguments.value(QLatin1String("reference")).toString().toStdString(),
                answerWith<ImageDetails>(reply, imageDetailsJson));
    };
}

} // namespace lanyard::control
