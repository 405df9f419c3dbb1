// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/logsection.h"

#include "widgets/clientsfield.h"
#include "widgets/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr const char *usualDebug = "127.0.0.1:5001";

} // namespace

LogSection::LogSection(QWidget *parent)
    : SettingsSection(tr("Log and metrics"), parent)
    , m_isLogging(new QCheckBox(tr("Write a line for each request to &stdout"), this))
    , m_format(new QComboBox(this))
    , m_hasDebug(new QCheckBox(tr("&Metrics and health at"), this))
    , m_debug(new QLineEdit(this))
    , m_debugNote(new FieldNote(m_debug, this))
    , m_debugClients(new ClientsField({ClientsField::Choice::Nobody, ClientsField::Choice::Private,
                                       ClientsField::Choice::Anyone, ClientsField::Choice::These},
                                      tr("Who is answered there beside this computer"), this))
{
    m_hasDebug->setObjectName(QStringLiteral("hasDebug"));
    m_debug->setObjectName(QStringLiteral("debug"));
    m_debug->setAccessibleName(tr("Address of metrics and health"));
    m_debug->setPlaceholderText(QString::fromLatin1(usualDebug));
    m_format->addItem(tr("Combined Log Format"), static_cast<int>(LogFormat::Combined));
    m_format->addItem(tr("JSON"), static_cast<int>(LogFormat::Json));
    addField(tr("Access log:"), m_isLogging);
    addField(tr("Format:"), m_format);
    auto *debug = new QHBoxLayout;
    debug->addWidget(m_hasDebug);
    debug->addWidget(m_debug, 1);
    addField(tr("Debug address:"), debug, m_hasDebug);
    addBelow(m_debugNote);
    addField(tr("Answers there for:"), m_debugClients);
    connect(m_isLogging, &QCheckBox::clicked, this, &LogSection::onEdited);
    connect(m_format, &QComboBox::activated, this, &LogSection::onEdited);
    connect(m_hasDebug, &QCheckBox::clicked, this, [this](bool isOn) {
        if (isOn && m_debug->text().isEmpty())
            m_debug->setText(QString::fromLatin1(usualDebug));
        onEdited();
    });
    connect(m_debug, &QLineEdit::textEdited, this, &LogSection::onEdited);
    connect(m_debugClients, &ClientsField::edited, this, &LogSection::onEdited);
}

void LogSection::fill(const Settings &settings)
{
    m_isLogging->setChecked(settings.accessLog);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(settings.logFormat)));
    m_hasDebug->setChecked(settings.debug.has_value());
    if (settings.debug &&
        ListenAddress::parse(m_debug->text().trimmed().toStdString()) != settings.debug)
        m_debug->setText(QString::fromStdString(settings.debug->toString()));
    m_debugClients->setClients(settings.debugAllow);
    validate();
}

void LogSection::collect(Settings &settings) const
{
    settings.accessLog = m_isLogging->isChecked();
    settings.logFormat = static_cast<LogFormat>(m_format->currentData().toInt());
    settings.debug = m_hasDebug->isChecked()
                         ? ListenAddress::parse(m_debug->text().trimmed().toStdString())
                         : std::nullopt;
    settings.debugAllow.clear();
    if (settings.debug)
        settings.debugAllow = m_debugClients->clients().value_or(std::vector<std::string>());
}

bool LogSection::isValid() const
{
    return !m_debugNote->isProblem() && (!m_hasDebug->isChecked() || m_debugClients->isValid());
}

void LogSection::onEdited()
{
    validate();
    Q_EMIT edited();
}

void LogSection::validate()
{
    m_format->setEnabled(m_isLogging->isChecked());
    const bool isOn = m_hasDebug->isChecked();
    m_debug->setEnabled(isOn);
    m_debugClients->setEnabled(isOn);
    using Kind = FieldNote::Kind;
    const auto clients = m_debugClients->clients();
    const bool isWide =
        clients && std::find(clients->begin(), clients->end(), "any") != clients->end();
    if (!isOn)
        m_debugNote->say(FieldNote::Kind::Hint, {});
    else if (!ListenAddress::parse(m_debug->text().trimmed().toStdString()))
        m_debugNote->say(Kind::Problem, tr("Give an address and a port, such as 127.0.0.1:5001."));
    else if (isWide)
        m_debugNote->say(Kind::Warning,
                         tr("Everyone who reaches that address can read what the cache does, "
                            "unencrypted and without a login."));
    else
        m_debugNote->say(Kind::Hint, tr("For Prometheus: /metrics, /healthz and /readyz."));
}

} // namespace lanyard::ui
