// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/enginestate.h"
#include "upstreamsstate.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class CredentialsView;
class NoticeBar;
class RegistriesView;

/// The registries that are mirrored, and the credentials with which they are asked. Asks the engine
/// how they are for as long as it is seen.
class UpstreamsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamsPage)

public:
    /// The engine outlives it.
    explicit UpstreamsPage(Engine &engine, QWidget *parent = nullptr);

    RegistriesView &registries() { return *m_registries; }

    CredentialsView &credentials() { return *m_credentials; }

    const NoticeBar &noticeBar() const { return *m_noticeBar; }

    /// Selects this upstream, as soon as it is known which there are. Nothing for one that is none.
    void choose(const QString &registry);
    /// The same, and asks for a password for it then.
    void logIn(const QString &registry);
    /// Offers to add this one, as soon as it is known which there are.
    void add(const QString &registry);

    bool isPolling() const { return m_timer.isActive(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeOffline();
    void onStateChanged(EngineState state);
    void updatePolling();
    void poll();
    void pollCredentials(const UpstreamsState &state);
    void showState(const UpstreamsState &state);

    Engine &m_engine;
    std::function<void()> m_wanted; ///< to be done when there is news; empty: nothing
    QTimer m_timer;
    bool m_isAsking = false;
    bool m_isAskedAgain = false; ///< there was a change meanwhile
    QStackedWidget *m_stack;
    QWidget *m_stopped;
    QWidget *m_content = nullptr;
    NoticeBar *m_noticeBar;
    QPushButton *m_offline;
    QTabWidget *m_tabs;
    RegistriesView *m_registries;
    CredentialsView *m_credentials;
};

} // namespace lanyard::ui
