// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/userspanel.h"

#include "engine.h"
#include "format.h"
#include "messagetext.h"
#include "settings/userdialog.h"
#include "widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

namespace lanyard::ui {

UsersPanel::UsersPanel(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Add &user…"), this))
    , m_remove(new QPushButton(tr("&Remove user…"), this))
    , m_note(new FieldNote(m_list, this))
{
    m_list->setAccessibleName(tr("Users"));
    m_list->setFixedHeight(fontMetrics().height() * 6);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_note);
    connect(m_add, &QPushButton::clicked, this, &UsersPanel::askForNew);
    connect(m_remove, &QPushButton::clicked, this, &UsersPanel::askAboutRemoval);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int chosen) { m_remove->setEnabled(chosen >= 0); });
    connect(&engine, &Engine::stateChanged, this, &UsersPanel::refresh);
}

void UsersPanel::setFile(const QString &file)
{
    m_file = file;
    refresh();
}

void UsersPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void UsersPanel::setUsable(bool isUsable, const QString &reason)
{
    m_list->setEnabled(isUsable);
    m_add->setEnabled(isUsable);
    m_remove->setEnabled(isUsable && m_list->currentRow() >= 0);
    m_note->say(FieldNote::Kind::Hint, reason);
}

void UsersPanel::refresh()
{
    if (m_file.isEmpty() || m_engine.state() != EngineState::Running) {
        m_list->clear();
        setUsable(false, m_file.isEmpty()
                             ? tr("Users can be added when the login has been applied.")
                             : tr("Users can be added while the cache runs."));
        return;
    }
    m_engine.users(this, [this](const Result<UserOverview> &overview) {
        if (overview && overview->file == m_file) {
            showUsers(*overview);
            return;
        }
        m_list->clear();
        setUsable(false, overview ? tr("Users can be added when the login counts.")
                                  : told(overview.error().message));
    });
}

void UsersPanel::showUsers(const UserOverview &overview)
{
    const QListWidgetItem *const chosen = m_list->currentItem();
    const QString kept = chosen ? chosen->data(Qt::UserRole).toString() : QString();
    m_list->clear();
    for (const QString &user : overview.users) {
        auto *item = new QListWidgetItem(printable(user.toUtf8()), m_list);
        item->setData(Qt::UserRole, user);
        if (user == kept)
            m_list->setCurrentItem(item);
    }
    setUsable(true, overview.users.isEmpty() ? tr("There are no users yet: nobody can pull.")
                                             : QString());
}

void UsersPanel::askForNew()
{
    auto *dialog = new UserDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserDialog::wanted, this, &UsersPanel::add);
    dialog->open();
}

void UsersPanel::add(const UserRequest &request)
{
    m_engine.addUser(request, this, [this](const Result<UserResult> &added) {
        if (added)
            refresh();
        else
            m_note->say(FieldNote::Kind::Problem, told(added.error().message));
    });
}

void UsersPanel::askAboutRemoval()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item)
        return;
    const QString user = item->data(Qt::UserRole).toString();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove a user"),
                                tr("Remove %1?").arg(printable(user.toUtf8())),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Clients with this name can no longer pull."));
    QAbstractButton *const remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    // Last: one that is there from the start is not reached by Tab.
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(remove, &QAbstractButton::clicked, this, [this, user] {
        m_engine.removeUser(user, this, [this](const Result<void> &removed) {
            refresh();
            if (!removed)
                m_note->say(FieldNote::Kind::Problem, told(removed.error().message));
        });
    });
    box->open();
}

} // namespace lanyard::ui
