// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/userdialog.h"

#include "widgets/fieldnote.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace lanyard::ui {

namespace {

constexpr qsizetype passwordBytesMax = 72; // what bcrypt looks at

} // namespace

UserDialog::UserDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_note(new FieldNote(m_password, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Add a user"));
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Name:"), m_name);
    layout->addRow(tr("&Password:"), m_password);
    layout->addRow(tr("&Again:"), m_again);
    layout->addRow(m_note);
    layout->addRow(m_buttons);
    m_buttons->addButton(tr("A&dd"), QDialogButtonBox::AcceptRole);
    for (QLineEdit *field : {m_name, m_password, m_again})
        connect(field, &QLineEdit::textEdited, this, &UserDialog::validate);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &UserDialog::take);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    validate();
}

void UserDialog::validate()
{
    const QString password = m_password->text();
    using Kind = FieldNote::Kind;
    if (m_name->text().contains(u':'))
        m_note->say(Kind::Problem, tr("A name has no colon."));
    else if (password.toUtf8().size() > passwordBytesMax)
        m_note->say(Kind::Problem, tr("A password has at most 72 bytes."));
    else if (!m_again->text().isEmpty() && password != m_again->text())
        m_note->say(Kind::Problem, tr("The passwords differ."));
    else
        m_note->say(Kind::Hint, tr("Who is there already gets this password."));
    const bool isComplete = !m_name->text().isEmpty() && !password.isEmpty() &&
                            password == m_again->text() && !m_note->isProblem();
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(isComplete);
    }
}

void UserDialog::take()
{
    Q_EMIT wanted(
        {.name = m_name->text().toStdString(), .password = m_password->text().toStdString()});
    m_password->clear();
    m_again->clear();
    accept();
}

} // namespace lanyard::ui
