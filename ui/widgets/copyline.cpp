// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/copyline.h"

#include "theme.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace lanyard::ui {

CopyLine::CopyLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // A long line is cut off in a narrow window; it is copied whole.
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * 16);
    auto *copy = new QToolButton(this);
    copy->setText(tr("Copy"));
    copy->setToolTip(tr("Copy to the clipboard"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 4, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(copy);
}

void CopyLine::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(text.toHtmlEscaped());
}

QString CopyLine::text() const
{
    return m_text->text();
}

void CopyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outlineColour(palette()));
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace lanyard::ui
