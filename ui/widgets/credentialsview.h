// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentialmodel.h"
#include "notice.h"
#include "upstreamsstate.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

/// The credentials with which upstreams are asked, what a registry has refused of them, and all
/// that can be done with them.
class CredentialsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialsView)

public:
    /// The engine outlives it.
    explicit CredentialsView(Engine &engine, QWidget *parent = nullptr);

    void showState(const UpstreamsState &state);

    const CredentialModel &model() const { return m_model; }

    /// What is wrong, a line each.
    const QStringList &problems() const { return m_problems; }

Q_SIGNALS:
    void noticeRaised(const lanyard::ui::Notice &notice);
    /// The engine has others now.
    void changed();

private:
    QWidget *makeToolBar();
    QWidget *makeList();
    void showProblems(const QStringList &problems);
    void logIn();
    void askLogout();
    void logOut(const QString &scope);
    void importThem();
    void updateActions();

    Engine &m_engine;
    UpstreamsState m_state;
    CredentialModel m_model;
    QStringList m_problems;
    QVBoxLayout *m_problemLines;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QAction *m_logOut;
};

} // namespace lanyard::ui
