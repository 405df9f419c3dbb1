// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firststeps.h"

#include "pullcommand.h"
#include "symbols.h"
#include "widgets/card.h"
#include "widgets/copyline.h"
#include "widgets/mutedlabel.h"
#include "widgets/titlelabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStyle>

namespace lanyard::ui {

namespace {

QLabel *makeNumber(int number, QWidget *parent)
{
    auto *label = new TitleLabel(QLocale().toString(number), parent);
    label->setMinimumWidth(label->fontMetrics().height());
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    return label;
}

} // namespace

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent)
    , m_startNumber(makeNumber(1, this))
    , m_start(new QPushButton(tr("&Start the cache"), this))
    , m_started(new MutedLabel({}, this))
    , m_mirrorText(new MutedLabel(
          tr("Let Docker pull through it: put this into /etc/docker/daemon.json and restart it."),
          this))
    , m_mirror(new CopyLine(this))
    , m_setUp(new QPushButton(tr("Set &up this computer…"), this))
    , m_pullText(new MutedLabel(tr("Pull an image through it, and see it arrive here."), this))
    , m_pull(new CopyLine(this))
{
    connect(m_start, &QPushButton::clicked, this, &FirstSteps::startRequested);
    connect(m_setUp, &QPushButton::clicked, this, &FirstSteps::setUpRequested);
    for (MutedLabel *text : {m_started, m_mirrorText, m_pullText})
        text->setWordWrap(true);

    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(24);
    steps->addWidget(makeStep(m_startNumber, tr("Start"), {m_started, m_start}), 2);
    steps->addWidget(makeStep(makeNumber(2, this), tr("Set up this computer"),
                              {m_mirrorText, m_mirror, m_setUp}),
                     3);
    steps->addWidget(makeStep(makeNumber(3, this), tr("Test"), {m_pullText, m_pull}), 3);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(new TitleLabel(tr("Three steps to the first pull"), card));
    layout->addLayout(steps);
    setSetUpOffered(false);
    setState(EngineState::Stopped, {});
}

QWidget *FirstSteps::makeStep(QLabel *number, const QString &title, const QList<QWidget *> &content)
{
    auto *step = new QWidget(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(new TitleLabel(title, step));
    for (QWidget *widget : content) {
        const bool isButton = qobject_cast<QPushButton *>(widget) != nullptr;
        column->addWidget(widget, 0, isButton ? Qt::AlignLeading : Qt::Alignment());
    }
    column->addStretch(1);
    auto *layout = new QHBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(number, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
    return step;
}

void FirstSteps::setState(EngineState state, const ClientAddress &address)
{
    const bool isRunning = state == EngineState::Running;
    m_start->setVisible(!isRunning);
    m_start->setEnabled(state == EngineState::Stopped);
    m_started->setText(isRunning ? tr("Done: it serves at %1.").arg(address.preferred())
                                 : tr("It serves this computer and the machines of your network."));
    if (isRunning) {
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
        m_startNumber->setPixmap(
            symbolIcon(Symbol::Check).pixmap(QSize(side, side), devicePixelRatioF()));
        m_startNumber->setAccessibleName(tr("Done"));
        m_mirror->setText(dockerMirror(address));
        m_pull->setText(examplePull(address));
    } else {
        m_startNumber->setText(QLocale().toString(1));
        m_startNumber->setAccessibleName({});
    }
    m_mirror->setVisible(isRunning);
    m_pull->setVisible(isRunning);
    m_setUp->setEnabled(isRunning);
}

void FirstSteps::setSetUpOffered(bool isOffered)
{
    m_setUp->setVisible(isOffered);
}

} // namespace lanyard::ui
