// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurescard.h"

#include "format.h"
#include "trafficview.h"
#include "widgets/card.h"
#include "widgets/figure.h"
#include "widgets/titlelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTimeZone>

namespace lanyard::ui {

namespace {

QString bytesText(std::uint64_t bytes)
{
    return formatBytes(static_cast<std::int64_t>(bytes));
}

} // namespace

FiguresCard::FiguresCard(QWidget *parent)
    : QWidget(parent)
    , m_period(new QComboBox(this))
    , m_hitRatio(new Figure(tr("Hit ratio"), this))
    , m_saved(new Figure(tr("Not downloaded"), this))
    , m_served(new Figure(tr("Served to clients"), this))
    , m_fetched(new Figure(tr("Fetched from upstream"), this))
    , m_requests(new Figure(tr("Requests"), this))
{
    m_period->addItem(tr("Since the program started"), QVariant::fromValue(Period::Session));
    m_period->addItem(tr("Today"), QVariant::fromValue(Period::Today));
    m_period->addItem(tr("30 days"), QVariant::fromValue(Period::Month));
    m_period->addItem(tr("All time"), QVariant::fromValue(Period::AllTime));
    connect(m_period, &QComboBox::currentIndexChanged, this, &FiguresCard::show);
    auto *title = new TitleLabel(tr("F&igures of"), this);
    title->setBuddy(m_period);

    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(m_period);
    head->addStretch(1);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(20);
    for (Figure *figure : {m_hitRatio, m_saved, m_served, m_fetched, m_requests})
        figures->addWidget(figure, 1);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(figures);
    choose(Period::Today);
    show();
}

void FiguresCard::setStatistics(const StatsSnapshot &statistics)
{
    m_statistics = statistics;
    if (period() == Period::Session)
        show();
}

void FiguresCard::setTraffic(const TrafficHistory &traffic)
{
    m_traffic = traffic;
    if (period() != Period::Session)
        show();
}

void FiguresCard::choose(Period period)
{
    m_period->setCurrentIndex(m_period->findData(QVariant::fromValue(period)));
}

FiguresCard::Period FiguresCard::period() const
{
    return m_period->currentData().value<Period>();
}

std::optional<TrafficCounts> FiguresCard::counts() const
{
    if (period() == Period::Session)
        return sessionCounts(m_statistics);
    if (!m_traffic)
        return std::nullopt;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    switch (period()) {
    case Period::Today:
        return trafficToday(*m_traffic, zone);
    case Period::Month:
        return trafficOfMonth(*m_traffic, zone);
    case Period::Session:
    case Period::AllTime:
        break;
    }
    return m_traffic->allTime;
}

void FiguresCard::show()
{
    const std::optional<TrafficCounts> known = counts();
    if (!known) {
        for (Figure *figure : {m_hitRatio, m_saved, m_served, m_fetched, m_requests})
            figure->setValue(QStringLiteral("–"), {});
        return;
    }
    m_hitRatio->setValue(
        formatHitRatio(known->hits, known->misses),
        tr("Hits %1 · misses %2").arg(formatCount(known->hits), formatCount(known->misses)));
    m_saved->setValue(bytesText(known->bytesSaved()),
                      known->bytesServed == 0
                          ? QString()
                          : tr("%1 of what was served")
                                .arg(formatHitRatio(known->bytesSaved(),
                                                    known->bytesServed - known->bytesSaved())));
    m_served->setValue(bytesText(known->bytesServed), tr("Over the local network"));
    m_fetched->setValue(bytesText(known->bytesFetched), tr("Over the internet"));
    m_requests->setValue(formatCount(known->requests),
                         tr("Failed %1").arg(formatCount(known->failed)));
}

} // namespace lanyard::ui
