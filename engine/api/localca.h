// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard {

/// What a person looks at in a certificate.
struct CertificateSummary
{
    QString file; ///< absolute
    QString subject;
    QString fingerprint;           ///< SHA-256, in pairs of digits with colons between them
    std::int64_t validFromMs = 0;  ///< since 1970-01-01 UTC
    std::int64_t validUntilMs = 0; ///< since 1970-01-01 UTC
    QStringList names;             ///< host names and addresses; none of an authority
    bool operator==(const CertificateSummary &) const = default;
};

/// The local certificate authority, and what it vouches for.
struct LocalCaOverview
{
    CertificateSummary authority;
    QByteArray certificate;                   ///< the authority's, in PEM: what clients trust
    std::optional<CertificateSummary> server; ///< none: no listener has used it yet
    bool operator==(const LocalCaOverview &) const = default;
};

struct LocalCaResult
{
    LocalCaOverview overview;
    bool isNew = false; ///< else it was there already
};

} // namespace lanyard
