// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/listenereditor.h"

#include "engine.h"
#include "messagetext.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/clientsfield.h"
#include "widgets/editablecombo.h"
#include "widgets/fieldnote.h"
#include "widgets/formcard.h"
#include "widgets/pathfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

constexpr int portMax = 65535;

/// All of them, this computer, and what addresses it has.
QStringList usualHosts()
{
    QStringList hosts{QStringLiteral("0.0.0.0"), QStringLiteral("::"), QStringLiteral("127.0.0.1")};
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal())
            hosts.append(address.toString());
    }
    return hosts;
}

QString meaningOf(const ListenAddress &address)
{
    if (address.host == "0.0.0.0")
        return ListenerEditor::tr("All IPv4 addresses of this computer.");
    if (address.host == "::")
        return ListenerEditor::tr("All addresses of this computer, IPv4 and IPv6.");
    if (address.host.starts_with("127.") || address.host == "::1")
        return ListenerEditor::tr("Only programs on this computer come there.");
    return {};
}

} // namespace

ListenerEditor::ListenerEditor(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_host(makeEditableCombo(this))
    , m_port(new QSpinBox(this))
    , m_remove(new QToolButton(this))
    , m_addressNote(new FieldNote(m_host, this))
    , m_useNext(new QPushButton(this))
    , m_encryption(new QComboBox(this))
    , m_encryptionNote(new FieldNote(m_encryption, this))
    , m_files(new QWidget(this))
    , m_certificate(new PathField(PathField::Kind::File, tr("Certificate"), m_files))
    , m_key(new PathField(PathField::Kind::File, tr("Key"), m_files))
    , m_clients(new ClientsField({ClientsField::Choice::AsElsewhere, ClientsField::Choice::Private,
                                  ClientsField::Choice::Anyone, ClientsField::Choice::These},
                                 tr("Who is served at this address"), this))
    , m_asksLogin(new QCheckBox(tr("Clients lo&g in here, where there are users"), this))
    , m_form(new QFormLayout(this))
{
    m_host->setObjectName(QStringLiteral("host"));
    m_port->setObjectName(QStringLiteral("port"));
    m_useNext->setObjectName(QStringLiteral("useNext"));
    m_addressNote->setObjectName(QStringLiteral("addressNote"));
    buildFields();
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(limits::typingPause);
    connect(&m_checkTimer, &QTimer::timeout, this, &ListenerEditor::check);
    // A pause later: who restarts it goes on at once.
    connect(&engine, &Engine::stateChanged, this, [this] {
        ++m_question;
        m_checkTimer.start();
    });
    connect(m_host, &QComboBox::editTextChanged, this, &ListenerEditor::onEdited);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenerEditor::onEdited);
    connect(m_encryption, &QComboBox::activated, this, &ListenerEditor::onEdited);
    connect(m_certificate, &PathField::edited, this, &ListenerEditor::onEdited);
    connect(m_key, &PathField::edited, this, &ListenerEditor::onEdited);
    connect(m_clients, &ClientsField::edited, this, &ListenerEditor::onEdited);
    connect(m_asksLogin, &QCheckBox::clicked, this, &ListenerEditor::onEdited);
    connect(m_remove, &QToolButton::clicked, this, &ListenerEditor::removalWanted);
    connect(m_useNext, &QPushButton::clicked, this, [this] {
        if (m_check.next)
            m_port->setValue(m_check.next->port);
        m_port->setFocus();
    });
}

void ListenerEditor::buildFields()
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading);
    m_form->addRow(fieldLabel(tr("&Address:"), m_host), makeAddressRow());
    addBelow(*m_form, m_addressNote);
    m_useNext->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addBelow(*m_form, m_useNext);

    m_encryption->addItem(tr("None (HTTP)"), static_cast<int>(Encryption::None));
    m_encryption->addItem(tr("HTTPS, certificate of this computer's own authority"),
                          static_cast<int>(Encryption::LocalCa));
    m_encryption->addItem(tr("HTTPS, certificate from files"), static_cast<int>(Encryption::Files));
    m_form->addRow(fieldLabel(tr("&Encryption:"), m_encryption), m_encryption);
    auto *files = new QFormLayout(m_files);
    files->setContentsMargins(0, 0, 0, 0);
    files->addRow(tr("Certificate:"), m_certificate);
    files->addRow(tr("Key:"), m_key);
    addBelow(*m_form, m_files);
    addBelow(*m_form, m_encryptionNote);
    m_form->addRow(fieldLabel(tr("Serve:"), m_clients), m_clients);
    addBelow(*m_form, m_asksLogin);
    for (QComboBox *box : {m_host, m_encryption}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
}

QLayout *ListenerEditor::makeAddressRow()
{
    m_host->addItems(usualHosts());
    m_port->setRange(0, portMax);
    m_port->setSpecialValueText(tr("any free one"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setKeyboardTracking(true);
    m_remove->setIcon(symbolIcon(Symbol::Remove));
    m_remove->setToolTip(tr("Remove this address"));
    m_remove->setAccessibleName(tr("Remove this address"));
    auto *port = new QLabel(tr("P&ort:"), this);
    port->setBuddy(m_port);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_host, 1);
    row->addWidget(port);
    row->addWidget(m_port);
    row->addWidget(m_remove);
    return row;
}

void ListenerEditor::setListener(const ListenConfig &listener)
{
    const QSignalBlocker quiet(this);
    m_given = listener;
    const bool isShown = address() == listener.address;
    if (!isShown) {
        m_host->setCurrentText(QString::fromStdString(listener.address.host));
        m_port->setValue(listener.address.port);
    }
    auto encryption = Encryption::None;
    if (listener.tls) {
        encryption = Encryption::Files;
        if (std::holds_alternative<LocalCaConfig>(listener.tls->issuer))
            encryption = Encryption::LocalCa;
        if (std::holds_alternative<AcmeConfig>(listener.tls->issuer))
            encryption = Encryption::Acme;
        m_certificate->setPath(listener.tls->certificate);
        m_key->setPath(listener.tls->key);
    }
    const int acme = m_encryption->findData(static_cast<int>(Encryption::Acme));
    if (encryption == Encryption::Acme && acme < 0)
        m_encryption->addItem(tr("HTTPS, certificate by ACME, as the file says"),
                              static_cast<int>(Encryption::Acme));
    m_encryption->setCurrentIndex(m_encryption->findData(static_cast<int>(encryption)));
    m_clients->setClients(listener.allow);
    m_asksLogin->setChecked(listener.asksLogin);
    validate();
    m_checkTimer.start();
}

ListenConfig ListenerEditor::listener() const
{
    return {.address = address().value_or(m_given.address),
            .tls = tls(),
            .allow = m_clients->clients(),
            .asksLogin = m_asksLogin->isChecked()};
}

std::optional<ListenAddress> ListenerEditor::address() const
{
    const std::string host = m_host->currentText().trimmed().toStdString();
    const bool isIpv6 = host.find(':') != std::string::npos;
    if (host.empty())
        return std::nullopt;
    return ListenAddress::parse((isIpv6 ? '[' + host + ']' : host) + ':' +
                                std::to_string(m_port->value()));
}

ListenerEditor::Encryption ListenerEditor::encryption() const
{
    return static_cast<Encryption>(m_encryption->currentData().toInt());
}

std::optional<TlsConfig> ListenerEditor::tls() const
{
    // What has no field stays: certificates of clients, names of the own authority.
    TlsConfig tls = m_given.tls.value_or(TlsConfig());
    switch (encryption()) {
    case Encryption::None:
        return std::nullopt;
    case Encryption::LocalCa:
        if (!std::holds_alternative<LocalCaConfig>(tls.issuer))
            tls.issuer = LocalCaConfig();
        break;
    case Encryption::Acme:
        break;
    case Encryption::Files:
        tls.issuer = {};
        tls.certificate = m_certificate->path();
        tls.key = m_key->path();
        return tls;
    }
    tls.certificate.clear();
    tls.key.clear();
    return tls;
}

bool ListenerEditor::isValid() const
{
    return !m_addressNote->isProblem() && !m_encryptionNote->isProblem() && m_clients->isValid();
}

bool ListenerEditor::usesLocalCa() const
{
    return encryption() == Encryption::LocalCa;
}

void ListenerEditor::setRemovable(bool isRemovable)
{
    m_remove->setVisible(isRemovable);
}

void ListenerEditor::setRepeated(bool isRepeated)
{
    m_isRepeated = isRepeated;
    validate();
}

void ListenerEditor::check()
{
    const auto asked = address();
    if (!asked)
        return;
    m_engine.checkAddress(*asked, this,
                          [this, number = ++m_question](const Result<AddressCheck> &check) {
                              if (check && number == m_question)
                                  showCheck(*check);
                          });
}

void ListenerEditor::showCheck(const AddressCheck &check)
{
    m_check = check;
    validate();
}

void ListenerEditor::onEdited()
{
    m_check = {};
    ++m_question;
    validate();
    m_checkTimer.start();
    Q_EMIT edited();
}

void ListenerEditor::validate()
{
    const auto now = address();
    if (!now)
        m_addressNote->say(Kind::Problem, tr("Give an address of this computer, such as 0.0.0.0 "
                                             "(all of them); names are not looked up."));
    else if (m_isRepeated)
        m_addressNote->say(Kind::Problem, tr("This address is in the list already."));
    else if (!m_check.trouble.isEmpty())
        m_addressNote->say(Kind::Warning, told(m_check.trouble));
    else
        m_addressNote->say(Kind::Hint, meaningOf(*now));
    m_useNext->setVisible(m_check.next.has_value() && !m_isRepeated);
    if (m_check.next)
        m_useNext->setText(tr("Use port %1").arg(m_check.next->port));

    const bool hasFiles = encryption() == Encryption::Files;
    m_files->setVisible(hasFiles);
    const auto isFile = [](const PathField *field) {
        return !field->path().isEmpty() && field->isValid();
    };
    if (hasFiles && !(isFile(m_certificate) && isFile(m_key)))
        m_encryptionNote->say(Kind::Problem, tr("Name the files of the certificate and of its key, "
                                                "both in PEM, with their whole paths."));
    else if (encryption() == Encryption::LocalCa)
        m_encryptionNote->say(Kind::Hint,
                              tr("Clients have to trust the authority, once: see below."));
    else
        m_encryptionNote->say(FieldNote::Kind::Hint, {});
}

} // namespace lanyard::ui
