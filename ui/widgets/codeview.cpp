// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr int linesMax = 24;
constexpr int charactersMin = 20;
constexpr int slack = 4; ///< the last line is counted only when all of it is seen

} // namespace

CodeView::CodeView(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setAccessibleName(name);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont sized = fixed;
    sized.setPointSizeF(font().pointSizeF());
    setFont(sized);
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this](int from, int to) {
        if ((to > from) == m_isWide)
            return;
        m_isWide = !m_isWide;
        updateGeometry();
    });
}

void CodeView::setCode(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    setVerticalScrollBarPolicy(blockCount() > linesMax ? Qt::ScrollBarAsNeeded
                                                       : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

int CodeView::wantedHeight() const
{
    const int lines = std::clamp(blockCount(), 1, linesMax);
    const int margins =
        static_cast<int>(2 * document()->documentMargin()) + 2 * frameWidth() + slack;
    // The bar below must not hide the last line.
    const int bar = m_isWide ? horizontalScrollBar()->sizeHint().height() : 0;
    return lines * fontMetrics().lineSpacing() + margins + bar;
}

QSize CodeView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, wantedHeight()};
}

QSize CodeView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * charactersMin, wantedHeight()};
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

/// What has nothing to scroll, or is passed by, leaves the wheel to the page.
void CodeView::wheelEvent(QWheelEvent *event)
{
    const bool isSideways = event->angleDelta().y() == 0;
    if (hasFocus() || isSideways)
        QPlainTextEdit::wheelEvent(event);
    else
        event->ignore();
}

} // namespace lanyard::ui
