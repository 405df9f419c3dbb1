// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "historybars.h"

#include <QWidget>

namespace lanyard::ui {

/// Requests and saved pulls by the hour or day, as two bars side by side, and what was left of the
/// budget as a line above them. The sentence beside it says what they come to; a tooltip, or the
/// arrow keys, say what one is.
class HistoryChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryChart)

public:
    explicit HistoryChart(QWidget *parent = nullptr);

    void setBars(const QList<HistoryBar> &bars, HistorySpan span);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The bar that the keys have reached, in words.
    void barChosen(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF slot(qsizetype index) const;
    void paintBar(QPainter &painter, qsizetype index, double most) const;
    void paintBudget(QPainter &painter) const;
    void choose(qsizetype index);

    QList<HistoryBar> m_bars;
    HistorySpan m_span = HistorySpan::Day;
    qsizetype m_chosen = -1;
};

} // namespace lanyard::ui
