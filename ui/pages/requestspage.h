// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clientaddress.h"
#include "models/requestfilter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace lanyard::ui {

class RequestTable;
class Welcome;

/// The request log with its filter line.
class RequestsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPage)

public:
    /// The model must outlive the page.
    explicit RequestsPage(RequestModel &model, QWidget *parent = nullptr);

    void showServing(const ClientAddress &address);
    void showStopped();
    /// Records that came too fast to be shown.
    void addSkipped(quint64 skipped);

    void focusFilter();
    void setPaused(bool isPaused);
    void clear();

    RequestFilter &filter() { return m_filter; }

Q_SIGNALS:
    void pauseChanged(bool isPaused);

private:
    QWidget *makeFilterLine();
    QWidget *makeLog();
    void fillCombos();
    void applyCriteria();
    void refresh();

    RequestModel &m_model;
    RequestFilter m_filter;
    QTimer m_typing; ///< filters when the typing rests, not at every letter
    QLineEdit *m_text;
    QComboBox *m_result;
    QComboBox *m_kind;
    QToolButton *m_follow;
    QToolButton *m_pause;
    QToolButton *m_clear;
    QLabel *m_count;
    QStackedWidget *m_stack;
    RequestTable *m_table;
    Welcome *m_welcome;
    QLabel *m_noMatch;
    quint64 m_skipped = 0;
};

} // namespace lanyard::ui
