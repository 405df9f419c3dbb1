// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/users.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace lanyard::ui {

class FieldNote;

/// Asks for the name and password of a user who may pull.
class UserDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserDialog)

public:
    explicit UserDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const lanyard::UserRequest &request);

private:
    void validate();
    void take();

    QLineEdit *m_name;
    QLineEdit *m_password;
    QLineEdit *m_again;
    FieldNote *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace lanyard::ui
