// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"
#include "models/requestmodel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class ExportLine;
class RequestDetails;
class RequestFilterBar;
class RequestLog;
class RequestMenu;
class Welcome;

/// The request log: its filter, its two forms, the details of a row, and ways to take rows along.
/// How it is shown is in actions(), what can be done with its rows in menu().
class RequestsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPage)

public:
    /// Both must outlive the page.
    RequestsPage(RequestModel &model, Engine &engine, QWidget *parent = nullptr);

    void showServing(const ClientAddress &address);
    void showStopped();
    /// Records that came too fast to be shown.
    void addSkipped(quint64 skipped);

    void focusFilter();
    void setPaused(bool isPaused);
    void clear();
    void setGrouped(bool isGrouped);
    void setDetailsShown(bool areShown);

    RequestLog &log() { return *m_log; }

    RequestFilterBar &filterBar() { return *m_bar; }

    RequestDetails &details() { return *m_details; }

    RequestMenu &menu() { return *m_menu; }

    /// Writes the rows that the filter shows, or only those that are selected.
    void exportTo(const QString &path, bool isSelectionOnly);

    /// What it shows of the log, to be kept across runs of the program.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void pauseChanged(bool isPaused);

private:
    void makeActions();
    QAction *addPageAction(const QString &text);
    QWidget *makeToolLine();
    QWidget *makeLog();
    void connectLog();
    void noteNewRows(int first, int last);
    void refresh();
    void showCurrent();
    void askUpstream(const RequestRecord &record);

    RequestModel &m_model;
    Engine &m_engine;
    RequestFilterBar *m_bar;
    QToolButton *m_follow;
    QToolButton *m_pause;
    QLabel *m_count;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    RequestLog *m_log;
    RequestDetails *m_details;
    Welcome *m_welcome;
    QWidget *m_noMatch;
    ExportLine *m_export;
    RequestMenu *m_menu;
    QAction *m_group = nullptr;
    QAction *m_showDetails = nullptr;
    QTimer m_resting; ///< details are for the row where the keys rest
    quint64 m_questions = 0;
    quint64 m_skipped = 0;
};

} // namespace lanyard::ui
