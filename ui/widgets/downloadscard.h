// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace lanyard::ui {

class DownloadModel;
class MutedLabel;
class TitleLabel;

/// What is on its way from upstream.
class DownloadsCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadsCard)

public:
    /// The model must outlive it.
    explicit DownloadsCard(DownloadModel &downloads, QWidget *parent = nullptr);

private:
    void setUpTable(DownloadModel &downloads);
    void showCount(int count);

    TitleLabel *m_title;
    QTableView *m_table;
    MutedLabel *m_idle;
};

} // namespace lanyard::ui
