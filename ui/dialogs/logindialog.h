// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lanyard::ui {

class BusyLine;
class MessageLine;

/// Keeps a user name and a password for an upstream, or for a path of it, when the registry accepts
/// them; closes when they are kept. The password leaves the dialog as soon as it is sent.
class LoginDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoginDialog)

public:
    /// `registries` may be logged in to; `registry` is chosen first. The engine outlives it.
    LoginDialog(Engine &engine, const QStringList &registries, const QString &registry,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void loggedIn(const lanyard::LoginResult &result);

private:
    void buildLayout();
    void updateButton();
    void send();
    void answered(const Result<LoginResult> &result);

    Engine &m_engine;
    QComboBox *m_registry;
    QLineEdit *m_path;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QCheckBox *m_isToken;
    QCheckBox *m_isChecked;
    QWidget *m_form;
    BusyLine *m_busy;
    MessageLine *m_error;
    QPushButton *m_send = nullptr;
};

} // namespace lanyard::ui
