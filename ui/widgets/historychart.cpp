// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/historychart.h"

#include "theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace lanyard::ui {

HistoryChart::HistoryChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Requests and saved pulls over time"));
}

void HistoryChart::setBars(const QList<HistoryBar> &bars, HistorySpan span)
{
    if (span != m_span)
        m_chosen = -1;
    m_bars = bars;
    m_span = span;
    update();
}

QSize HistoryChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 5};
}

QSize HistoryChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, fontMetrics().height() * 5};
}

QRectF HistoryChart::slot(qsizetype index) const
{
    const double width = static_cast<double>(this->width()) / static_cast<double>(m_bars.size());
    const auto place = static_cast<double>(
        layoutDirection() == Qt::RightToLeft ? m_bars.size() - 1 - index : index);
    return {place * width, 0, width, static_cast<double>(height())};
}

void HistoryChart::paintBar(QPainter &painter, qsizetype index, double most) const
{
    const HistoryBar &bar = m_bars[index];
    const QRectF place = slot(index).adjusted(1, 2, -1, -2);
    if (index == m_chosen && hasFocus())
        painter.fillRect(slot(index), outlineColour(palette()));
    const double half = place.width() / 2;
    const auto column = [&](std::uint64_t value, double left, const QColor &colour) {
        const double tall = most == 0 ? 0 : place.height() * static_cast<double>(value) / most;
        painter.fillRect(QRectF(left, place.bottom() - tall, half, tall), colour);
    };
    column(bar.requests, place.left(), resultColour(CacheResult::Miss, palette()));
    column(bar.pullsSaved, place.left() + half, resultColour(CacheResult::Hit, palette()));
}

void HistoryChart::paintBudget(QPainter &painter) const
{
    QPainterPath line;
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        if (m_bars[i].lowestShare < 0)
            continue;
        const QRectF place = slot(i).adjusted(0, 2, 0, -2);
        const QPointF point(place.center().x(),
                            place.bottom() - place.height() * qMin(m_bars[i].lowestShare, 1.0));
        if (line.elementCount() == 0)
            line.moveTo(point);
        else
            line.lineTo(point);
        painter.drawEllipse(point, 1.5, 1.5);
    }
    painter.drawPath(line);
}

void HistoryChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(outlineColour(palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (m_bars.isEmpty())
        return;
    std::uint64_t most = 0;
    for (const HistoryBar &bar : m_bars)
        most = std::max({most, bar.requests, bar.pullsSaved});
    for (qsizetype i = 0; i < m_bars.size(); ++i)
        paintBar(painter, i, static_cast<double>(most));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(warningColour(palette()), 1.5));
    paintBudget(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

bool HistoryChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (qsizetype i = 0; i < m_bars.size(); ++i) {
            if (slot(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(), historyBarText(m_bars[i], m_span), this);
        }
        return true;
    }
    return QWidget::event(event);
}

void HistoryChart::choose(qsizetype index)
{
    m_chosen = std::clamp<qsizetype>(index, 0, m_bars.size() - 1);
    update();
    Q_EMIT barChosen(historyBarText(m_bars[m_chosen], m_span));
}

void HistoryChart::keyPressEvent(QKeyEvent *event)
{
    const bool isForward =
        event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!isArrow || m_bars.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const qsizetype from = m_chosen < 0 ? m_bars.size() : m_chosen;
    choose(from + (isForward ? 1 : -1));
}

} // namespace lanyard::ui
