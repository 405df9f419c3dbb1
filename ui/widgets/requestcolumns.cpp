// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestcolumns.h"

#include "models/requestmodel.h"
#include "requesttext.h"
#include "widgets/columnwidth.h"
#include "widgets/imagedelegate.h"
#include "widgets/resultdelegate.h"

#include <QAbstractItemView>
#include <QHeaderView>

namespace lanyard::ui {

namespace {

void setUpColumns(QHeaderView &header, const QFontMetrics &metrics, int indentation)
{
    header.setHighlightSections(false);
    header.setSectionsMovable(true);
    header.setStretchLastSection(false);
    header.setMinimumSectionSize(metrics.averageCharWidth() * 6);
    const auto wide = [&metrics](const QString &sample) {
        return metrics.horizontalAdvance(sample) + metrics.height();
    };
    fitColumn(header, RequestModel::TimeColumn, wide(QStringLiteral("00:00:00.000")) + indentation);
    fitColumn(header, RequestModel::ClientColumn, wide(QStringLiteral("192.168.100.100")));
    // The rare ones that say more are told of in the details.
    fitColumn(header, RequestModel::StatusColumn, wide(QStringLiteral("200")));
    int resultWidth = 0;
    for (const CacheResult result :
         {CacheResult::Hit, CacheResult::Revalidated, CacheResult::Miss, CacheResult::Collapsed,
          CacheResult::Stale, CacheResult::Failed})
        resultWidth = qMax(resultWidth, wide(resultName(result)) + 12);
    fitColumn(header, RequestModel::ResultColumn, resultWidth);
    fitColumn(header, RequestModel::SizeColumn, wide(QStringLiteral("99.9 MiB")));
    fitColumn(header, RequestModel::DurationColumn, wide(QStringLiteral("59 min 59 s")));
    header.setSectionResizeMode(RequestModel::ImageColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(RequestModel::RequestColumn, QHeaderView::Stretch);
}

} // namespace

void setUpRequestView(QAbstractItemView &view, QHeaderView &header, int indentation)
{
    view.setFrameShape(QFrame::NoFrame);
    view.setAlternatingRowColors(true);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setTextElideMode(Qt::ElideRight);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    view.setItemDelegateForColumn(RequestModel::ImageColumn, new ImageDelegate(&view));
    view.setItemDelegateForColumn(RequestModel::ResultColumn, new ResultDelegate(&view));
    setUpColumns(header, view.fontMetrics(), indentation);
}

} // namespace lanyard::ui
