// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupoptions.h"

#include "api/cacheaddress.h"
#include "arguments.h"
#include "command.h"
#include "core/filereader.h"
#include "core/limits.h"
#include "passwordreader.h"

#include <cstdint>
#include <cstdio>
#include <utility>

namespace lanyard::cli {

namespace {

constexpr std::int64_t authorityBytesMax = 64 * 1024;

tl::expected<CacheEndpoint, int> readAddress(const QString &address, const QString &command)
{
    if (const std::optional<CacheEndpoint> endpoint = lanyard::endpointOf(address))
        return *endpoint;
    return tl::unexpected(reportUsageError(
        command, QStringLiteral("'%1' is no address of a cache, such as 192.168.0.80:5000 or "
                                "https://cache.lan:5443")
                     .arg(address)));
}

tl::expected<CacheEndpoint, int> withAuthority(CacheEndpoint cache, const QString &file,
                                               const QString &command)
{
    if (file.isEmpty())
        return cache;
    if (!cache.isTls) {
        return tl::unexpected(reportUsageError(
            command, QStringLiteral("--ca is for a cache that is asked by https://")));
    }
    Result<QByteArray> pem = readSmallInput(file, authorityBytesMax);
    if (!pem) {
        std::fprintf(stderr, "lanyard %s: %s: %s\n", qPrintable(command), qPrintable(file),
                     pem.error().message.english().c_str());
        return tl::unexpected<int>(WrongInput);
    }
    cache.authority = *std::move(pem);
    return cache;
}

} // namespace

tl::expected<CacheEndpoint, int> endpointWith(const QString &address, const QString &authorityFile,
                                              const QString &command)
{
    return readAddress(address, command).and_then([&](const CacheEndpoint &endpoint) {
        return withAuthority(endpoint, authorityFile, command);
    });
}

CacheChoice::CacheChoice(QCommandLineParser &parser)
    : m_cache({QStringLiteral("C"), QStringLiteral("cache")},
              QStringLiteral("The cache: HOST:PORT, http://HOST:PORT or https://HOST:PORT. Without "
                             "it: the one that runs on this computer."),
              QStringLiteral("ADDRESS"))
    , m_ca(QStringLiteral("ca"),
           QStringLiteral("The certificate (PEM) of the authority that vouches for the cache; "
                          "needed where clients do not trust it already."),
           QStringLiteral("FILE"))
    , m_user({QStringLiteral("u"), QStringLiteral("username")},
             QStringLiteral("The cache wants a login: this user. The password is asked for, or "
                            "read from stdin."),
             QStringLiteral("NAME"))
    , m_passwordStdin(QStringLiteral("password-stdin"),
                      QStringLiteral("Read the password from stdin, also when that is a terminal."))
    , m_registry({QStringLiteral("r"), QStringLiteral("registry")},
                 QStringLiteral("A registry to pull from through the cache. May be repeated; "
                                "without it: all that the cache mirrors."),
                 QStringLiteral("NAME"))
{
    parser.addOptions({m_cache, m_ca, m_user, m_passwordStdin, m_registry});
}

tl::expected<std::optional<CacheEndpoint>, int> CacheChoice::cache(const QCommandLineParser &parser,
                                                                   const QString &command) const
{
    if (!parser.isSet(m_cache))
        return std::nullopt;
    const auto endpoint = readAddress(parser.value(m_cache), command);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    return completed(*endpoint, parser, command).map([](CacheEndpoint cache) {
        return std::optional(std::move(cache));
    });
}

tl::expected<CacheEndpoint, int> CacheChoice::completed(CacheEndpoint endpoint,
                                                        const QCommandLineParser &parser,
                                                        const QString &command) const
{
    auto cache = withAuthority(std::move(endpoint), parser.value(m_ca), command);
    if (!cache || !parser.isSet(m_user))
        return cache;
    const auto password = readPassword(limits::secretBytesMax, parser.isSet(m_passwordStdin));
    if (!password)
        return tl::unexpected(
            reportUsageError(command, QStringLiteral("expected a password on stdin")));
    cache->user = parser.value(m_user);
    cache->password = *password;
    return cache;
}

QStringList CacheChoice::registries(const QCommandLineParser &parser) const
{
    return parser.values(m_registry);
}

} // namespace lanyard::cli
