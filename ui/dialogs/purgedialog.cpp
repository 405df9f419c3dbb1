// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/purgedialog.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "widgets/messageline.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

enum Column { ImageColumn, StaysColumn, FreedColumn, ColumnCount };

QString keptReason(const QByteArray &reason)
{
    if (reason == "pinned")
        return PurgeDialog::tr("Stays: it is pinned");
    if (reason == "in-use")
        return PurgeDialog::tr("Stays: it is in use");
    return PurgeDialog::tr("Stays: what it consists of is not known yet");
}

QString sharedText(const RemovedImage &image)
{
    if (image.sharedBytes == 0)
        return {};
    if (image.sharedWith.isEmpty())
        return PurgeDialog::tr("%1 that others have").arg(formatBytes(image.sharedBytes));
    return PurgeDialog::tr("%1 that %2 has")
        .arg(formatBytes(image.sharedBytes), printable(image.sharedWith.constFirst()));
}

QTreeWidgetItem *rowOf(const QStringList &texts)
{
    auto *item = new QTreeWidgetItem(texts);
    item->setTextAlignment(FreedColumn, Qt::AlignRight | Qt::AlignVCenter);
    for (int column = 0; column < ColumnCount; ++column)
        item->setToolTip(column, item->text(column).toHtmlEscaped());
    return item;
}

QString imagesText(std::int64_t count)
{
    return count == 1
               ? PurgeDialog::tr("1 image")
               : PurgeDialog::tr("%1 images").arg(formatCount(static_cast<std::uint64_t>(count)));
}

} // namespace

PurgeDialog::PurgeDialog(Engine &engine, RemovalRequest request, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_wanted(std::move(request))
    , m_headline(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_pinned(new QCheckBox(tr("Remove &pinned images, too"), this))
    , m_message(new MessageLine(this))
{
    setWindowTitle(tr("Remove images"));
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_list->setAccessibleName(tr("What goes and what stays"));
    m_list->setHeaderLabels({tr("Image"), tr("What stays"), tr("Freed")});
    m_list->headerItem()->setTextAlignment(FreedColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ImageColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(FreedColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(StaysColumn, QHeaderView::Stretch);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &PurgeDialog::remove);
    connect(m_pinned, &QCheckBox::toggled, this, &PurgeDialog::preview);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_pinned);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    resize(QSize(46, 24) * fontMetrics().height());
    preview();
}

RemovalRequest PurgeDialog::request(bool isDryRun) const
{
    RemovalRequest request = m_wanted;
    request.takesPinned = m_pinned->isChecked();
    request.isDryRun = isDryRun;
    return request;
}

void PurgeDialog::preview()
{
    m_remove->setEnabled(false);
    m_message->clear();
    m_headline->setText(tr("Looking at what would go…"));
    m_engine.remove(request(true), this,
                    [this, asked = ++m_asked](const Result<RemovalResult> &result) {
                        if (asked == m_asked)
                            showPreview(result);
                    });
}

void PurgeDialog::showPreview(const Result<RemovalResult> &result)
{
    m_list->clear();
    if (!result) {
        m_headline->setText(tr("What would go could not be found out."));
        m_message->tell({Notice::Severity::Error, told(result.error().message)});
        return;
    }
    QList<QTreeWidgetItem *> rows;
    for (const RemovedImage &image : result->images)
        rows.append(
            rowOf({printable(image.name), sharedText(image), formatBytes(image.freedBytes)}));
    bool hasPinned = m_pinned->isChecked();
    for (const KeptImage &image : result->kept) {
        rows.append(rowOf({printable(image.name), keptReason(image.reason), QString()}));
        hasPinned |= image.reason == "pinned";
    }
    m_list->addTopLevelItems(rows);
    m_pinned->setVisible(hasPinned);
    m_remove->setEnabled(result->imageCount > 0);
    QString headline = tr("%1 would go, and free %2. The next pull fetches anew what was removed.")
                           .arg(imagesText(result->imageCount), formatBytes(result->freedBytes));
    if (result->imageCount == 0)
        headline = tr("Nothing would go.");
    else if (result->imageCount > result->images.size())
        headline += u' ' + tr("The first of them are listed.");
    m_headline->setText(headline);
}

void PurgeDialog::remove()
{
    m_remove->setEnabled(false);
    m_pinned->setEnabled(false);
    m_headline->setText(tr("Removing…"));
    m_engine.remove(request(false), this, [this](const Result<RemovalResult> &result) {
        if (result) {
            Q_EMIT removed(*result);
            accept();
            return;
        }
        m_pinned->setEnabled(true);
        m_headline->setText(tr("Nothing was removed."));
        m_message->tell({Notice::Severity::Error, told(result.error().message)});
    });
}

QString removalText(const RemovalResult &result)
{
    QString text = PurgeDialog::tr("%1 removed, %2 freed.")
                       .arg(imagesText(result.imageCount), formatBytes(result.freedBytes));
    if (!result.kept.isEmpty())
        text += u' ' +
                PurgeDialog::tr("%1 stay: pinned or in use.").arg(imagesText(result.kept.size()));
    return text;
}

} // namespace lanyard::ui
