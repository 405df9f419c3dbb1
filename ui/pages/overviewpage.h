// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"
#include "api/requestrecord.h"
#include "api/statssnapshot.h"
#include "attention.h"
#include "overviewfeed.h"
#include "trafficview.h"
#include "widgets/firststeps.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace lanyard::ui {

class AttentionCard;
class ChartCard;
class DownloadModel;
class FiguresCard;
class UsageCard;

/// How well the cache does and did, what it fetches at the moment, and what needs attention. It
/// asks the engine only while it is visible.
class OverviewPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    /// Engine and model must outlive the page.
    OverviewPage(Engine &engine, DownloadModel &downloads, QWidget *parent = nullptr);

    void setStatistics(const StatsSnapshot &statistics);
    /// `address` counts while the engine runs.
    void setState(EngineState state, const ClientAddress &address);
    /// How this computer is set up; other than by hand only where somebody listens to
    /// setUpRequested() and testRequested().
    void setSetUp(FirstSteps::SetUp setUp);

    /// Whether anything was ever pulled through it, in which case it leads to no first pull. Kept
    /// by the program across its runs; counts until the engine has said it.
    void setServed(bool hasServed);
    bool hasServed() const;

Q_SIGNALS:
    /// What needs attention is something else than before; also while the page is not shown.
    void attentionChanged(const QList<lanyard::ui::AttentionItem> &items);
    void startRequested();
    /// The page is wanted that sets this computer up as a client.
    void setUpRequested();
    /// What is set up on this computer is to be tested.
    void testRequested();
    /// What mends an item of the attention list, but for what the page does itself: it starts the
    /// cache by startRequested(), works online again, renews the local certificate authority and
    /// puts away what is dismissed.
    void actionRequested(lanyard::ui::AttentionItem::Action action, const QString &subject);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeCharts();
    QWidget *makeBottom(DownloadModel &downloads);
    void connectFeed();
    void showTraffic();
    void showAttention();
    void showFirstSteps();
    void mend(AttentionItem::Action action, const QString &subject);
    void askToRenewAuthority();
    void renewAuthority();

    Engine &m_engine;
    OverviewFeed m_feed;
    AttentionValues m_values;
    QList<AttentionItem> m_items;
    StatsSnapshot m_statistics;
    std::optional<TrafficHistory> m_traffic;
    bool m_hasServed = false; ///< in an earlier run
    FirstSteps *m_firstSteps;
    AttentionCard *m_attention;
    FiguresCard *m_figures;
    QComboBox *m_span;
    ChartCard *m_bytes;
    ChartCard *m_requests;
    UsageCard *m_usage;
};

} // namespace lanyard::ui
