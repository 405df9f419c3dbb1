// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamchange.h"
#include "models/upstreammodel.h"
#include "notice.h"
#include "upstreamsstate.h"

#include <QElapsedTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QTableView;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class SuggestionList;
class UpstreamDetails;

/// The upstreams as a list with the details of the chosen one, and all that can be done with them.
class RegistriesView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegistriesView)

public:
    /// The engine outlives it.
    explicit RegistriesView(Engine &engine, QWidget *parent = nullptr);

    void showState(const UpstreamsState &state);

    const UpstreamModel &model() const { return m_model; }

    /// Empty: none is.
    QString chosen() const;
    void choose(const QString &registry);

    /// `registry`: what the dialog begins with; may be empty.
    void add(const QString &registry);
    /// To the chosen one.
    void logIn();

    /// Puts a button at the end of the tool bar; it is the view's then.
    void addTool(QWidget *button);

Q_SIGNALS:
    void noticeRaised(const lanyard::ui::Notice &notice);
    /// The engine has another list, or other credentials, now.
    void changed();

private:
    void makeActions();
    QWidget *makeToolBar();
    QWidget *makeBody();
    void setUpTable();
    void edit();
    void test();
    void switchEnabled();
    void askRemoval();
    void change(UpstreamChange::Action action, const QString &registry);
    void onChanged(const QString &registry, const ChangeResult &result);
    void showChosen();
    void askHistory();

    Engine &m_engine;
    UpstreamsState m_state;
    UpstreamModel m_model;
    QElapsedTimer m_historyAge;
    QHBoxLayout *m_toolBar;
    SuggestionList *m_suggestions;
    QTableView *m_table;
    UpstreamDetails *m_details;
    QAction *m_edit = nullptr;
    QAction *m_test = nullptr;
    QAction *m_logIn = nullptr;
    QAction *m_switch = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace lanyard::ui
