// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/downloadscard.h"

#include "format.h"
#include "models/downloadmodel.h"
#include "widgets/card.h"
#include "widgets/columnwidth.h"
#include "widgets/keptlayout.h"
#include "widgets/mutedlabel.h"
#include "widgets/plaintable.h"
#include "widgets/progressdelegate.h"
#include "widgets/titlelabel.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

constexpr int rowsShown = 6; ///< at least

} // namespace

DownloadsCard::DownloadsCard(DownloadModel &downloads, QWidget *parent)
    : QWidget(parent)
    , m_title(new TitleLabel({}, this))
    , m_table(new QTableView(this))
    , m_idle(new MutedLabel(tr("Nothing is being fetched from upstream."), this))
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    setUpTable(downloads);
    m_idle->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_idle, 1);
    const auto recount = [this, &downloads] {
        showCount(downloads.rowCount());
    };
    connect(&downloads, &QAbstractItemModel::rowsInserted, this, recount);
    connect(&downloads, &QAbstractItemModel::rowsRemoved, this, recount);
    recount();
}

void DownloadsCard::setUpTable(DownloadModel &downloads)
{
    QTableView *table = m_table;
    table->setModel(&downloads);
    table->setItemDelegateForColumn(DownloadModel::ProgressColumn, new ProgressDelegate(table));
    table->setAccessibleName(tr("Downloads in flight"));
    setUpPlainTable(*table);
    const int rowHeight = table->verticalHeader()->defaultSectionSize();
    table->setMinimumHeight((rowsShown + 1) * rowHeight);
    QHeaderView *header = table->horizontalHeader();
    header->setMinimumSectionSize(fontMetrics().height() * 3);
    const auto wide = [this](const QString &sample) {
        return fontMetrics().horizontalAdvance(sample) + 8;
    };
    fitColumn(*header, DownloadModel::LayerColumn, wide(QStringLiteral("000000000000")));
    fitColumn(*header, DownloadModel::SizeColumn,
              wide(DownloadModel::tr("%1 of %2")
                       .arg(QStringLiteral("99.9 MiB"), QStringLiteral("99.9 MiB"))));
    fitColumn(*header, DownloadModel::SpeedColumn, wide(formatRate(99.9 * 1024 * 1024)));
    fitColumn(*header, DownloadModel::ReadersColumn, 0);
    header->setSectionResizeMode(DownloadModel::ImageColumn, QHeaderView::Stretch);
    fitColumn(*header, DownloadModel::ProgressColumn, wide(QStringLiteral("00000000")));
    new KeptColumns(*header, QStringLiteral("downloads"));
}

void DownloadsCard::showCount(int count)
{
    m_title->setText(count == 0 ? tr("Downloads") : tr("Downloads (%1)").arg(count));
    m_table->setVisible(count > 0);
    m_idle->setVisible(count == 0);
}

} // namespace lanyard::ui
