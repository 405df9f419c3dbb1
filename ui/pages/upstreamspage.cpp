// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upstreamspage.h"

#include "engine.h"
#include "format.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/credentialsview.h"
#include "widgets/mutedlabel.h"
#include "widgets/noticebar.h"
#include "widgets/registriesview.h"
#include "widgets/taborder.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace lanyard::ui {

UpstreamsPage::UpstreamsPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_noticeBar(new NoticeBar(this))
    , m_offline(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_registries(new RegistriesView(engine, this))
    , m_credentials(new CredentialsView(engine, this))
{
    auto *stopped = new MutedLabel(tr("The cache is stopped. Press Start to see how the upstreams "
                                      "are, and to change them."),
                                   this);
    stopped->setAlignment(Qt::AlignCenter);
    stopped->setWordWrap(true);
    m_stopped = stopped;
    m_content = makeContent();
    m_stack->addWidget(m_stopped);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_noticeBar);
    layout->addWidget(m_stack, 1);

    tabAsItIsRead(*this);
    m_timer.setInterval(limits::upstreamPollInterval);
    connect(&m_timer, &QTimer::timeout, this, &UpstreamsPage::poll);
    connect(m_registries, &RegistriesView::noticeRaised, m_noticeBar, &NoticeBar::add);
    connect(m_credentials, &CredentialsView::noticeRaised, m_noticeBar, &NoticeBar::add);
    connect(m_registries, &RegistriesView::changed, this, &UpstreamsPage::poll);
    connect(m_credentials, &CredentialsView::changed, this, &UpstreamsPage::poll);
    connect(&m_engine, &Engine::stateChanged, this, &UpstreamsPage::onStateChanged);
    onStateChanged(engine.state());
}

QWidget *UpstreamsPage::makeContent()
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_registries, tr("Re&gistries"));
    m_tabs->addTab(m_credentials, tr("Cre&dentials"));
    m_registries->addTool(makeOffline());
    return m_tabs;
}

QWidget *UpstreamsPage::makeOffline()
{
    m_offline->setText(tr("Work &offline"));
    m_offline->setIcon(symbolIcon(Symbol::Offline));
    m_offline->setCheckable(true);
    m_offline->setToolTip(tr("No registry is asked: what is cached is served"));
    m_offline->setObjectName(QStringLiteral("workOffline"));
    connect(m_offline, &QPushButton::clicked, &m_engine, &Engine::setOffline);
    connect(&m_engine, &Engine::offlineChanged, this, [this](bool isOffline) {
        m_offline->setChecked(isOffline);
        poll();
    });
    return m_offline;
}

void UpstreamsPage::onStateChanged(EngineState state)
{
    m_stack->setCurrentWidget(state == EngineState::Running ? m_content : m_stopped);
    updatePolling();
}

void UpstreamsPage::updatePolling()
{
    if (!isVisible() || m_engine.state() != EngineState::Running) {
        m_timer.stop();
        return;
    }
    if (!m_timer.isActive()) {
        m_timer.start();
        poll();
    }
}

void UpstreamsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updatePolling();
}

void UpstreamsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updatePolling();
}

/// One question after the other: the engine answers in no order.
void UpstreamsPage::poll()
{
    if (!m_timer.isActive())
        return;
    m_isAskedAgain = m_isAsking;
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_engine.upstreams(this, [this](const Result<UpstreamOverview> &overview) {
        if (!overview) {
            m_isAsking = false;
            return;
        }
        m_engine.upstreamSettings(
            this, [this, overview = *overview](const Result<UpstreamSettings> &settings) {
                pollCredentials({.overview = overview,
                                 .settings = settings.value_or(UpstreamSettings()),
                                 .credentials = {}});
            });
    });
}

void UpstreamsPage::pollCredentials(const UpstreamsState &state)
{
    m_engine.credentials(this, [this, state](const Result<CredentialOverview> &credentials) {
        m_isAsking = false;
        if (!credentials)
            return;
        UpstreamsState complete = state;
        complete.credentials = *credentials;
        showState(complete);
        if (m_isAskedAgain)
            poll();
    });
}

void UpstreamsPage::showState(const UpstreamsState &state)
{
    m_registries->showState(state);
    m_credentials->showState(state);
    if (m_wanted)
        std::exchange(m_wanted, {})();
}

void UpstreamsPage::choose(const QString &registry)
{
    m_tabs->setCurrentWidget(m_registries);
    m_registries->choose(registry);
    // One that was added since is in the next answer.
    m_wanted = [this, registry] {
        m_registries->choose(registry);
    };
}

void UpstreamsPage::logIn(const QString &registry)
{
    choose(registry);
    m_wanted = [this, registry] {
        m_registries->choose(registry);
        if (m_registries->chosen() == registry)
            m_registries->logIn();
    };
}

void UpstreamsPage::add(const QString &registry)
{
    m_tabs->setCurrentWidget(m_registries);
    m_wanted = [this, registry] {
        m_registries->add(registry);
    };
}

} // namespace lanyard::ui
