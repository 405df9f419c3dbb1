// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/servicebar.h"

#include "badge.h"
#include "symbols.h"
#include "widgets/mutedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

constexpr int iconSide = 40;

QString stateName(EngineState state)
{
    switch (state) {
    case EngineState::Stopped:
        return ServiceBar::tr("Stopped");
    case EngineState::Starting:
        return ServiceBar::tr("Starting…");
    case EngineState::Running:
        return ServiceBar::tr("Running");
    case EngineState::Stopping:
        return ServiceBar::tr("Stopping…");
    }
    return {};
}

QString stateDetail(EngineState state, const ClientAddress &address)
{
    switch (state) {
    case EngineState::Stopped:
        return ServiceBar::tr("Nothing is served. What is cached stays on the disk.");
    case EngineState::Starting:
        return ServiceBar::tr("Opening the store");
    case EngineState::Running:
        return address.network.isEmpty()
                   ? ServiceBar::tr("Serving this computer at %1").arg(address.local)
                   : ServiceBar::tr("Serving your network at %1").arg(address.network);
    case EngineState::Stopping:
        return ServiceBar::tr("Running transfers come to their end");
    }
    return {};
}

} // namespace

ServiceBar::ServiceBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_address(new MutedLabel({}, this))
    , m_copy(new QToolButton(this))
    , m_toggle(new QPushButton(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_state->setFont(large);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("State of the cache"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setText(tr("Copy address"));
    m_copy->setIcon(symbolIcon(Symbol::Copy));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_toggle->setMinimumWidth(110);
    m_toggle->setMinimumHeight(32);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        if (m_isToggleStart)
            Q_EMIT startRequested();
        else
            Q_EMIT stopRequested();
    });

    auto *addressLine = new QHBoxLayout;
    addressLine->setSpacing(6);
    addressLine->addWidget(m_address);
    addressLine->addWidget(m_copy);
    addressLine->addStretch(1);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(m_state);
    text->addLayout(addressLine);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 0, 2, 0);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addLayout(text, 1);
    layout->addWidget(m_toggle);
    setState(EngineState::Stopped, {}, {});
}

void ServiceBar::setState(EngineState state, const ClientAddress &address,
                          const QStringList &listening)
{
    const bool isRunning = state == EngineState::Running;
    m_icon->setPixmap(badgedIcon(badgeOf(state)).pixmap(iconSide));
    m_state->setText(stateName(state));
    m_address->setText(stateDetail(state, address));
    m_address->setToolTip(listening.join(u'\n').toHtmlEscaped());
    m_copy->setVisible(isRunning);
    m_copy->disconnect(this);
    const QString &copied = address.preferred();
    m_copy->setToolTip(tr("Copy %1 to the clipboard").arg(copied));
    connect(m_copy, &QToolButton::clicked, this,
            [copied] { QGuiApplication::clipboard()->setText(copied); });
    setButton(state);
}

void ServiceBar::setButton(EngineState state)
{
    m_isToggleStart = state == EngineState::Stopped || state == EngineState::Starting;
    m_toggle->setText(m_isToggleStart ? tr("Start") : tr("Stop"));
    m_toggle->setIcon(symbolIcon(m_isToggleStart ? Symbol::Start : Symbol::Stop));
    m_toggle->setEnabled(state == EngineState::Stopped || state == EngineState::Running);
    m_toggle->setAccessibleName(m_isToggleStart ? tr("Start the cache") : tr("Stop the cache"));
}

QString ServiceBar::stateText() const
{
    return m_state->text();
}

} // namespace lanyard::ui
