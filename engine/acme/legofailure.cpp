// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/legofailure.h"

#include "core/printabletext.h"

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QUrl>

#include <algorithm>
#include <array>
#include <string_view>

namespace lanyard::acme {

namespace {

constexpr qsizetype shownCharactersMax = 400;
constexpr qsizetype secretBytesMin = 4; ///< what is shorter hides nothing, and is in every text

constexpr const char *knownInDns =
    QT_TRANSLATE_NOOP("engine", "the hosts have to be known in the DNS, and lead here");
constexpr const char *reachableEmail =
    QT_TRANSLATE_NOOP("engine", "email has to be an address that can be reached");

/// A value and what Go makes of it in a URL, each with the name that stands for it.
std::vector<std::pair<QByteArray, QByteArray>>
replacementsOf(const std::vector<SettingValue> &settings)
{
    std::vector<std::pair<QByteArray, QByteArray>> replacements;
    for (const SettingValue &setting : settings) {
        if (setting.value.size() < secretBytesMin)
            continue;
        const QByteArray name = '(' + QByteArray::fromStdString(setting.name) + ')';
        const QByteArray inQuery = QUrl::toPercentEncoding(QString::fromUtf8(setting.value));
        replacements.emplace_back(setting.value, name);
        replacements.emplace_back(inQuery, name);
        replacements.emplace_back(QByteArray(inQuery).replace("%20", "+"), name);
        // Of a value with several lines, each may be said alone.
        for (const QByteArray &line : setting.value.split('\n')) {
            const QByteArray said = line.trimmed();
            if (said.size() >= secretBytesMin)
                replacements.emplace_back(said, name);
        }
    }
    // One that is a part of another comes after it.
    std::stable_sort(replacements.begin(), replacements.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    return replacements;
}

/// The line that says most: of a crash the first, else the last.
QByteArray lineOf(const QByteArray &output)
{
    QByteArray last;
    for (const QByteArray &line : output.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.startsWith("panic: "))
            return trimmed;
        if (!trimmed.isEmpty())
            last = trimmed;
    }
    return last;
}

} // namespace

Message legoFailure(const QByteArray &output, const std::vector<SettingValue> &settings)
{
    QByteArray scrubbed = output;
    for (const auto &[value, name] : replacementsOf(settings))
        scrubbed.replace(value, name);
    static const QRegularExpression time(
        QStringLiteral(R"(^\d{4}/\d{2}/\d{2} \d{2}:\d{2}:\d{2} )"));
    QString line = printable(QString::fromUtf8(lineOf(scrubbed)).remove(time));
    if (line.isEmpty())
        return QT_TRANSLATE_NOOP("engine", "lego says nothing");
    if (line.size() > shownCharactersMax)
        line = line.left(shownCharactersMax) + u'…';
    return {QT_TRANSLATE_NOOP("engine", "lego says: %1"), {line}};
}

Message legoAdvice(const std::string &failure)
{
    struct Advice
    {
        std::string_view sign;
        const char *advice;
    };

    static constexpr std::array advices{
        Advice{"address already in use",
               QT_TRANSLATE_NOOP("engine",
                                 "another program has that port: let challengeAddress name another "
                                 "one, to which the "
                                 "port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads")},
        Advice{"bind: permission denied",
               QT_TRANSLATE_NOOP(
                   "engine",
                   "ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a "
                   "systemd unit), or a challengeAddress with another port, to which they lead")},
        Advice{":rateLimited",
               QT_TRANSLATE_NOOP(
                   "engine", "the authority has been asked too often: nothing helps but waiting")},
        Advice{":dns ", knownInDns},
        Advice{"NXDOMAIN", knownInDns},
        Advice{":connection ",
               QT_TRANSLATE_NOOP("engine", "the authority asks port 80 (http-01) or 443 "
                                           "(tls-alpn-01) of the hosts: these have "
                                           "to lead here, through whatever firewall is between")},
        Advice{
            ":tls ",
            QT_TRANSLATE_NOOP(
                "engine", "the port 443 of the hosts has to lead here, and not to another server")},
        Advice{
            ":unauthorized ",
            QT_TRANSLATE_NOOP(
                "engine",
                "the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and "
                "not "
                "to another server; with dns-01, the zone has to be the one that the world sees")},
        Advice{":rejectedIdentifier",
               QT_TRANSLATE_NOOP("engine", "the authority issues nothing for these hosts")},
        Advice{":caa ",
               QT_TRANSLATE_NOOP("engine",
                                 "a CAA record of the hosts in the DNS names another authority")},
        Advice{":invalidContact", reachableEmail},
        Advice{":invalidEmail", reachableEmail},
        Advice{"unrecognized DNS provider",
               QT_TRANSLATE_NOOP("engine",
                                 "this lego was built without that dnsProvider, as some are in "
                                 "Debian's package: put "
                                 "one from https://github.com/go-acme/lego/releases into PATH")},
        Advice{"credentials information are missing",
               QT_TRANSLATE_NOOP(
                   "engine",
                   "dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is")},
        Advice{"certificate signed by unknown authority",
               QT_TRANSLATE_NOOP(
                   "engine",
                   "directoryCa has to name the certificate of the authority's own authority")},
        Advice{"get directory at",
               QT_TRANSLATE_NOOP("engine", "directoryUrl cannot be reached from here")},
    };
    const auto *const found =
        std::find_if(advices.begin(), advices.end(), [&failure](const Advice &one) {
            return failure.find(one.sign) != std::string::npos;
        });
    return found == advices.end() ? Message() : Message(found->advice);
}

} // namespace lanyard::acme
