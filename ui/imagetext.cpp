// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagetext.h"

#include "engine.h"
#include "format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace lanyard::ui {

namespace {

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("image", text, nullptr, n);
}

} // namespace

QString kindText(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Image:
        return translated(QT_TRANSLATE_NOOP("image", "Image for one platform"));
    case ImageKind::Index:
        return translated(QT_TRANSLATE_NOOP("image", "Index of images for several platforms"));
    case ImageKind::Artifact:
        return translated(QT_TRANSLATE_NOOP("image", "Artifact"));
    }
    return {};
}

QString shortDigest(const QByteArray &digest)
{
    constexpr qsizetype shownDigits = 12;
    return printable(digest.mid(digest.indexOf(':') + 1, shownDigits));
}

QString platformName(const ImagePlatform &platform)
{
    if (platform.isAttachment)
        return translated(QT_TRANSLATE_NOOP("image", "Attachment"));
    QByteArray name = platform.os + '/' + platform.architecture;
    if (!platform.variant.isEmpty())
        name += '/' + platform.variant;
    return name == "/" ? translated(QT_TRANSLATE_NOOP("image", "Unknown platform"))
                       : printable(name);
}

QString completenessText(bool isComplete, std::int64_t storedBytes, std::int64_t totalBytes)
{
    if (isComplete)
        return translated(QT_TRANSLATE_NOOP("image", "Complete"));
    if (totalBytes <= 0)
        return translated(QT_TRANSLATE_NOOP("image", "Partial"));
    // Rounded down: 100 % would be complete.
    const double share = static_cast<double>(storedBytes) / static_cast<double>(totalBytes);
    const int percent = static_cast<int>(std::clamp(share, 0.0, 0.99) * 100);
    return translated(QT_TRANSLATE_NOOP("image", "Partial, %1 %")).arg(percent);
}

QString momentText(std::int64_t atMs)
{
    if (atMs <= 0)
        return translated(QT_TRANSLATE_NOOP("image", "Never"));
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs), QLocale::ShortFormat);
}

QString visibilityText(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Unknown:
        return translated(QT_TRANSLATE_NOOP("image", "Not known yet"));
    case Visibility::Public:
        return translated(QT_TRANSLATE_NOOP("image", "Everybody"));
    case Visibility::Unproven:
        return translated(
            QT_TRANSLATE_NOOP("image", "Trusted clients, until it is known to be public"));
    case Visibility::Private:
        return translated(QT_TRANSLATE_NOOP("image", "Trusted clients: it is private"));
    case Visibility::Withdrawn:
        return translated(
            QT_TRANSLATE_NOOP("image", "Trusted clients: its registry has withdrawn access"));
    }
    return {};
}

QString sharersText(const ImageContent &content)
{
    QStringList names;
    for (const QByteArray &name : content.sharedWith)
        names.append(printable(name));
    const auto more = static_cast<int>(content.sharers - content.sharedWith.size());
    if (more > 0)
        names.append(translated(QT_TRANSLATE_N_NOOP("image", "%n more"), more));
    return names.join(QStringLiteral(", "));
}

} // namespace lanyard::ui
