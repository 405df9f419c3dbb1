// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

namespace lanyard::cli {

/// The cache at an address as people write it, and the authority in a file that vouches for it
/// (empty: none is named). Otherwise the exit status, with what is wrong on stderr.
tl::expected<CacheEndpoint, int> endpointWith(const QString &address, const QString &authorityFile,
                                              const QString &command);

/// The options that say which cache clients are set up for, and for what of it.
class CacheChoice
{
public:
    /// Adds them to what the parser knows.
    explicit CacheChoice(QCommandLineParser &parser);

    /// The cache that the arguments name, with its authority and login; nullopt: they name none,
    /// and that of this computer is meant. Otherwise the exit status, with what is wrong on stderr.
    tl::expected<std::optional<CacheEndpoint>, int> cache(const QCommandLineParser &parser,
                                                          const QString &command) const;
    /// The authority and the login in an endpoint that was found otherwise.
    tl::expected<CacheEndpoint, int> completed(CacheEndpoint endpoint,
                                               const QCommandLineParser &parser,
                                               const QString &command) const;
    QStringList registries(const QCommandLineParser &parser) const;

private:
    const QCommandLineOption m_cache;
    const QCommandLineOption m_ca;
    const QCommandLineOption m_user;
    const QCommandLineOption m_passwordStdin;
    const QCommandLineOption m_registry;
};

} // namespace lanyard::cli
