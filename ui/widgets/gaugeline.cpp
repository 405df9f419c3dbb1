// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gaugeline.h"

#include "theme.h"
#include "upstreamtext.h"
#include "widgets/gauge.h"
#include "widgets/mutedlabel.h"

#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr int steps = 1000;

} // namespace

/// A progress bar for who cannot see it, and a gauge for who can.
class GaugeBar final : public QProgressBar
{
public:
    GaugeBar(GaugeLine::Meaning meaning, QWidget *parent)
        : QProgressBar(parent)
        , m_meaning(meaning)
    {
        setRange(0, steps);
        setFixedHeight(qMax(6, fontMetrics().height() / 2));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const double share = static_cast<double>(value()) / steps;
        const QColor fill = m_meaning == GaugeLine::Meaning::Left ? budgetColour(share, palette())
                                                                  : fetchedColour(palette());
        QPainter painter(this);
        paintGauge(painter, rect(), share, fill, layoutDirection(), palette());
    }

private:
    const GaugeLine::Meaning m_meaning;
};

GaugeLine::GaugeLine(const QString &title, Meaning meaning, QWidget *parent)
    : QWidget(parent)
    , m_value(new QLabel(this))
    , m_bar(new GaugeBar(meaning, this))
    , m_detail(new MutedLabel({}, this))
{
    auto *titleLabel = new QLabel(title, this);
    titleLabel->setTextFormat(Qt::PlainText);
    m_value->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(title);
    m_detail->setWordWrap(true);

    auto *line = new QHBoxLayout;
    line->addWidget(titleLabel, 1);
    line->addWidget(m_value);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(line);
    layout->addWidget(m_bar);
    layout->addWidget(m_detail);
}

void GaugeLine::setValue(double share, const QString &value, const QString &detail)
{
    m_bar->setValue(static_cast<int>(std::clamp(share, 0.0, 1.0) * steps));
    m_bar->setAccessibleDescription(detail.isEmpty() ? value : value + u'\n' + detail);
    m_value->setText(value);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

} // namespace lanyard::ui
