// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageline.h"

#include "format.h"
#include "symbols.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace lanyard::ui {

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(6);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    hide();
}

void MessageLine::tell(const Notice &notice)
{
    const bool isError = notice.severity == Notice::Severity::Error;
    const QColor colour = isError ? errorColour(palette()) : warningColour(palette());
    m_icon->setPixmap(symbolIcon(isError ? Symbol::Error : Symbol::Warning, colour)
                          .pixmap(fontMetrics().height()));
    m_icon->setAccessibleName(isError ? tr("Error") : tr("Warning"));
    // It may have the words of a registry.
    m_text->setText(printable(notice.text.toUtf8()));
    setVisible(true);
}

void MessageLine::clear()
{
    m_text->clear();
    hide();
}

QString MessageLine::text() const
{
    return m_text->text();
}

} // namespace lanyard::ui
