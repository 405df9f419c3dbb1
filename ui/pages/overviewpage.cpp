// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overviewpage.h"

#include "engine.h"
#include "messagetext.h"
#include "models/downloadmodel.h"
#include "widgets/attentioncard.h"
#include "widgets/chartcard.h"
#include "widgets/downloadscard.h"
#include "widgets/figurescard.h"
#include "widgets/titlelabel.h"
#include "widgets/usagecard.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QNetworkInterface>
#include <QPushButton>
#include <QScrollArea>
#include <QTimeZone>

#include <utility>

namespace lanyard::ui {

namespace {

constexpr int spacing = 10;

/// As clients of this computer are seen by their address.
QList<QByteArray> ownAddresses()
{
    QList<QByteArray> own;
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        own += address.toString().toUtf8();
    return own;
}

} // namespace

OverviewPage::OverviewPage(Engine &engine, DownloadModel &downloads, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_feed(engine)
    , m_firstSteps(new FirstSteps(this))
    , m_attention(new AttentionCard(this))
    , m_figures(new FiguresCard(this))
    , m_span(new QComboBox(this))
    , m_bytes(new ChartCard(tr("Traffic"), TrafficChart::Measure::Bytes, this))
    , m_requests(new ChartCard(tr("Requests"), TrafficChart::Measure::Requests, this))
    , m_usage(new UsageCard(this))
{
    m_values.status.state = engine.state();
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    // Between the cards and the scroll bar.
    layout->setContentsMargins(isRightToLeft() ? 6 : 0, 0, isRightToLeft() ? 0 : 6, 0);
    layout->setSpacing(spacing);
    layout->addWidget(m_firstSteps);
    layout->addWidget(m_attention);
    layout->addWidget(m_figures);
    layout->addWidget(makeCharts(), 3);
    layout->addWidget(makeBottom(downloads), 2);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    // The cards are on the ground of the window.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(m_firstSteps, &FirstSteps::startRequested, this, &OverviewPage::startRequested);
    connect(m_firstSteps, &FirstSteps::setUpRequested, this, &OverviewPage::setUpRequested);
    connect(m_firstSteps, &FirstSteps::testRequested, this, &OverviewPage::testRequested);
    connect(m_attention, &AttentionCard::actionRequested, this, &OverviewPage::mend);
    connectFeed();
    showAttention();
    showFirstSteps();
}

QWidget *OverviewPage::makeCharts()
{
    m_span->addItem(tr("1 hour"), QVariant::fromValue(TrafficSpan::Hour));
    m_span->addItem(tr("24 hours"), QVariant::fromValue(TrafficSpan::Day));
    m_span->addItem(tr("30 days"), QVariant::fromValue(TrafficSpan::Month));
    connect(m_span, &QComboBox::currentIndexChanged, this, &OverviewPage::showTraffic);
    auto *label = new TitleLabel(tr("&Over time, of the last"), this);
    label->setBuddy(m_span);

    auto *charts = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_span);
    head->addStretch(1);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing);
    line->addWidget(m_bytes, 1);
    line->addWidget(m_requests, 1);
    auto *layout = new QVBoxLayout(charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(line, 1);
    return charts;
}

QWidget *OverviewPage::makeBottom(DownloadModel &downloads)
{
    auto *bottom = new QWidget(this);
    auto *layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    layout->addWidget(new DownloadsCard(downloads, bottom), 2);
    layout->addWidget(m_usage, 1);
    return bottom;
}

void OverviewPage::connectFeed()
{
    connect(&m_feed, &OverviewFeed::trafficChanged, this, [this](const TrafficHistory &traffic) {
        m_traffic = traffic;
        showTraffic();
        showFirstSteps();
    });
    connect(&m_feed, &OverviewFeed::statusChanged, this, [this](const EngineStatus &status) {
        m_values.status = status;
        m_usage->setDisk(status.disk);
        showAttention();
    });
    connect(&m_feed, &OverviewFeed::upstreamsChanged, this,
            [this](const UpstreamOverview &upstreams) {
                m_values.upstreams = upstreams;
                m_usage->setUpstreams(upstreams, QDateTime::currentMSecsSinceEpoch());
                showAttention();
            });
    connect(&m_feed, &OverviewFeed::localCaChanged, this,
            [this](const std::optional<LocalCaOverview> &localCa) {
                m_values.localCa = localCa;
                showAttention();
            });
}

void OverviewPage::setStatistics(const StatsSnapshot &statistics)
{
    m_statistics = statistics;
    m_figures->setStatistics(statistics);
    showFirstSteps();
}

void OverviewPage::setState(EngineState state, const ClientAddress &address)
{
    m_values.status.state = state;
    m_values.ownAddresses = ownAddresses();
    m_firstSteps->setState(state, address);
    showAttention();
    showFirstSteps();
}

void OverviewPage::setSetUp(FirstSteps::SetUp setUp)
{
    m_firstSteps->setSetUp(setUp);
}

void OverviewPage::setServed(bool hasServed)
{
    m_hasServed = hasServed;
    showFirstSteps();
}

void OverviewPage::showTraffic()
{
    if (!m_traffic)
        return;
    m_figures->setTraffic(*m_traffic);
    const auto span = m_span->currentData().value<TrafficSpan>();
    const QList<TrafficStep> steps = trafficSteps(*m_traffic, span, QTimeZone::systemTimeZone());
    m_bytes->setSteps(steps, span);
    m_requests->setSteps(steps, span);
}

void OverviewPage::showAttention()
{
    m_values.nowMs = QDateTime::currentMSecsSinceEpoch();
    m_values.clients = m_engine.clients();
    QList<AttentionItem> items = attention(m_values);
    if (items == m_items)
        return;
    m_items = std::move(items);
    m_attention->setItems(m_items);
    Q_EMIT attentionChanged(m_items);
}

/// They lead to the first pull, whoever makes it.
void OverviewPage::showFirstSteps()
{
    m_firstSteps->setVisible(!hasServed());
}

bool OverviewPage::hasServed() const
{
    if (sessionCounts(m_statistics).bytesServed > 0)
        return true;
    return m_traffic ? m_traffic->allTime.bytesServed > 0 : m_hasServed;
}

void OverviewPage::mend(AttentionItem::Action action, const QString &subject)
{
    switch (action) {
    case AttentionItem::Action::Start:
        Q_EMIT startRequested();
        return;
    case AttentionItem::Action::WorkOnline:
        m_engine.setOffline(false);
        return;
    case AttentionItem::Action::RenewAuthority:
        askToRenewAuthority();
        return;
    case AttentionItem::Action::Dismiss:
        m_values.dismissed = m_values.status.wrongDigests;
        showAttention();
        return;
    case AttentionItem::Action::LogIn:
    case AttentionItem::Action::AddUpstream:
    case AttentionItem::Action::ShowSettings:
    case AttentionItem::Action::ShowUpstreams:
    case AttentionItem::Action::ShowImages:
    case AttentionItem::Action::ShowClients:
    case AttentionItem::Action::ShowComputer:
        Q_EMIT actionRequested(action, subject);
        return;
    }
}

void OverviewPage::askToRenewAuthority()
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("New certificate authority"),
                        tr("Make a new local certificate authority in the place of this one?"),
                        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Each client has to trust the new one before it can pull "
                                    "over HTTPS again. The one that there is now is gone then."));
    const QPushButton *renew = question->addButton(tr("&Make a new one"), QMessageBox::AcceptRole);
    // Last: one that is there from the start is not reached by Tab.
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(renew, &QPushButton::clicked, this, &OverviewPage::renewAuthority);
    question->open();
}

void OverviewPage::renewAuthority()
{
    m_engine.createLocalCa(true, this, [this](const Result<LocalCaResult> &result) {
        m_feed.expireCertificates();
        if (result) {
            m_values.localCa = result->overview;
            showAttention();
            return;
        }
        auto *box = new QMessageBox(QMessageBox::Critical, tr("New certificate authority"), {},
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setText(
            tr("No new certificate authority was made: %1").arg(told(result.error().message)));
        box->open();
    });
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setWatched(true);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setWatched(false);
}

} // namespace lanyard::ui
