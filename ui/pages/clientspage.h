// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostnames.h"
#include "models/clientmodel.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

class QAction;
class QHeaderView;
class QLabel;
class QStackedWidget;
class QTableView;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class MessageLine;

/// Who pulls, and whether the cache could give what was asked for. Looks at the engine for as long
/// as it is seen.
class ClientsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsPage)

public:
    /// The engine outlives it.
    explicit ClientsPage(const Engine &engine, QWidget *parent = nullptr);

    const ClientModel &clients() const { return m_model; }

    /// Selects the client with this address that had to go elsewhere, or else one with it, as the
    /// page is shown.
    void choose(const QString &address);

    bool isPolling() const { return m_timer.isActive(); }

Q_SIGNALS:
    /// The user wants to see what it asked.
    void requestsWanted(const QByteArray &address);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    void setUpTable();
    void setUpColumns(QHeaderView &header);
    void poll();
    void selectWanted();
    void showSelected();
    /// nullptr: none is selected.
    const ClientSummary *selected() const;

    const Engine &m_engine;
    QString m_wanted; ///< to be selected at the next look; empty: none
    HostNames m_hostNames;
    ClientModel m_model;
    QSortFilterProxyModel m_sorted;
    QTimer m_timer;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_count;
    QAction *m_showRequests;
    MessageLine *m_fallback;
};

} // namespace lanyard::ui
