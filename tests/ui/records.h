// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QList>

namespace lanyard::uitest {

/// `count` records numbered from `firstId`: every third a manifest of quay.io/org/app, the others
/// blobs of docker.io/library/alpine; every fifth a miss, the others hits.
inline QList<RequestRecord> makeRecords(std::uint64_t firstId, int count)
{
    QList<RequestRecord> records;
    records.reserve(count);
    for (int i = 0; i < count; ++i) {
        RequestRecord record;
        record.id = firstId + static_cast<std::uint64_t>(i);
        const bool isManifest = record.id % 3 == 0;
        record.client = record.id % 2 == 0 ? "192.168.0.20" : "192.168.0.21";
        record.method = "GET";
        record.status = 200;
        record.bodyBytes = static_cast<std::int64_t>(record.id);
        record.labels.kind = isManifest ? RequestKind::Manifest : RequestKind::Blob;
        record.labels.result = record.id % 5 == 0 ? CacheResult::Miss : CacheResult::Hit;
        record.labels.upstream = isManifest ? "quay.io" : "docker.io";
        record.labels.repository = isManifest ? "org/app" : "library/alpine";
        record.labels.reference = isManifest ? "Latest" : "sha256:0123456789abcdef";
        record.target = "/v2/" + record.labels.repository + "/x/" + record.labels.reference;
        records.append(record);
    }
    return records;
}

/// A pull of quay.io/org/app:1.0 by one client: a manifest, and blobs below it; in one second.
inline QList<RequestRecord> makePull(std::uint64_t firstId, int count,
                                     const QByteArray &repository = "org/app")
{
    QList<RequestRecord> records;
    records.reserve(count);
    for (int i = 0; i < count; ++i) {
        RequestRecord record;
        record.id = firstId + static_cast<std::uint64_t>(i);
        record.startedAtMs = 1'000 + i;
        record.durationUs = 500;
        record.client = "192.168.0.30";
        record.userAgent = "docker/27";
        record.method = "GET";
        record.status = 200;
        record.bodyBytes = 100;
        record.labels.kind = i == 0 ? RequestKind::Manifest : RequestKind::Blob;
        record.labels.result = CacheResult::Hit;
        record.labels.form = RequestForm::Namespace;
        record.labels.upstream = "quay.io";
        record.labels.repository = repository;
        record.labels.reference = i == 0 ? QByteArray("1.0") : "sha256:" + QByteArray(64, 'a');
        record.target = "/v2/" + repository + "/x/" + record.labels.reference + "?ns=quay.io";
        records.append(record);
    }
    return records;
}

} // namespace lanyard::uitest
