// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/rememberedcaches.h"

#include "api/cacheaddress.h"
#include "uilimits.h"

#include <QSettings>

#include <algorithm>

namespace lanyard::ui {

namespace {

const QString cachesKey = QStringLiteral("setup/caches");
const QString chosenKey = QStringLiteral("setup/otherCacheChosen");
const QString addressKey = QStringLiteral("address");
const QString userKey = QStringLiteral("user");
const QString authorityKey = QStringLiteral("authorityFile");

} // namespace

qsizetype indexOf(const RememberedCaches &known, const CacheEndpoint &endpoint)
{
    const auto found = std::find_if(known.caches.cbegin(), known.caches.cend(),
                                    [&endpoint](const RememberedCache &cache) {
                                        return endpointOf(cache.address) == endpoint;
                                    });
    return found == known.caches.cend() ? -1 : found - known.caches.cbegin();
}

RememberedCaches remembering(const RememberedCaches &known, const RememberedCache &cache)
{
    RememberedCaches caches{.caches = {cache}, .isChosen = true};
    for (const RememberedCache &one : known.caches) {
        const bool isSame = endpointOf(one.address) == endpointOf(cache.address);
        if (!isSame && caches.caches.size() < limits::rememberedCaches)
            caches.caches += one;
    }
    return caches;
}

RememberedCaches readRememberedCaches(QSettings &settings)
{
    RememberedCaches known;
    const int count = settings.beginReadArray(cachesKey);
    for (int i = 0; i < qMin(count, limits::rememberedCaches); ++i) {
        settings.setArrayIndex(i);
        const RememberedCache cache{.address = settings.value(addressKey).toString(),
                                    .user = settings.value(userKey).toString(),
                                    .authorityFile = settings.value(authorityKey).toString()};
        if (endpointOf(cache.address))
            known.caches += cache;
    }
    settings.endArray();
    known.isChosen = !known.caches.isEmpty() && settings.value(chosenKey).toBool();
    return known;
}

void writeRememberedCaches(QSettings &settings, const RememberedCaches &caches)
{
    settings.remove(cachesKey);
    settings.beginWriteArray(cachesKey, static_cast<int>(caches.caches.size()));
    for (int i = 0; i < caches.caches.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(addressKey, caches.caches[i].address);
        settings.setValue(userKey, caches.caches[i].user);
        settings.setValue(authorityKey, caches.caches[i].authorityFile);
    }
    settings.endArray();
    settings.setValue(chosenKey, caches.isChosen);
}

} // namespace lanyard::ui
