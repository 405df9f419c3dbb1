// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartcard.h"

#include "widgets/card.h"
#include "widgets/mutedlabel.h"
#include "widgets/titlelabel.h"

#include <QVBoxLayout>

namespace lanyard::ui {

ChartCard::ChartCard(const QString &title, TrafficChart::Measure measure, QWidget *parent)
    : QWidget(parent)
    , m_chart(new TrafficChart(measure, this))
    , m_words(new MutedLabel({}, this))
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    // Of two lines, so that nothing moves when the words change.
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 12, 8);
    layout->setSpacing(2);
    layout->addWidget(new TitleLabel(title, card));
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_words);
    connect(m_chart, &TrafficChart::stepTold, this, &ChartCard::tell);
    tell({});
}

void ChartCard::setSteps(const QList<TrafficStep> &steps, TrafficSpan span)
{
    m_chart->setSteps(steps, span);
}

QString ChartCard::words() const
{
    return m_words->text();
}

void ChartCard::tell(const QString &step)
{
    m_words->setText(step.isEmpty() ? m_chart->summary() : step);
}

} // namespace lanyard::ui
