// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/planview.h"

#include "format.h"
#include "messagetext.h"
#include "setup/setuptext.h"
#include "setup/snippetblock.h"
#include "symbols.h"
#include "theme.h"
#include "widgets/copyline.h"
#include "widgets/diffview.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/sign.h"
#include "widgets/titlelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lanyard::ui {

PlanView::PlanView(const ClientPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    for (const EditRefusal &refusal : plan.refusals)
        addRefusal(refusal);
    for (const FileEdit &edit : plan.edits)
        addEdit(edit);
    for (const PlannedCommand &command : plan.commands)
        addCommand(command);
    for (const Snippet &snippet : plan.snippets)
        m_layout->addWidget(new SnippetBlock(snippet, this));
    for (const Message &note : plan.notes)
        addNote(note);
}

void PlanView::addEdit(const FileEdit &edit)
{
    auto *title = new TitleLabel(editTitle(edit), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(title);
    if (!edit.reason.isEmpty()) {
        auto *reason = new MutedLabel(told(edit.reason), this);
        reason->setWordWrap(true);
        m_layout->addWidget(reason);
    }
    auto *diff = new DiffView(tr("Changes of %1").arg(printable(edit.path.toUtf8())), this);
    diff->setDiff(edit.diff);
    m_layout->addWidget(diff);
}

void PlanView::addCommand(const PlannedCommand &command)
{
    auto *title = new TitleLabel(command.isPrivileged ? tr("Then this is run, as administrator")
                                                      : tr("Then this is run"),
                                 this);
    auto *line = new CopyLine(this);
    line->setText(printable(command.line.toUtf8()));
    auto *interrupts = new MutedLabel(commandText(command), this);
    interrupts->setWordWrap(true);
    m_layout->addWidget(title);
    m_layout->addWidget(line);
    m_layout->addWidget(interrupts);
}

void PlanView::addRefusal(const EditRefusal &refusal)
{
    auto *reason = new MessageLine(this);
    reason->tell({.severity = Notice::Severity::Warning,
                  .text = tr("%1 is not edited: %2")
                              .arg(printable(refusal.path.toUtf8()), told(refusal.reason))});
    m_layout->addWidget(reason);
    if (!refusal.snippet.text.isEmpty())
        m_layout->addWidget(new SnippetBlock(refusal.snippet, this));
}

void PlanView::addNote(const Message &note)
{
    auto *text = new MutedLabel(told(note), this);
    text->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(makeSign(symbolIcon(Symbol::Info, mutedColour(palette())), tr("Note"), this), 0,
                    Qt::AlignTop);
    line->addWidget(text, 1);
    m_layout->addLayout(line);
}

} // namespace lanyard::ui
