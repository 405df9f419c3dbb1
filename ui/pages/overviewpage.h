// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"

#include <QWidget>

class QTableView;
class QLabel;

namespace lanyard::ui {

class DownloadModel;
class Figure;

/// How well the cache does, and what it fetches at the moment.
class OverviewPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    /// The model must outlive the page.
    explicit OverviewPage(DownloadModel &downloads, QWidget *parent = nullptr);

    void setStatistics(const StatsSnapshot &statistics);

private:
    QWidget *makeFigures();
    QWidget *makeDownloads(DownloadModel &downloads);
    void showDownloadCount(int count);

    Figure *m_hitRatio;
    Figure *m_served;
    Figure *m_fetched;
    Figure *m_requests;
    QLabel *m_downloadTitle;
    QTableView *m_downloadTable;
    QLabel *m_idle;
};

} // namespace lanyard::ui
