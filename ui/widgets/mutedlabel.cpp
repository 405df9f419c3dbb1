// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mutedlabel.h"

#include "theme.h"

#include <QApplication>
#include <QEvent>

namespace lanyard::ui {

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    mute();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mute();
}

/// That changes the palette, too: the second time to what it is.
void MutedLabel::mute()
{
    QPalette muted;
    muted.setColor(QPalette::WindowText, mutedColour(QApplication::palette()));
    setPalette(muted);
}

} // namespace lanyard::ui
