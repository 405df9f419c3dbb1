// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diffview.h"

#include "format.h"
#include "theme.h"

#include <QEvent>
#include <QTextBlock>

namespace lanyard::ui {

namespace {

/// What a line is, by its first character.
QTextCharFormat formatOf(const QString &line, const QPalette &palette)
{
    QTextCharFormat format;
    if (line.startsWith(u'+')) {
        format.setForeground(addedColour(palette));
        format.setBackground(groundOf(addedColour(palette), palette));
    } else if (line.startsWith(u'-')) {
        format.setForeground(errorColour(palette));
        format.setBackground(groundOf(errorColour(palette), palette));
    } else if (line.startsWith(QLatin1String("@@")) || line.startsWith(u'\\')) {
        format.setForeground(mutedColour(palette));
    }
    format.setProperty(QTextFormat::FullWidthSelection, true);
    return format;
}

QByteArray withoutHead(const QByteArray &diff)
{
    QByteArray body = diff;
    while (body.startsWith("--- ") || body.startsWith("+++ ")) {
        const qsizetype end = body.indexOf('\n');
        body = end < 0 ? QByteArray() : body.sliced(end + 1);
    }
    if (body.endsWith('\n'))
        body.chop(1);
    return body;
}

} // namespace

void DiffView::setDiff(const QByteArray &diff)
{
    setCode(printableLines(withoutHead(diff)));
    highlight();
}

void DiffView::changeEvent(QEvent *event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
}

void DiffView::highlight()
{
    QList<QTextEdit::ExtraSelection> lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        // The ground reaches to the end of the view, the colour of letters only over what is
        // chosen.
        line.format = formatOf(block.text(), palette());
        lines += line;
        line.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        line.format.clearProperty(QTextFormat::FullWidthSelection);
        lines += line;
    }
    setExtraSelections(lines);
}

} // namespace lanyard::ui
