// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagecell.h"

#include "format.h"
#include "imagetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace lanyard::ui {

namespace {

using Level = ImageNode::Level;

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("imagetree", text, nullptr, n);
}

QString counted(std::size_t count, const char *one, const char *several)
{
    return count == 1 ? translated(one) : translated(several, static_cast<int>(count));
}

QString nameText(const ImageNode &node)
{
    switch (node.level) {
    case Level::Image:
        return node.name.isEmpty() ? translated(QT_TRANSLATE_NOOP("imagetree", "No tag, %1"))
                                         .arg(shortDigest(node.digest))
                                   : printable(node.name);
    case Level::Platform:
        return platformName(node.platform());
    case Level::Content:
        return (node.position < 0 ? translated(QT_TRANSLATE_NOOP("imagetree", "Config %1"))
                                  : translated(QT_TRANSLATE_NOOP("imagetree", "Layer %1")))
            .arg(shortDigest(node.content().digest));
    default:
        return printable(node.name);
    }
}

QString imageStatus(const ImageNode &node)
{
    QStringList parts{completenessText(node.isComplete, node.storedBytes, node.totalBytes)};
    if (node.isPinned)
        parts.append(translated(QT_TRANSLATE_NOOP("imagetree", "pinned")));
    if (node.isPrivate)
        parts.append(translated(QT_TRANSLATE_NOOP("imagetree", "private")));
    if (node.isNewerUpstream)
        parts.append(translated(QT_TRANSLATE_NOOP("imagetree", "newer upstream")));
    return parts.join(QStringLiteral(" · "));
}

QString statusText(const ImageNode &node)
{
    switch (node.level) {
    case Level::Upstream:
        return counted(node.shownCount(), QT_TRANSLATE_NOOP("imagetree", "1 repository"),
                       QT_TRANSLATE_N_NOOP("imagetree", "%n repositories"));
    case Level::Repository: {
        QString images = counted(node.shownCount(), QT_TRANSLATE_NOOP("imagetree", "1 image"),
                                 QT_TRANSLATE_N_NOOP("imagetree", "%n images"));
        if (node.isPrivate)
            images += QStringLiteral(" · ") + translated(QT_TRANSLATE_NOOP("imagetree", "private"));
        return images;
    }
    case Level::Image:
        return imageStatus(node);
    case Level::Platform:
        if (!node.platform().manifest.isStored)
            return translated(QT_TRANSLATE_NOOP("imagetree", "Not fetched"));
        return completenessText(node.isComplete, node.storedBytes, node.totalBytes);
    case Level::Content:
        return node.isComplete ? translated(QT_TRANSLATE_NOOP("imagetree", "Stored"))
                               : translated(QT_TRANSLATE_NOOP("imagetree", "Missing"));
    case Level::Root:
        break;
    }
    return {};
}

QString sizeText(const ImageNode &node)
{
    // While its manifest is not here, nobody knows.
    if (node.level == Level::Platform && !node.platform().manifest.isStored)
        return {};
    return formatBytes(node.level == Level::Content ? node.totalBytes : node.storedBytes);
}

QString toolTipLine(const QString &label, const QString &value)
{
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

} // namespace

QString imageCellText(const ImageNode &node, int column)
{
    const bool isImageOrAbove = node.level <= Level::Image;
    switch (column) {
    case ImageColumn::Name:
        return nameText(node);
    case ImageColumn::Status:
        return statusText(node);
    case ImageColumn::Size:
        return sizeText(node);
    case ImageColumn::Shared:
        return node.sharedBytes < 0 ? QString() : formatBytes(node.sharedBytes);
    case ImageColumn::Pulls:
        return isImageOrAbove ? formatCount(node.pulls) : QString();
    case ImageColumn::Used:
        return isImageOrAbove ? momentText(node.lastUsedAtMs) : QString();
    default:
        return {};
    }
}

QString imageColumnTitle(int column)
{
    switch (column) {
    case ImageColumn::Name:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Image"));
    case ImageColumn::Status:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Status"));
    case ImageColumn::Size:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Size"));
    case ImageColumn::Shared:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Shared"));
    case ImageColumn::Pulls:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Pulls"));
    case ImageColumn::Used:
        return translated(QT_TRANSLATE_NOOP("imagetree", "Last used"));
    default:
        return {};
    }
}

QString imageToolTip(const ImageNode &node)
{
    QString lines =
        toolTipLine(translated(QT_TRANSLATE_NOOP("imagetree", "Name")), printable(node.fullName()));
    QByteArray digest = node.digest;
    if (node.level == Level::Platform)
        digest = node.platform().manifest.digest;
    else if (node.level == Level::Content)
        digest = node.content().digest;
    if (!digest.isEmpty())
        lines +=
            toolTipLine(translated(QT_TRANSLATE_NOOP("imagetree", "Digest")), printable(digest));
    if (node.level == Level::Content && node.content().sharers > 0)
        lines += toolTipLine(translated(QT_TRANSLATE_NOOP("imagetree", "Shared with")),
                             sharersText(node.content()));
    return QStringLiteral("<table>%1</table>").arg(lines);
}

std::optional<Symbol> imageSymbol(const ImageNode &node)
{
    switch (node.level) {
    case Level::Upstream:
        return Symbol::Upstreams;
    case Level::Repository:
        return node.isPrivate ? Symbol::Lock : Symbol::Group;
    case Level::Image:
        return node.isPinned ? Symbol::Pin : Symbol::Images;
    default:
        return std::nullopt;
    }
}

} // namespace lanyard::ui
