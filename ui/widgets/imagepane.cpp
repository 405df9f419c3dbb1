// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/imagepane.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "models/imagenode.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/mutedlabel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

enum PlatformColumn { PartColumn, SharedColumn, SizeColumn, PlatformColumnCount };

QTreeWidgetItem *itemOf(const QString &title, const ImageContent &content)
{
    const QString state = content.isStored ? QString() : ImagePane::tr(" (missing)");
    auto *item =
        new QTreeWidgetItem({title + state, sharersText(content), formatBytes(content.bytes)});
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    const QString whole = printable(content.digest);
    item->setToolTip(PartColumn, whole.toHtmlEscaped());
    item->setToolTip(SharedColumn, sharersText(content).toHtmlEscaped());
    return item;
}

QTreeWidgetItem *itemOf(const ImagePlatform &platform)
{
    std::int64_t total = 0;
    std::int64_t stored = 0;
    auto *item = new QTreeWidgetItem({platformName(platform)});
    const auto add = [&](const QString &title, const ImageContent &content) {
        item->addChild(itemOf(title.arg(shortDigest(content.digest)), content));
        total += content.bytes;
        stored += content.isStored ? content.bytes : 0;
    };
    if (!platform.config.digest.isEmpty())
        add(ImagePane::tr("Config %1"), platform.config);
    for (const ImageContent &layer : platform.layers)
        add(ImagePane::tr("Layer %1"), layer);
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(PartColumn, printable(platform.manifest.digest).toHtmlEscaped());
    if (!platform.manifest.isStored) {
        item->setText(SharedColumn, ImagePane::tr("Not fetched"));
        return item;
    }
    item->setText(SizeColumn, formatBytes(total));
    item->setText(SharedColumn, completenessText(platform.isComplete, stored, total));
    return item;
}

QString usedText(const ImageSummary &summary)
{
    const QString last = momentText(summary.lastUsedAtMs);
    if (summary.pulls == 0)
        return last;
    return summary.pulls == 1
               ? ImagePane::tr("%1, pulled once").arg(last)
               : ImagePane::tr("%1, pulled %2 times").arg(last, formatCount(summary.pulls));
}

QString sizeText(const ImageDetails &details)
{
    QString size =
        ImagePane::tr("%1 of %2 stored")
            .arg(formatBytes(details.summary.storedBytes), formatBytes(details.summary.totalBytes));
    if (const std::int64_t shared = sharedBytesOf(details); shared > 0)
        size += ImagePane::tr(", %1 shared with other images").arg(formatBytes(shared));
    return size;
}

QString tagsText(const QList<QByteArray> &tags)
{
    if (tags.isEmpty())
        return ImagePane::tr("None");
    QStringList names;
    for (qsizetype i = 0; i < tags.size() && i < limits::tagsNamed; ++i)
        names.append(printable(tags.at(i)));
    if (const auto more = static_cast<int>(tags.size() - names.size()); more > 0)
        names.append(ImagePane::tr("%n more", nullptr, more));
    return names.join(QStringLiteral(", "));
}

QString upstreamText(const ImageSummary &summary)
{
    if (summary.tag.isEmpty())
        return ImagePane::tr("Has no tag that could name another image");
    if (!summary.newerUpstream.isEmpty())
        return ImagePane::tr("Newer: %1").arg(shortDigest(summary.newerUpstream));
    return ImagePane::tr("Last asked: %1").arg(momentText(summary.checkedAtMs));
}

} // namespace

ImagePane::ImagePane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_text(new MutedLabel({}, this))
    , m_title(new QLabel(this))
    , m_digest(new QLineEdit(this))
    , m_platforms(new QTreeWidget(this))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_platforms->setAccessibleName(tr("Platforms and layers of the image"));
    m_platforms->setFrameShape(QFrame::NoFrame);
    m_platforms->setHeaderLabels({tr("Platform"), tr("Shared with"), tr("Size")});
    m_platforms->setUniformRowHeights(true);
    m_platforms->setTextElideMode(Qt::ElideMiddle);
    m_platforms->header()->setSectionResizeMode(PartColumn, QHeaderView::ResizeToContents);
    m_platforms->header()->setStretchLastSection(false);
    m_platforms->header()->setSectionResizeMode(SharedColumn, QHeaderView::Stretch);
    m_platforms->header()->setSectionResizeMode(SizeColumn, QHeaderView::ResizeToContents);
    m_platforms->headerItem()->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);

    auto *image = new QWidget(this);
    auto *columns = new QHBoxLayout(image);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(makeForm(), 1);
    columns->addWidget(m_platforms, 1);
    m_stack->addWidget(m_text);
    m_stack->addWidget(image);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(m_stack);
}

QWidget *ImagePane::makeForm()
{
    auto *content = new QWidget(this);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(m_title);
    form->addRow(new MutedLabel(tr("Digest"), this), makeDigest());
    m_size = addLine(*form, tr("Size"));
    m_used = addLine(*form, tr("Last used"));
    m_tags = addLine(*form, tr("Tags"));
    m_rule = addLine(*form, tr("Tag rule"));
    m_upstream = addLine(*form, tr("Upstream"));
    m_readers = addLine(*form, tr("Served to"));
    m_kind = addLine(*form, tr("Kind"));

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details of the image"));
    // The colour of the card that it is in.
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    return scroll;
}

QWidget *ImagePane::makeDigest()
{
    // A line of text keeps its place when it is longer than that.
    m_digest->setReadOnly(true);
    m_digest->setFrame(false);
    m_digest->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_digest->setAccessibleName(tr("Digest of the image"));
    auto *copy = new QToolButton(this);
    copy->setIcon(symbolIcon(Symbol::Copy));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the digest"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_digest->text()); });
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_digest, 1);
    layout->addWidget(copy);
    return line;
}

QLabel *ImagePane::addLine(QFormLayout &form, const QString &title)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(new MutedLabel(title, this), value);
    return value;
}

void ImagePane::showText(const QString &text)
{
    m_name.clear();
    m_text->setText(text);
    m_stack->setCurrentWidget(m_text);
}

void ImagePane::showImage(const ImageDetails &details)
{
    const ImageSummary &summary = details.summary;
    m_name = summary.name();
    m_title->setText(printable(m_name));
    m_digest->setText(printable(summary.digest));
    m_digest->setCursorPosition(0);
    m_kind->setText(kindText(summary.kind) + QStringLiteral(" · ") + printable(summary.mediaType));
    m_tags->setText(tagsText(details.tags));
    m_size->setText(sizeText(details));
    m_used->setText(usedText(summary));
    m_readers->setText(visibilityText(summary.visibility));
    m_rule->setText(details.rule.isEmpty() ? tr("None") : told(details.rule));
    m_upstream->setText(upstreamText(summary));
    fillPlatforms(details.platforms);
    m_stack->setCurrentIndex(1);
}

void ImagePane::fillPlatforms(const QList<ImagePlatform> &platforms)
{
    m_platforms->clear();
    for (const ImagePlatform &platform : platforms) {
        QTreeWidgetItem *item = itemOf(platform);
        m_platforms->addTopLevelItem(item);
        item->setExpanded(platform.isComplete && !platform.isAttachment);
    }
}

} // namespace lanyard::ui
