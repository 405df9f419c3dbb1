// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace lanyard::ui {

class RequestFilterBar;
class RequestLog;

/// What can be done with the rows of the request log.
class RequestMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestMenu)

public:
    /// Both must outlive the menu.
    RequestMenu(RequestLog &log, RequestFilterBar &bar, QWidget *parent);

    /// Offers what can be done now. While an export runs, there is no other.
    void refresh(bool isExporting);

Q_SIGNALS:
    void detailsCopyRequested();
    void exportRequested(bool isSelectionOnly);
    void clearRequested();

private:
    void copyRows();
    void narrow(const QAction *action);

    RequestLog &m_log;
    RequestFilterBar &m_bar;
    QAction *m_copyRows;
    QAction *m_copyDetails;
    QAction *m_onlyClient;
    QAction *m_onlyImage;
    QAction *m_onlyUpstream;
    QAction *m_exportShown;
    QAction *m_exportSelected;
};

} // namespace lanyard::ui
