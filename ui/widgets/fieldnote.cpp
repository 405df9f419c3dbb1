// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fieldnote.h"

#include "symbols.h"
#include "theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace lanyard::ui {

namespace {

constexpr int gap = 6;

} // namespace

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QLabel(parent)
    , m_field(field)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setWordWrap(true);
    hide();
}

void FieldNote::say(Kind kind, const QString &text)
{
    m_kind = text.isEmpty() ? Kind::Hint : kind;
    adapt();
    setText(text);
    const QString names[] = {QString(), tr("Warning"), tr("Error")};
    const QString &name = names[static_cast<int>(m_kind)];
    setAccessibleName(name.isEmpty() ? text : name + QStringLiteral(": ") + text);
    m_field->setAccessibleDescription(text);
    setVisible(!text.isEmpty());
}

int FieldNote::iconSide() const
{
    return style()->pixelMetric(QStyle::PM_SmallIconSize);
}

/// The sign has the room before the text.
void FieldNote::adapt()
{
    const int room = m_kind == Kind::Hint ? 0 : iconSide() + gap;
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(isRightToLeft ? 0 : room, 0, isRightToLeft ? room : 0, 0);
    QPalette own;
    if (m_kind == Kind::Hint)
        own.setColor(QPalette::WindowText, mutedColour(QApplication::palette()));
    setPalette(own);
}

void FieldNote::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        adapt();
}

void FieldNote::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (m_kind == Kind::Hint)
        return;
    const QPalette usual = QApplication::palette();
    const bool isError = m_kind == Kind::Problem;
    const QIcon icon = symbolIcon(isError ? Symbol::Error : Symbol::Warning,
                                  isError ? errorColour(usual) : warningColour(usual));
    const int side = iconSide();
    const QRect wanted(0, 0, side, side);
    QPainter painter(this);
    icon.paint(&painter, QStyle::visualRect(layoutDirection(), rect(), wanted));
}

} // namespace lanyard::ui
