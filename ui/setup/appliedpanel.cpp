// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/appliedpanel.h"

#include "format.h"
#include "messagetext.h"
#include "setup/setupdesk.h"
#include "setup/setuptext.h"
#include "symbols.h"
#include "widgets/sign.h"
#include "widgets/taborder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace lanyard::ui {

AppliedPanel::AppliedPanel(QWidget *parent)
    : Card(parent)
    , m_text(new QLabel(this))
    , m_pause(new QPushButton(symbolIcon(Symbol::Pause), tr("&Pause on this computer"), this))
    , m_resume(new QPushButton(symbolIcon(Symbol::Start), tr("&Resume on this computer"), this))
    , m_lines(new QVBoxLayout)
{
    m_text->setObjectName(QStringLiteral("applied"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_resume->setObjectName(QStringLiteral("resume"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_pause->setToolTip(tr("Takes the set-up back until you resume it: away from the cache's "
                           "network, pulls are not kept waiting then"));
    m_resume->setToolTip(tr("Writes the set-up again"));
    connect(m_pause, &QPushButton::clicked, this, &AppliedPanel::pauseRequested);
    connect(m_resume, &QPushButton::clicked, this, &AppliedPanel::resumeRequested);
    m_lines->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(makeHead());
    layout->addLayout(m_lines);
    hide();
}

QLayout *AppliedPanel::makeHead()
{
    auto *head = new QHBoxLayout;
    head->addWidget(makeSign(symbolIcon(Symbol::Computer), {}, this));
    head->addWidget(m_text, 1);
    head->addWidget(m_pause);
    head->addWidget(m_resume);
    return head;
}

void AppliedPanel::showDesk(const SetUpDesk &desk)
{
    m_text->setText(appliedText(desk.board().applied()));
    m_pause->setVisible(desk.canPause());
    m_resume->setVisible(desk.canResume());
    // Until they have been looked for, nothing is known of the clients.
    const bool isKnown = !desk.board().clients().isEmpty() || !desk.isLooking();
    showLeftovers(isKnown ? desk.board().appliedElsewhere() : QList<AppliedSetUp>());
    const bool isFree = !desk.isWorking();
    for (auto *button : findChildren<QPushButton *>())
        button->setEnabled(isFree);
    setVisible(!desk.board().applied().isEmpty());
}

void AppliedPanel::showLeftovers(const QList<AppliedSetUp> &leftovers)
{
    if (leftovers == m_leftovers)
        return;
    m_leftovers = leftovers;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        // Later: it may be one of its buttons that has led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const AppliedSetUp &leftover : leftovers)
        m_lines->addWidget(makeLeftover(leftover));
    tabAsItIsRead(*this);
}

QWidget *AppliedPanel::makeLeftover(const AppliedSetUp &leftover)
{
    auto *line = new QWidget(this);
    line->setObjectName(leftover.client);
    auto *text = new QLabel(leftoverText(leftover), line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *undo = new QPushButton(symbolIcon(Symbol::Undo), tr("Undo"), line);
    undo->setObjectName(QStringLiteral("undo"));
    undo->setAccessibleName(tr("Undo: %1").arg(told(leftover.clientName)));
    connect(undo, &QPushButton::clicked, this,
            [this, id = leftover.client] { Q_EMIT undoRequested(id); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeSign(symbolIcon(Symbol::Info), {}, line), 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    layout->addWidget(undo);
    return line;
}

} // namespace lanyard::ui
