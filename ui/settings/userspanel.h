// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/users.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class FieldNote;

/// The users who may pull, and buttons to add and remove them: those of the running engine.
class UsersPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UsersPanel)

public:
    /// The engine must outlive this.
    explicit UsersPanel(Engine &engine, QWidget *parent = nullptr);

    /// The file that is set; the list is empty while the engine uses another one, or none.
    void setFile(const QString &file);
    void add(const UserRequest &request);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showUsers(const UserOverview &overview);
    void askForNew();
    void askAboutRemoval();
    void setUsable(bool isUsable, const QString &reason);

    Engine &m_engine;
    QString m_file;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    FieldNote *m_note;
};

} // namespace lanyard::ui
