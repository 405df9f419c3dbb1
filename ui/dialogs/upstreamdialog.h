// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamchange.h"
#include "api/upstreamsettings.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QDialogButtonBox;
class QListWidget;
class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class BusyLine;
class MessageLine;
class UpstreamForm;

/// Adds an upstream, one of those that Lanyard knows or another, or edits one. What is typed is
/// checked when typing rests; it closes when the engine has made the change.
class UpstreamDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamDialog)

public:
    /// Adds one: `registry`, or which the user says. The engine outlives it.
    UpstreamDialog(Engine &engine, const UpstreamSettings &settings, const QString &registry,
                   QWidget *parent = nullptr);
    /// Edits one of the settings.
    UpstreamDialog(Engine &engine, const UpstreamSettings &settings, const UpstreamConfig &edited,
                   QWidget *parent = nullptr);

    UpstreamForm &form() { return *m_form; }

Q_SIGNALS:
    void changed(const QString &registry, const lanyard::ChangeResult &result);

private:
    UpstreamDialog(Engine &engine, const UpstreamSettings &settings,
                   const std::optional<UpstreamConfig> &edited, QWidget *parent);

    QWidget *makeKnown();
    void chooseKnown(int row);
    void onEdited();
    void check();
    void send();
    void showProgress(bool isSent);

    Engine &m_engine;
    const UpstreamSettings m_settings;
    QTimer m_typing;
    UpstreamForm *m_form;
    QListWidget *m_known = nullptr; ///< none: one is edited
    BusyLine *m_busy;
    MessageLine *m_error;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
};

} // namespace lanyard::ui
