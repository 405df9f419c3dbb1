// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestdetails.h"

#include "theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextTable>

namespace lanyard::ui {

RequestDetails::RequestDetails(QWidget *parent)
    : QTextEdit(parent)
{
    setAccessibleName(tr("Details of the request"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(fontMetrics().height() / 2.0);
    showNothing();
}

void RequestDetails::show(const QList<FactGroup> &groups)
{
    m_groups = groups;
    m_more.clear();
    rebuild();
    verticalScrollBar()->setValue(0);
}

void RequestDetails::setMore(const FactGroup &group)
{
    m_more = {group};
    const int seen = verticalScrollBar()->value();
    rebuild();
    verticalScrollBar()->setValue(seen);
}

void RequestDetails::showNothing()
{
    show({});
}

QString RequestDetails::text() const
{
    return factsText(m_groups + m_more);
}

void RequestDetails::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

void RequestDetails::rebuild()
{
    clear();
    if (m_groups.isEmpty()) {
        QTextCharFormat muted;
        muted.setForeground(mutedColour(palette()));
        textCursor().insertText(tr("Choose a request to see what is known of it."), muted);
        return;
    }
    for (const FactGroup &group : m_groups + m_more)
        append(group);
    moveCursor(QTextCursor::Start);
}

void RequestDetails::append(const FactGroup &group)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat plain;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    QTextCharFormat muted;
    muted.setForeground(mutedColour(palette()));
    QTextBlockFormat heading;
    if (!document()->isEmpty())
        heading.setTopMargin(fontMetrics().height() / 2.0);
    if (document()->isEmpty())
        cursor.setBlockFormat(heading);
    else
        cursor.insertBlock(heading);
    cursor.insertText(group.title, strong);

    if (!group.facts.isEmpty()) {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        // As wide as the longest name usually is; the values have the rest.
        const double name = fontMetrics().averageCharWidth() * 24.0;
        format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, name),
                                          QTextLength(QTextLength::VariableLength, 0)});
        QTextTable *table = cursor.insertTable(static_cast<int>(group.facts.size()), 2, format);
        for (int row = 0; row < table->rows(); ++row) {
            const auto &[what, value] = group.facts.at(row);
            table->cellAt(row, 0).firstCursorPosition().insertText(what, muted);
            table->cellAt(row, 1).firstCursorPosition().insertText(value, plain);
        }
        cursor.movePosition(QTextCursor::End);
    }
    if (group.note.isEmpty())
        return;
    if (group.facts.isEmpty())
        cursor.insertBlock(QTextBlockFormat());
    cursor.insertText(group.note, muted);
}

} // namespace lanyard::ui
