// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/logindialog.h"

#include "messagetext.h"
#include "widgets/busyline.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace lanyard::ui {

LoginDialog::LoginDialog(Engine &engine, const QStringList &registries, const QString &registry,
                         QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_registry(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_passwordLabel(new QLabel(tr("Pass&word:"), this))
    , m_password(new QLineEdit(this))
    , m_isToken(new QCheckBox(tr("The password is an identity &token"), this))
    , m_isChecked(new QCheckBox(tr("&Ask the registry first whether it is right"), this))
    , m_form(new QWidget(this))
    , m_busy(new BusyLine(this))
    , m_error(new MessageLine(this))
{
    setWindowTitle(tr("Log in to a registry"));
    m_registry->addItems(registries);
    m_registry->setCurrentIndex(qMax(0, static_cast<int>(registries.indexOf(registry))));
    m_path->setPlaceholderText(tr("all of it"));
    m_path->setToolTip(tr("Only for the repositories below this path, such as team"));
    m_path->setAccessibleDescription(m_path->toolTip());
    m_path->setObjectName(QStringLiteral("path"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_isToken->setObjectName(QStringLiteral("token"));
    m_isChecked->setObjectName(QStringLiteral("check"));
    m_isChecked->setChecked(true);
    buildLayout();
    for (const QLineEdit *line : {m_user, m_password})
        connect(line, &QLineEdit::textChanged, this, &LoginDialog::updateButton);
    connect(m_isToken, &QCheckBox::toggled, this, &LoginDialog::updateButton);
    m_user->setFocus();
    updateButton();
}

void LoginDialog::buildLayout()
{
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Registry:"), m_registry);
    form->addRow(tr("&Path:"), m_path);
    form->addRow(tr("&User name:"), m_user);
    m_passwordLabel->setBuddy(m_password);
    form->addRow(m_passwordLabel, m_password);
    form->addRow(m_isToken);
    form->addRow(m_isChecked);

    auto *place = new MutedLabel(
        tr("It is kept in the keychain of this desktop where there is one, else in a file of the "
           "data folder that only you can read. It goes to this registry only."),
        this);
    place->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_send = buttons->addButton(tr("Log in"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &LoginDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(place);
    layout->addWidget(m_error);
    layout->addWidget(m_busy);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(QSize(30, 18) * fontMetrics().height());
}

void LoginDialog::updateButton()
{
    m_passwordLabel->setText(m_isToken->isChecked() ? tr("&Identity token:") : tr("Pass&word:"));
    const bool isNamed = m_isToken->isChecked() || !m_user->text().trimmed().isEmpty();
    m_send->setEnabled(m_form->isEnabled() && isNamed && !m_password->text().isEmpty());
}

void LoginDialog::send()
{
    if (!m_send->isEnabled())
        return;
    const QString path = m_path->text().trimmed();
    const QString scope = m_registry->currentText() + (path.isEmpty() ? QString() : u'/' + path);
    const LoginRequest request{.scope = scope.toStdString(),
                               .username = m_user->text().trimmed().toStdString(),
                               .password = m_password->text().toStdString(),
                               .isIdentityToken = m_isToken->isChecked(),
                               .isChecked = m_isChecked->isChecked()};
    m_password->clear();
    m_error->clear();
    m_form->setEnabled(false);
    updateButton();
    m_busy->begin(m_isChecked->isChecked() ? tr("Asking the registry") : tr("Keeping it"));
    m_engine.login(request, this, [this](const auto &result) { answered(result); });
}

void LoginDialog::answered(const Result<LoginResult> &result)
{
    m_busy->end();
    m_form->setEnabled(true);
    updateButton();
    if (!result) {
        m_error->tell({.severity = Notice::Severity::Error, .text = told(result.error().message)});
        m_password->setFocus();
        return;
    }
    Q_EMIT loggedIn(*result);
    accept();
}

} // namespace lanyard::ui
