// SPDX-License-Identifier: GPL-3.0-or-later
#include "clienttext.h"

#include "format.h"
#include "requestfacts.h"
#include "requesttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace lanyard::ui {

namespace {

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("client", text, nullptr, count);
}

/// The products of clients that pull images, and what their users call them.
constexpr std::array knownPrograms{
    std::pair{"docker", "Docker"},
    std::pair{"containerd", "containerd"},
    std::pair{"buildkit", "BuildKit"},
    std::pair{"containers", "Podman, Buildah or Skopeo (containers/image %1)"},
    std::pair{"Buildah", "Buildah"},
    std::pair{"skopeo", "Skopeo"},
    std::pair{"libpod", "Podman"},
    std::pair{"cri-o", "CRI-O"},
    std::pair{"nerdctl", "nerdctl"},
    std::pair{"go-containerregistry", "go-containerregistry"},
    std::pair{"oras", "ORAS"},
    std::pair{"Helm", "Helm"},
    std::pair{"curl", "curl"},
};

bool equals(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString reasonOf(const ClientSummary::Fallback &fallback)
{
    constexpr int forbidden = 403;
    constexpr int tooManyRequests = 429;
    if (fallback.upstream.isEmpty())
        return translated(QT_TRANSLATE_NOOP("client", "it named a registry that is no upstream"));
    if (fallback.status == forbidden)
        return translated(QT_TRANSLATE_NOOP("client", "it may not be served"));
    if (fallback.status == tooManyRequests)
        return translated(QT_TRANSLATE_NOOP("client", "it asked too often"));
    return translated(
        QT_TRANSLATE_NOOP("client", "the cache did not have it, and could not get it"));
}

} // namespace

QString programName(QByteArrayView userAgent)
{
    const QByteArray product = userAgent.toByteArray().simplified().split(' ').constFirst();
    if (product.isEmpty())
        return translated(QT_TRANSLATE_NOOP("client", "Unknown"));
    const qsizetype slash = product.indexOf('/');
    const QByteArray name = product.left(slash < 0 ? product.size() : slash);
    QString version = slash < 0 ? QString() : printable(product.mid(slash + 1));
    // As BuildKit says it.
    if (version.size() > 1 && version.startsWith(u'v') && version.at(1).isDigit())
        version.remove(0, 1);
    const auto *const known =
        std::find_if(knownPrograms.begin(), knownPrograms.end(),
                     [&name](const auto &program) { return equals(name, program.first); });
    const QString shown =
        known == knownPrograms.end() ? printable(name) : QString::fromLatin1(known->second);
    if (known != knownPrograms.end() && shown.contains(QLatin1String("%1")))
        return shown.arg(version);
    return version.isEmpty() ? shown : shown + u' ' + version;
}

QString formsText(const std::vector<RequestForm> &forms)
{
    QStringList names;
    for (auto form = forms.rbegin(); form != forms.rend(); ++form)
        names += formName(*form);
    return names.join(QStringLiteral(", "));
}

QString fallbackState(const ClientSummary &client)
{
    if (!client.lastFallback)
        return client.isServed ? translated(QT_TRANSLATE_NOOP("client", "Served"))
                               : translated(QT_TRANSLATE_NOOP("client", "Has to log in"));
    const int count = static_cast<int>(
        std::min<std::uint64_t>(client.fallbacks, std::numeric_limits<int>::max()));
    return client.isServed
               ? translated(QT_TRANSLATE_N_NOOP("client", "Served; fell back %n time(s)"), count)
               : translated(QT_TRANSLATE_N_NOOP("client", "Fell back (%n time(s))"), count);
}

QString fallbackImage(const ClientSummary &client)
{
    const ClientSummary::Fallback &fallback = *client.lastFallback;
    RequestLabels labels;
    labels.upstream = fallback.upstream;
    labels.repository = fallback.repository;
    const QString name = imageName(labels);
    if (name.isEmpty())
        return translated(QT_TRANSLATE_NOOP("client", "an image"));
    return fallback.reference.isEmpty() ? name : name + u' ' + shortReference(fallback.reference);
}

QString fallbackExplanation(const ClientSummary &client)
{
    if (!client.lastFallback)
        return {};
    const ClientSummary::Fallback &fallback = *client.lastFallback;
    const QString when =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(fallback.atMs), QLocale::ShortFormat);
    return translated(
               QT_TRANSLATE_NOOP(
                   "client",
                   "%1: it was not given %2 (status %3): %4. Clients then go to the registry "
                   "itself, and do not tell."))
        .arg(when, fallbackImage(client), QString::number(fallback.status), reasonOf(fallback));
}

} // namespace lanyard::ui
