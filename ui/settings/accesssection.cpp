// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/accesssection.h"

#include "settings/userspanel.h"
#include "widgets/clientsfield.h"
#include "widgets/fieldnote.h"
#include "widgets/pathfield.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace lanyard::ui {

namespace {

using Choice = ClientsField::Choice;
using Kind = FieldNote::Kind;

bool areAny(const std::vector<std::string> &clients)
{
    return std::find(clients.begin(), clients.end(), "any") != clients.end();
}

bool isOpenInPlain(const Settings &settings)
{
    return std::any_of(settings.listen.begin(), settings.listen.end(), [&](const auto &one) {
        return !one.tls && areAny(one.allow.value_or(settings.allow));
    });
}

} // namespace

AccessSection::AccessSection(Engine &engine, const QString &folder, QWidget *parent)
    : SettingsSection(tr("Access"), parent)
    , m_usualUsers(folder + QStringLiteral("/users"))
    , m_clients(new ClientsField({Choice::Private, Choice::Anyone, Choice::These},
                                 tr("Who is served"), this))
    , m_clientsNote(new FieldNote(m_clients, this))
    , m_private(new QComboBox(this))
    , m_trusted(new ClientsField({Choice::Nobody, Choice::Private, Choice::Anyone, Choice::These},
                                 tr("Trusted clients"), this))
    , m_hasLogin(new QCheckBox(tr("Clients have to log &in"), this))
    , m_users(new PathField(PathField::Kind::NewFile, tr("File of the users"), this))
    , m_usersNote(new FieldNote(m_users, this))
    , m_panel(new UsersPanel(engine, this))
    , m_realm(LoginConfig().realm)
{
    m_clients->setObjectName(QStringLiteral("clients"));
    m_hasLogin->setObjectName(QStringLiteral("hasLogin"));
    m_users->setObjectName(QStringLiteral("users"));
    buildFields();
    connect(m_clients, &ClientsField::edited, this, &AccessSection::onEdited);
    connect(m_private, &QComboBox::activated, this, &AccessSection::onEdited);
    connect(m_trusted, &ClientsField::edited, this, &AccessSection::onEdited);
    connect(m_users, &PathField::edited, this, &AccessSection::onEdited);
    connect(m_hasLogin, &QCheckBox::clicked, this, [this](bool isOn) {
        if (isOn && m_users->path().isEmpty())
            m_users->setPath(m_usualUsers);
        onEdited();
    });
}

void AccessSection::buildFields()
{
    addField(tr("Serve:"), m_clients);
    addBelow(m_clientsNote);
    m_private->addItem(tr("Trusted clients"), static_cast<int>(PrivateAccess::Trusted));
    m_private->addItem(tr("All clients that are served"), static_cast<int>(PrivateAccess::Any));
    m_private->addItem(tr("Nobody"), static_cast<int>(PrivateAccess::Off));
    addField(tr("Private images for:"), m_private);
    auto *privateNote = new FieldNote(m_private, this);
    privateNote->say(Kind::Hint,
                     tr("What only your own credentials can read at a registry. Clients that have "
                        "logged in are trusted."));
    addBelow(privateNote);
    addField(tr("Trusted clients:"), m_trusted);
    addField(tr("Login:"), m_hasLogin);
    addField(tr("File of the users:"), m_users);
    addBelow(m_usersNote);
    addBelow(m_panel);
}

void AccessSection::fill(const Settings &settings)
{
    m_clients->setClients(settings.allow);
    m_private->setCurrentIndex(m_private->findData(static_cast<int>(settings.privateAccess)));
    m_trusted->setClients(settings.trusted);
    m_hasLogin->setChecked(settings.login.has_value());
    if (settings.login) {
        m_users->setPath(settings.login->file);
        m_realm = settings.login->realm;
    }
    m_panel->setFile(settings.login ? settings.login->file : QString());
    validate();
    follow(settings);
}

void AccessSection::collect(Settings &settings) const
{
    settings.allow = m_clients->clients().value_or(std::vector<std::string>());
    settings.privateAccess = static_cast<PrivateAccess>(m_private->currentData().toInt());
    settings.trusted = m_trusted->clients().value_or(std::vector<std::string>());
    settings.login.reset();
    if (m_hasLogin->isChecked())
        settings.login = LoginConfig{.file = m_users->path(), .realm = m_realm};
}

bool AccessSection::isValid() const
{
    return m_clients->isValid() && m_trusted->isValid() && !m_usersNote->isProblem();
}

void AccessSection::follow(const Settings &settings)
{
    if (isOpenInPlain(settings))
        m_clientsNote->say(
            Kind::Warning,
            settings.login
                ? tr("Anyone can come over plain HTTP: passwords can be read on the way. Encrypt "
                     "the address, under Network.")
                : tr("Everyone who reaches this computer can pull from it, over plain HTTP. Where "
                     "it can be reached from the internet, choose private networks, or TLS and a "
                     "login."));
    else
        m_clientsNote->say(FieldNote::Kind::Hint, {});
}

void AccessSection::onEdited()
{
    validate();
    Q_EMIT edited();
}

void AccessSection::validate()
{
    const bool hasLogin = m_hasLogin->isChecked();
    m_users->setEnabled(hasLogin);
    m_panel->setVisible(hasLogin);
    if (hasLogin && (m_users->path().isEmpty() || !m_users->isValid()))
        m_usersNote->say(Kind::Problem, tr("Give the whole path of a file, from / or ~/ on."));
    else if (hasLogin)
        m_usersNote->say(Kind::Hint, tr("As `htpasswd -B` writes it; it may change at any time."));
    else
        m_usersNote->say(FieldNote::Kind::Hint, {});
}

} // namespace lanyard::ui
