// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/upstreamhistory.h"
#include "historybars.h"
#include "models/upstreammodel.h"

#include <QScrollArea>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace lanyard::ui {

class HistoryChart;

/// All that is known of one upstream: its servers, its pull budget now and over time, its
/// credentials and its tag rules.
class UpstreamDetails final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamDetails)

public:
    explicit UpstreamDetails(QWidget *parent = nullptr);

    /// `settings`: of the same upstream, where they are known.
    void showUpstream(const UpstreamRow &row, const std::optional<UpstreamConfig> &settings);
    /// None is chosen.
    void clear();
    void setHistory(const UpstreamHistory &history);

    QString registry() const { return m_row ? m_row->status.registry : QString(); }

    HistorySpan span() const;

    /// Its words, a line each.
    QStringList lines() const;

Q_SIGNALS:
    void spanChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *addSection(QVBoxLayout *page, const QString &title);
    QWidget *makeHistory();
    void showLegend();
    void repaintSigns();
    void fillServers();
    void fillBudgets();
    void fillCredentials();
    void fillRules();
    void addLine(QVBoxLayout *section, const QString &text, bool isMuted = false);
    void addSignedLine(QVBoxLayout *section, const QIcon &icon, const QString &text);

    QLabel *m_name;
    QVBoxLayout *m_servers;
    QVBoxLayout *m_budgets;
    QVBoxLayout *m_credentials;
    QVBoxLayout *m_rules;
    QComboBox *m_span;
    QLabel *m_legend;
    HistoryChart *m_chart;
    QLabel *m_summary;
    std::optional<UpstreamRow> m_row; ///< what is shown
    std::optional<UpstreamConfig> m_settings;
    UpstreamHistory m_history;
};

} // namespace lanyard::ui
