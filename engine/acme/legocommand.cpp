// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/legocommand.h"

#include <array>

namespace lanyard::acme {

namespace {

/// Where programs, roots of trust and the way out are.
constexpr std::array inherited{"PATH",          "HOME",         "TMPDIR",      "LANG",
                               "SSL_CERT_FILE", "SSL_CERT_DIR", "http_proxy",  "https_proxy",
                               "no_proxy",      "HTTP_PROXY",   "HTTPS_PROXY", "NO_PROXY"};

QProcessEnvironment partOf(const QProcessEnvironment &own)
{
    QProcessEnvironment environment;
    for (const char *name : inherited) {
        const QString key = QString::fromLatin1(name);
        if (own.contains(key))
            environment.insert(key, own.value(key));
    }
    return environment;
}

/// Go's "" is all addresses, of IPv4 alone where there is no IPv6.
QString textOf(const ListenAddress &address)
{
    return QString::fromStdString(address.host == "::" ? ":" + std::to_string(address.port)
                                                       : address.toString());
}

QStringList challengeArguments(const LegoOrder &order)
{
    const AcmeConfig &config = order.config;
    const QString answerAddress = order.answerAddress ? textOf(*order.answerAddress) : QString();
    switch (config.challenge) {
    case AcmeConfig::Challenge::Http01:
        return {QStringLiteral("--http"), QStringLiteral("--http.port"), answerAddress};
    case AcmeConfig::Challenge::TlsAlpn01:
        return {QStringLiteral("--tls"), QStringLiteral("--tls.port"), answerAddress};
    case AcmeConfig::Challenge::Dns01:
        break;
    }
    QStringList arguments{QStringLiteral("--dns"), QString::fromStdString(config.dnsProvider)};
    for (const std::string &resolver : config.dnsResolvers)
        arguments += {QStringLiteral("--dns.resolvers"), QString::fromStdString(resolver)};
    return arguments;
}

QString certificatePath(const AcmeConfig &config, const QString &folder, QLatin1String ending)
{
    return folder + QStringLiteral("/certificates/") + fileNameOf(config) + ending;
}

} // namespace

LegoCommand legoQuestion(const QProcessEnvironment &own)
{
    return {.arguments = {QStringLiteral("--help")}, .environment = partOf(own)};
}

LegoCommand legoOrder(const LegoOrder &order, const QProcessEnvironment &own)
{
    const AcmeConfig &config = order.config;
    LegoCommand command{
        .arguments = {QStringLiteral("--path"), order.folder, QStringLiteral("--accept-tos"),
                      QStringLiteral("--email"), QString::fromStdString(contactOf(config)),
                      QStringLiteral("--server"), QString::fromStdString(config.directoryUrl),
                      // Authorities take their time; the default gives up after 30 s.
                      QStringLiteral("--cert.timeout"), QStringLiteral("120")},
        .environment = partOf(own)};
    for (const std::string &host : config.hosts)
        command.arguments += {QStringLiteral("--domains"), QString::fromStdString(host)};
    command.arguments += challengeArguments(order);
    // `renew` would keep the names that the certificate had before.
    command.arguments.append(QStringLiteral("run"));
    if (!config.directoryCa.isEmpty())
        command.environment.insert(QStringLiteral("LEGO_CA_CERTIFICATES"), config.directoryCa);
    for (const SettingValue &setting : order.settings)
        command.environment.insert(QString::fromStdString(setting.name),
                                   QString::fromLocal8Bit(setting.value));
    return command;
}

std::string contactOf(const AcmeConfig &config)
{
    if (!config.email.empty())
        return config.email;
    const std::string &host = config.hosts.front();
    return "hostmaster@" + (host.starts_with("*.") ? host.substr(2) : host);
}

QString legoCertificateFile(const AcmeConfig &config, const QString &folder)
{
    return certificatePath(config, folder, QLatin1String(".crt"));
}

QString legoKeyFile(const AcmeConfig &config, const QString &folder)
{
    return certificatePath(config, folder, QLatin1String(".key"));
}

QString fileNameOf(const AcmeConfig &config)
{
    return QString::fromStdString(config.hosts.front()).replace(u'*', u'_');
}

} // namespace lanyard::acme
