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

QString testText(FirstSteps::SetUp setUp)
{
    switch (setUp) {
    case FirstSteps::SetUp::ByHand:
        return FirstSteps::tr("Pull an image through it, and see it arrive here.");
    case FirstSteps::SetUp::Offered:
    case FirstSteps::SetUp::Done:
        return FirstSteps::tr("Each client pulls a tiny image through it, and you see it arrive.");
    case FirstSteps::SetUp::Tested:
        return FirstSteps::tr("Done: the test pull arrived. Now pull an image, and it is kept.");
    }
    return {};
}

} // namespace

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent)
    , m_startNumber(makeNumber(1, this))
    , m_setUpNumber(makeNumber(2, this))
    , m_testNumber(makeNumber(3, this))
    , m_start(new QPushButton(tr("&Start the cache"), this))
    , m_started(new MutedLabel({}, this))
    , m_mirrorText(new MutedLabel({}, this))
    , m_mirror(new CopyLine(this))
    , m_setUp(new QPushButton(tr("Set &up this computer…"), this))
    , m_testText(new MutedLabel({}, this))
    , m_pull(new CopyLine(this))
    , m_test(new QPushButton(tr("&Test this computer"), this))
{
    m_testNumber->setObjectName(QStringLiteral("testNumber"));
    m_setUp->setObjectName(QStringLiteral("firstSetUp"));
    m_test->setObjectName(QStringLiteral("firstTest"));
    connect(m_start, &QPushButton::clicked, this, &FirstSteps::startRequested);
    connect(m_setUp, &QPushButton::clicked, this, &FirstSteps::setUpRequested);
    connect(m_test, &QPushButton::clicked, this, &FirstSteps::testRequested);
    for (MutedLabel *text : {m_started, m_mirrorText, m_testText})
        text->setWordWrap(true);

    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(24);
    steps->addWidget(makeStep(m_startNumber, tr("Start"), {m_started, m_start}), 2);
    steps->addWidget(
        makeStep(m_setUpNumber, tr("Set up this computer"), {m_mirrorText, m_mirror, m_setUp}), 3);
    steps->addWidget(makeStep(m_testNumber, tr("Test"), {m_testText, m_pull, m_test}), 3);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(new TitleLabel(tr("Three steps to the first pull"), card));
    layout->addLayout(steps);
    refresh();
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
    m_state = state;
    m_address = address;
    refresh();
}

void FirstSteps::setSetUp(SetUp setUp)
{
    m_how = setUp;
    refresh();
}

void FirstSteps::refresh()
{
    const bool isRunning = m_state == EngineState::Running;
    showNumber(*m_startNumber, 1, isRunning);
    m_start->setVisible(!isRunning);
    m_start->setEnabled(m_state == EngineState::Stopped);
    m_started->setText(isRunning ? tr("Done: it serves at %1.").arg(m_address.preferred())
                                 : tr("It serves this computer and the machines of your network."));
    if (isRunning) {
        m_mirror->setText(dockerMirror(m_address));
        m_pull->setText(examplePull(m_address));
    }
    const bool isByHand = m_how == SetUp::ByHand;
    const bool isTested = m_how == SetUp::Tested;
    const bool isSetUp = isTested || m_how == SetUp::Done;
    showNumber(*m_setUpNumber, 2, isSetUp);
    m_mirrorText->setText(
        isByHand ? tr("Let Docker pull through it: put this into /etc/docker/daemon.json and "
                      "restart it.")
                 : tr("Docker, Podman, Earthly and others: you see what would change, and it is "
                      "done when you agree."));
    m_mirror->setVisible(isByHand && isRunning);
    m_setUp->setVisible(!isByHand);
    m_setUp->setEnabled(isRunning);
    showNumber(*m_testNumber, 3, isTested);
    m_testText->setText(testText(m_how));
    m_pull->setVisible(isByHand && isRunning);
    m_test->setVisible(!isByHand);
    m_test->setEnabled(isSetUp && isRunning);
}

void FirstSteps::showNumber(QLabel &label, int number, bool isDone)
{
    if (isDone) {
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
        label.setPixmap(symbolIcon(Symbol::Check).pixmap(QSize(side, side), devicePixelRatioF()));
    } else {
        label.setText(QLocale().toString(number));
    }
    label.setAccessibleName(isDone ? tr("Done") : QString());
}

} // namespace lanyard::ui
