// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overviewpage.h"

#include "format.h"
#include "models/downloadmodel.h"
#include "widgets/card.h"
#include "widgets/figure.h"
#include "widgets/mutedlabel.h"
#include "widgets/progressdelegate.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QTableView>

namespace lanyard::ui {

OverviewPage::OverviewPage(DownloadModel &downloads, QWidget *parent)
    : QWidget(parent)
    , m_hitRatio(new Figure(tr("Hit ratio"), this))
    , m_served(new Figure(tr("Served to clients"), this))
    , m_fetched(new Figure(tr("Fetched from upstream"), this))
    , m_requests(new Figure(tr("Requests"), this))
    , m_downloadTitle(new QLabel(this))
    , m_downloadTable(new QTableView(this))
    , m_idle(new MutedLabel(tr("Nothing is being fetched from upstream."), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    // The height is that of the figures, so that the log below stays where it is.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(makeFigures(), 1);
    layout->addWidget(makeDownloads(downloads), 2);
    setStatistics({});
    showDownloadCount(downloads.rowCount());
}

QWidget *OverviewPage::makeFigures()
{
    auto *card = new Card(this);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_hitRatio, 0, 0);
    grid->addWidget(m_served, 0, 1);
    grid->addWidget(m_requests, 1, 0);
    grid->addWidget(m_fetched, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return card;
}

QWidget *OverviewPage::makeDownloads(DownloadModel &downloads)
{
    auto *card = new Card(this);
    QTableView *table = m_downloadTable;
    table->setModel(&downloads);
    table->setItemDelegateForColumn(DownloadModel::ProgressColumn, new ProgressDelegate(table));
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    table->setAccessibleName(tr("Downloads in flight"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    const auto wide = [this](const QString &sample) {
        return fontMetrics().horizontalAdvance(sample) + 16;
    };
    header->resizeSection(DownloadModel::LayerColumn, wide(QStringLiteral("000000000000")));
    header->resizeSection(DownloadModel::SizeColumn,
                          wide(DownloadModel::tr("%1 of %2")
                                   .arg(QStringLiteral("99.9 MiB"), QStringLiteral("99.9 MiB"))));
    header->resizeSection(DownloadModel::SpeedColumn, wide(formatRate(99.9 * 1024 * 1024)));
    header->resizeSection(DownloadModel::ReadersColumn, wide(DownloadModel::tr("Readers")));
    header->setSectionResizeMode(DownloadModel::ImageColumn, QHeaderView::Stretch);
    header->resizeSection(DownloadModel::ProgressColumn, 110);

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_downloadTitle->setFont(bold);
    m_idle->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_downloadTitle);
    layout->addWidget(table, 1);
    layout->addWidget(m_idle, 1);
    const auto recount = [this, &downloads] {
        showDownloadCount(downloads.rowCount());
    };
    connect(&downloads, &QAbstractItemModel::rowsInserted, this, recount);
    connect(&downloads, &QAbstractItemModel::rowsRemoved, this, recount);
    return card;
}

void OverviewPage::showDownloadCount(int count)
{
    m_downloadTitle->setText(count == 0 ? tr("Downloads") : tr("Downloads (%1)").arg(count));
    m_downloadTable->setVisible(count > 0);
    m_idle->setVisible(count == 0);
}

void OverviewPage::setStatistics(const StatsSnapshot &statistics)
{
    const std::uint64_t served = statistics.bytesServed();
    const std::uint64_t fetched = statistics.bytesFetched();
    const std::uint64_t saved = served > fetched ? served - fetched : 0;
    m_hitRatio->setValue(
        formatHitRatio(statistics.hits(), statistics.misses()),
        tr("Hits %1 · misses %2")
            .arg(formatCount(statistics.hits()), formatCount(statistics.misses())));
    m_served->setValue(formatBytes(static_cast<std::int64_t>(served)),
                       tr("Not downloaded %1").arg(formatBytes(static_cast<std::int64_t>(saved))));
    m_fetched->setValue(formatBytes(static_cast<std::int64_t>(fetched)),
                        tr("Upstream requests %1").arg(formatCount(statistics.upstreamRequests)));
    m_requests->setValue(formatCount(statistics.requests),
                         tr("Stale %1 · failed %2")
                             .arg(formatCount(statistics.stale), formatCount(statistics.failed)));
}

} // namespace lanyard::ui
