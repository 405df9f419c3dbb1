// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupfooter.h"

#include "format.h"
#include "setup/setuptext.h"
#include "symbols.h"
#include "widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

Kind kindOf(const SetUpOutcome &outcome)
{
    if (!outcome.isDone())
        return Kind::Problem;
    return outcome.unproved.isEmpty() ? Kind::Hint : Kind::Warning;
}

} // namespace

SetUpFooter::SetUpFooter(QWidget *parent)
    : QWidget(parent)
    , m_status(new FieldNote(this, this))
    , m_apply(new QPushButton(symbolIcon(Symbol::Check), tr("&Apply"), this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
    , m_setUp(new QPushButton(symbolIcon(Symbol::Computer), tr("Set &up"), this))
{
    m_status->setObjectName(QStringLiteral("status"));
    m_setUp->setObjectName(QStringLiteral("setUp"));
    m_apply->setObjectName(QStringLiteral("applyAll"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    connect(m_setUp, &QPushButton::clicked, this, &SetUpFooter::setUpRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SetUpFooter::cancelRequested);
    connect(m_apply, &QPushButton::clicked, this, &SetUpFooter::applyRequested);
    // Where one button was, another one does no harm: who clicks twice cancels.
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_status, 1);
    layout->addStretch(0);
    layout->addWidget(m_apply);
    layout->addWidget(m_cancel);
    layout->addWidget(m_setUp);
}

void SetUpFooter::showProgress(const SetUpProgress &progress)
{
    const bool canGoOn = !progress.isWorking && !progress.isLooking && !progress.chosen.isEmpty();
    const bool hadFocus = m_cancel->hasFocus();
    m_setUp->setVisible(!progress.isReviewing);
    m_setUp->setEnabled(canGoOn);
    m_cancel->setVisible(progress.isReviewing);
    m_apply->setVisible(progress.isReviewing);
    m_apply->setEnabled(canGoOn);
    if (hadFocus && !progress.isReviewing)
        m_setUp->setFocus();
    say(progress);
}

void SetUpFooter::focusCancel()
{
    m_cancel->setFocus();
}

void SetUpFooter::say(const SetUpProgress &progress)
{
    if (progress.isWorking) {
        m_status->say(Kind::Hint, tr("Working; what is done is shown at each client."));
    } else if (progress.outcome) {
        const QString title = outcomeTitle(*progress.outcome);
        const QString detail = outcomeText(*progress.outcome);
        m_status->say(kindOf(*progress.outcome),
                      detail.isEmpty() ? title : tr("%1: %2").arg(title, detail));
    } else if (progress.isLooking) {
        m_status->say(Kind::Hint, tr("Looking for clients…"));
    } else if (!progress.trouble.isEmpty()) {
        m_status->say(Kind::Problem, progress.trouble);
    } else {
        sayNext(progress);
    }
}

/// What is to be done next.
void SetUpFooter::sayNext(const SetUpProgress &progress)
{
    switch (progress.lack) {
    case CachePanel::Lack::Answer:
        m_status->say(Kind::Hint, tr("Choose a cache that answers, above."));
        return;
    case CachePanel::Lack::Upstream:
        m_status->say(Kind::Hint, tr("Choose a cache that mirrors a registry, above."));
        return;
    case CachePanel::Lack::Registry:
        m_status->say(Kind::Hint, tr("Choose a registry, above."));
        return;
    case CachePanel::Lack::Nothing:
        break;
    }
    if (progress.isReviewing)
        m_status->say(Kind::Hint, tr("Apply makes the changes that are shown above, and tests "
                                     "each client."));
    else if (!progress.chosen.isEmpty())
        m_status->say(Kind::Hint, tr("To be set up: %1. Nothing is changed before you have seen "
                                     "it.")
                                      .arg(QLocale().createSeparatedList(progress.chosen)));
    else
        m_status->say(Kind::Hint,
                      progress.hasClients ? tr("Nothing is chosen to be set up.") : QString());
}

} // namespace lanyard::ui
