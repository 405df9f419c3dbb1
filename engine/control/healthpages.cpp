// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/healthpages.h"

#include "control/debugpages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::control {

http::Response livenessPage()
{
    return textPage(200, "ok\n");
}

http::Response readinessPage(const Readiness &readiness)
{
    if (!readiness.storageTrouble.isEmpty())
        return textPage(503, "storage: " + readiness.storageTrouble.english() + '\n');
    if (readiness.isDraining)
        return textPage(503, "draining: running transfers end, and then the process\n");
    return textPage(200, "ok\n");
}

http::Response registryHealthPage(const Readiness &readiness)
{
    QJsonObject failing;
    if (!readiness.storageTrouble.isEmpty())
        failing.insert(QStringLiteral("storagedriver_filesystem"),
                       QString::fromStdString(readiness.storageTrouble.english()));
    http::Response response;
    response.status = failing.isEmpty() ? 200 : 503;
    http::appendField(response.fields, "Content-Type", "application/json; charset=utf-8");
    http::appendField(response.fields, "Cache-Control", "no-store");
    response.body = QJsonDocument(failing).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace lanyard::control
