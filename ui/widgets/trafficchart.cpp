// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trafficchart.h"

#include "chartscale.h"
#include "format.h"
#include "theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QKeyEvent>
#include <QLegend>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace lanyard::ui {

namespace {

constexpr double strokeWidth = 2;
constexpr int linesAtLeast = 8; // of text, in height
constexpr int besideLabel = 4;  // what Qt leaves free there

void setMarks(QCategoryAxis &axis, const QList<ScaleMark> &marks, double min, double max)
{
    const QStringList before = axis.categoriesLabels();
    for (const QString &label : before)
        axis.remove(label);
    axis.setStartValue(min);
    axis.setRange(min, max);
    for (const ScaleMark &mark : marks)
        axis.append(mark.text, mark.position);
}

QString spanText(TrafficSpan span)
{
    switch (span) {
    case TrafficSpan::Hour:
        return TrafficChart::tr("In the last hour");
    case TrafficSpan::Day:
        return TrafficChart::tr("In the last 24 hours");
    case TrafficSpan::Month:
        return TrafficChart::tr("In the last 30 days");
    }
    return {};
}

} // namespace

TrafficChart::TrafficChart(Measure measure, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_measure(measure)
    , m_first(addLine(measure == Measure::Bytes ? tr("Served to clients") : tr("Requests"),
                      Qt::SolidLine))
    , m_second(addLine(measure == Measure::Bytes ? tr("Fetched from upstream") : tr("Hits"),
                       Qt::DashLine))
    , m_times(new QCategoryAxis(chart()))
    , m_values(new QCategoryAxis(chart()))
    , m_marker(new QGraphicsLineItem(chart()))
{
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    chart()->legend()->setFont(font());
    chart()->legend()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->layout()->setContentsMargins(0, 0, 0, 0);
    addAxes();
    m_marker->setZValue(1);
    m_marker->hide();

    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    // The card shows through.
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(fontMetrics().height() * linesAtLeast);
    setAccessibleName(measure == Measure::Bytes ? tr("Chart of the bytes served and fetched")
                                                : tr("Chart of the requests and hits"));
    applyColours();
    draw();
}

QLineSeries *TrafficChart::addLine(const QString &name, Qt::PenStyle style)
{
    auto *line = new QLineSeries(chart());
    line->setName(name);
    QPen pen;
    pen.setWidthF(strokeWidth);
    pen.setStyle(style);
    line->setPen(pen);
    chart()->addSeries(line);
    return line;
}

void TrafficChart::addAxes()
{
    for (QCategoryAxis *axis : {m_times, m_values}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(font());
        axis->setTruncateLabels(false);
    }
    m_times->setGridLineVisible(false);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (QLineSeries *line : {m_first, m_second}) {
        line->attachAxis(m_times);
        line->attachAxis(m_values);
    }
}

void TrafficChart::applyColours()
{
    const auto colour = [](QLineSeries &line, const QColor &to) {
        QPen pen = line.pen();
        pen.setColor(to);
        line.setPen(pen);
    };
    colour(*m_first, servedColour(palette()));
    colour(*m_second, fetchedColour(palette()));
    const QColor muted = mutedColour(palette());
    const QColor outline = outlineColour(palette());
    for (QCategoryAxis *axis : {m_times, m_values}) {
        axis->setLabelsColor(muted);
        axis->setLinePenColor(outline);
        axis->setGridLineColor(outline);
    }
    chart()->legend()->setLabelColor(palette().color(QPalette::Text));
    m_marker->setPen(QPen(muted, 1, Qt::DotLine));
}

void TrafficChart::setSteps(const QList<TrafficStep> &steps, TrafficSpan span)
{
    if (steps == m_steps && span == m_span)
        return;
    const bool isElsewhere = span != m_span || steps.size() != m_steps.size();
    m_steps = steps;
    m_span = span;
    draw();
    tell(isElsewhere ? -1 : m_told);
}

void TrafficChart::draw()
{
    QList<QPointF> first;
    QList<QPointF> second;
    std::uint64_t max = 0;
    for (const TrafficStep &step : std::as_const(m_steps)) {
        const std::uint64_t a = firstValue(step.counts);
        const std::uint64_t b = secondValue(step.counts);
        const auto x = static_cast<double>(step.beginMs);
        first.append({x, static_cast<double>(a)});
        second.append({x, static_cast<double>(b)});
        max = std::max({max, a, b});
    }
    m_first->replace(first);
    m_second->replace(second);
    const QList<ScaleMark> values = m_measure == Measure::Bytes ? byteMarks(max) : countMarks(max);
    setMarks(*m_values, values, 0, values.constLast().position);
    if (!m_steps.isEmpty())
        drawTimes(first.constFirst().x(), first.constLast().x());
    setAccessibleDescription(summary());
}

/// Half of the last time may stand beyond the end of its axis.
void TrafficChart::drawTimes(double from, double to)
{
    const QList<ScaleMark> times = timeMarks(m_steps, m_span, QTimeZone::systemTimeZone());
    setMarks(*m_times, times, from, to);
    const int beyond =
        times.isEmpty()
            ? 0
            : QFontMetrics(m_times->labelsFont()).horizontalAdvance(times.constLast().text) / 2 +
                  besideLabel;
    chart()->setMargins({0, 0, beyond, 0});
}

/// Else it would be as large as it was, and not become smaller again.
QSize TrafficChart::sizeHint() const
{
    return minimumSizeHint().expandedTo(minimumSize());
}

QString TrafficChart::summary() const
{
    const TrafficCounts sum = sumOf(m_steps);
    const std::uint64_t total = firstValue(sum);
    if (total == 0 && secondValue(sum) == 0)
        return tr("%1 nothing was asked for.").arg(spanText(m_span));
    QString text = (m_measure == Measure::Bytes ? tr("%1 %2 were served and %3 fetched.")
                                                : tr("%1: requests %2 · hits %3."))
                       .arg(spanText(m_span), valueText(total), valueText(secondValue(sum)));
    if (total == 0)
        return text;
    const auto most = std::ranges::max_element(
        m_steps, {}, [this](const TrafficStep &step) { return firstValue(step.counts); });
    return text + u' ' +
           tr("Most of it at %1: %2.")
               .arg(stepName(*most, m_span, QTimeZone::systemTimeZone()),
                    valueText(firstValue(most->counts)));
}

std::uint64_t TrafficChart::firstValue(const TrafficCounts &counts) const
{
    return m_measure == Measure::Bytes ? counts.bytesServed : counts.requests;
}

std::uint64_t TrafficChart::secondValue(const TrafficCounts &counts) const
{
    return m_measure == Measure::Bytes ? counts.bytesFetched : counts.hits;
}

QString TrafficChart::valueText(std::uint64_t value) const
{
    return m_measure == Measure::Bytes ? formatBytes(static_cast<std::int64_t>(value))
                                       : formatCount(value);
}

QString TrafficChart::textOf(qsizetype step) const
{
    const TrafficCounts &counts = m_steps.at(step).counts;
    return (m_measure == Measure::Bytes ? tr("%1: %2 served, %3 fetched")
                                        : tr("%1: %2 requests, %3 hits"))
        .arg(stepName(m_steps.at(step), m_span, QTimeZone::systemTimeZone()),
             valueText(firstValue(counts)), valueText(secondValue(counts)));
}

void TrafficChart::tell(qsizetype step)
{
    m_told = step;
    placeMarker();
    Q_EMIT stepTold(step < 0 ? QString() : textOf(step));
}

void TrafficChart::placeMarker()
{
    m_marker->setVisible(m_told >= 0);
    if (m_told < 0)
        return;
    const double x =
        chart()->mapToPosition({static_cast<double>(m_steps.at(m_told).beginMs), 0}, m_first).x();
    const QRectF area = chart()->plotArea();
    m_marker->setLine(x, area.top(), x, area.bottom());
}

void TrafficChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_steps.size() < 2)
        return;
    const QRectF area = chart()->plotArea();
    const double x = chart()->mapFromScene(mapToScene(event->position().toPoint())).x();
    const double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    tell(static_cast<qsizetype>(std::llround(share * static_cast<double>(m_steps.size() - 1))));
}

void TrafficChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    tell(-1);
}

void TrafficChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_steps.size() - 1;
    const qsizetype from = m_told < 0 ? last + 1 : m_told;
    qsizetype to = -1;
    if (event->key() == Qt::Key_Left)
        to = from - 1;
    else if (event->key() == Qt::Key_Right)
        to = from + 1;
    else if (event->key() == Qt::Key_Home)
        to = 0;
    else if (event->key() == Qt::Key_End)
        to = last;
    else
        return QChartView::keyPressEvent(event);
    if (last >= 0)
        tell(std::clamp<qsizetype>(to, 0, last));
}

void TrafficChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    tell(-1);
}

void TrafficChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(viewport());
    option.backgroundColor = palette().color(QPalette::Base);
    QPainter painter(viewport());
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

void TrafficChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeMarker();
}

void TrafficChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace lanyard::ui
