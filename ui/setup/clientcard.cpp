// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/clientcard.h"

#include "format.h"
#include "messagetext.h"
#include "setup/planview.h"
#include "setup/setuptext.h"
#include "setup/workview.h"
#include "symbols.h"
#include "theme.h"
#include "widgets/codeview.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"
#include "widgets/titlelabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

QVBoxLayout *makeColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

/// Later: a change of the palette of the program goes through all widgets.
void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ClientCard::ClientCard(const ClientView &client, QWidget *parent)
    : Card(parent)
    , m_client(client)
    , m_choice(new QCheckBox(this))
    , m_name(new TitleLabel({}, this))
    , m_version(new MutedLabel({}, this))
    , m_useSign(new QLabel(this))
    , m_use(new QLabel(this))
    , m_obstacles(new QWidget(this))
    , m_summary(new MutedLabel({}, this))
    , m_showChanges(new QPushButton(this))
    , m_test(new QPushButton(symbolIcon(Symbol::Test), tr("Test"), this))
    , m_undo(new QPushButton(symbolIcon(Symbol::Undo), tr("Undo"), this))
    , m_changes(new QWidget(this))
    , m_apply(new QPushButton(symbolIcon(Symbol::Check), tr("Apply"), this))
    , m_work(new WorkView(this))
{
    setObjectName(client.id());
    m_choice->setObjectName(QStringLiteral("choice"));
    m_showChanges->setObjectName(QStringLiteral("showChanges"));
    m_apply->setObjectName(QStringLiteral("apply"));
    m_test->setObjectName(QStringLiteral("test"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_use->setObjectName(QStringLiteral("use"));
    m_summary->setObjectName(QStringLiteral("summary"));
    m_use->setTextFormat(Qt::PlainText);
    m_name->setTextFormat(Qt::PlainText);
    m_use->setWordWrap(true);
    m_summary->setWordWrap(true);
    makeColumn(m_obstacles);
    makeColumn(m_changes);
    setChangesShown(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    layout->addLayout(makeHead());
    layout->addWidget(m_obstacles);
    layout->addLayout(makeButtons());
    layout->addWidget(m_changes);
    auto *applyLine = new QHBoxLayout;
    applyLine->addStretch(1);
    applyLine->addWidget(m_apply);
    layout->addLayout(applyLine);
    layout->addWidget(m_work);
    refresh();
}

QLayout *ClientCard::makeHead()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_choice->setFont(bold);
    connect(m_choice, &QCheckBox::clicked, this, [this](bool isWanted) {
        m_wish = isWanted;
        Q_EMIT choiceMade();
        Q_EMIT chosenChanged();
    });
    auto *name = new QHBoxLayout;
    name->setSpacing(8);
    name->addWidget(m_choice);
    name->addWidget(m_name);
    name->addWidget(m_version, 1);
    auto *use = new QHBoxLayout;
    use->setSpacing(6);
    use->addWidget(m_useSign, 0, Qt::AlignTop);
    use->addWidget(m_use, 1);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addLayout(name);
    head->addLayout(use);
    return head;
}

QLayout *ClientCard::makeButtons()
{
    connect(m_showChanges, &QPushButton::clicked, this,
            [this] { setChangesShown(!areChangesShown()); });
    connect(m_apply, &QPushButton::clicked, this, &ClientCard::applyRequested);
    connect(m_test, &QPushButton::clicked, this, &ClientCard::testRequested);
    connect(m_undo, &QPushButton::clicked, this, &ClientCard::undoRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_summary, 1);
    buttons->addWidget(m_showChanges);
    buttons->addWidget(m_test);
    buttons->addWidget(m_undo);
    return buttons;
}

void ClientCard::setClient(const ClientView &client, bool isWorking)
{
    if (client == m_client && isWorking == m_isWorking)
        return;
    const bool isOtherPlan = client.plan != m_client.plan;
    const bool isOtherObstacle = client.installation.obstacles != m_client.installation.obstacles;
    m_client = client;
    m_isWorking = isWorking;
    showState();
    if (isOtherObstacle)
        showObstacles();
    if (isOtherPlan)
        showPlan();
    showButtons();
    m_work->setClient(m_client);
}

void ClientCard::refresh()
{
    showState();
    showObstacles();
    showPlan();
    showButtons();
    m_work->setClient(m_client);
}

void ClientCard::showState()
{
    const ClientInstallation &client = m_client.installation;
    const QString name = told(client.name);
    m_choice->setText(QString(name).replace(u'&', QStringLiteral("&&")));
    m_name->setText(name);
    m_choice->setAccessibleName(tr("Set up %1").arg(name));
    m_version->setText(printable(client.version.toUtf8()));
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const QString work = workText(m_client.work);
    const QIcon icon = work.isEmpty()
                           ? symbolIcon(useSymbol(m_client), useColour(m_client, palette()))
                           : symbolIcon(Symbol::Start, mutedColour(palette()));
    m_useSign->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    m_use->setText(work.isEmpty() ? useText(m_client) : work);
    const QString summary = planSummary(m_client);
    m_summary->setText(summary);
    m_showChanges->setAccessibleName(tr("Show the changes: %1").arg(name));
    m_apply->setAccessibleName(tr("Apply: %1").arg(name));
    m_test->setAccessibleName(tr("Test: %1").arg(name));
    m_undo->setAccessibleName(tr("Undo: %1").arg(name));
    setAccessibleName(name);
}

void ClientCard::showObstacles()
{
    clear(m_obstacles->layout());
    for (const Obstacle &obstacle : m_client.installation.obstacles) {
        auto *line = new MessageLine(m_obstacles);
        line->tell(
            {.severity = obstacle.isFatal ? Notice::Severity::Error : Notice::Severity::Warning,
             .text = told(obstacle.detail)});
        m_obstacles->layout()->addWidget(line);
    }
    m_obstacles->setVisible(!m_client.installation.obstacles.isEmpty());
}

void ClientCard::showPlan()
{
    clear(m_changes->layout());
    if (m_client.plan)
        m_changes->layout()->addWidget(new PlanView(*m_client.plan, m_changes));
    tabAsItIsRead(*this);
    choose();
}

void ClientCard::showButtons()
{
    const bool hasPlan =
        m_client.plan && (!m_client.plan->isDone() || !m_client.plan->notes.isEmpty() ||
                          !m_client.plan->snippets.isEmpty());
    m_showChanges->setVisible(hasPlan);
    if (!hasPlan)
        setChangesShown(false);
    m_choice->setVisible(m_client.canBeApplied());
    m_name->setVisible(!m_client.canBeApplied());
    m_apply->setVisible(areChangesShown() && m_client.canBeApplied());
    m_apply->setEnabled(!m_isWorking);
    m_test->setVisible(m_client.canBeTested());
    m_test->setEnabled(!m_isWorking);
    m_undo->setVisible(m_client.applied.has_value());
    m_undo->setEnabled(!m_isWorking);
}

/// What can be done is chosen, unless a person does not want it. That stays so while there is no
/// plan.
void ClientCard::choose()
{
    const bool wasChosen = m_choice->isChecked();
    m_choice->setChecked(m_client.canBeApplied() && m_wish.value_or(true));
    if (m_choice->isChecked() != wasChosen)
        Q_EMIT chosenChanged();
}

bool ClientCard::isChosen() const
{
    return m_client.canBeApplied() && m_choice->isChecked();
}

void ClientCard::setChangesShown(bool areShown)
{
    m_changes->setVisible(areShown);
    m_showChanges->setText(areShown ? tr("Hide changes") : tr("Show changes"));
    m_apply->setVisible(areShown && m_client.canBeApplied());
}

bool ClientCard::areChangesShown() const
{
    return !m_changes->isHidden();
}

bool ClientCard::focusChanges()
{
    const QList<CodeView *> texts = m_changes->findChildren<CodeView *>();
    const auto first = std::find_if(texts.cbegin(), texts.cend(),
                                    [](const CodeView *text) { return text->isVisible(); });
    if (first == texts.cend())
        return false;
    (*first)->setFocus();
    return true;
}

void ClientCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace lanyard::ui
