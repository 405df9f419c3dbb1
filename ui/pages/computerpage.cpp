// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/computerpage.h"

#include "format.h"
#include "messagetext.h"
#include "setup/appliedpanel.h"
#include "setup/cachepanel.h"
#include "setup/clientcard.h"
#include "setup/probedialog.h"
#include "setup/setupfooter.h"
#include "setup/snippetdialog.h"
#include "symbols.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"
#include "widgets/titlelabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

constexpr int columnWidthEms = 60;
constexpr int spacing = 10;

/// Where nothing else is known of what a cache mirrors.
const QString usualRegistry = QStringLiteral("docker.io");

} // namespace

ComputerPage::ComputerPage(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_desk(source)
    , m_cache(new CachePanel(engine, source, std::move(memory), this))
    , m_applied(new AppliedPanel(this))
    , m_look(new QPushButton(symbolIcon(Symbol::Refresh), tr("Loo&k again"), this))
    , m_snippets(new QPushButton(symbolIcon(Symbol::Copy), tr("&Snippets…"), this))
    , m_probe(new QPushButton(symbolIcon(Symbol::Clients), tr("Another co&mputer…"), this))
    , m_nothing(new MutedLabel({}, this))
    , m_cardsLayout(new QVBoxLayout)
    , m_column(makeCardColumn(columnWidthEms, this))
    , m_footer(new SetUpFooter(this))
{
    m_snippets->setObjectName(QStringLiteral("snippets"));
    m_probe->setObjectName(QStringLiteral("probe"));
    buildLayout();
    tabAsItIsRead(*this);
    connectParts();
    connectDesk();
    // The tray offers what can be undone, whether anybody looks or not.
    m_desk.askApplied();
    refresh();
}

void ComputerPage::buildLayout()
{
    m_nothing->setWordWrap(true);
    m_cardsLayout->setSpacing(spacing);
    m_column.rows->addWidget(m_cache);
    m_column.rows->addWidget(m_applied);
    m_column.rows->addLayout(makeClientsHead());
    m_column.rows->addWidget(m_nothing);
    m_column.rows->addLayout(m_cardsLayout);
    m_column.rows->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    layout->addWidget(m_column.area, 1);
    layout->addWidget(m_footer);
}

QLayout *ComputerPage::makeClientsHead()
{
    m_look->setToolTip(tr("Look for clients on this computer again"));
    m_snippets->setToolTip(tr("What to write on other computers"));
    m_probe->setToolTip(tr("Test a client on another computer"));
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(new TitleLabel(tr("Clients on this computer"), this), 1);
    head->addWidget(m_look);
    head->addWidget(m_snippets);
    head->addWidget(m_probe);
    return head;
}

void ComputerPage::connectParts()
{
    connect(m_cache, &CachePanel::startRequested, this, &ComputerPage::startRequested);
    connect(m_cache, &CachePanel::wishChanged, this, &ComputerPage::onWish);
    connect(m_cache, &CachePanel::wishWithdrawn, this, [this] {
        m_isReviewing = false;
        m_desk.withdraw();
    });
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_outcome.reset();
        m_cache->ask();
        m_desk.look();
    });
    connect(m_snippets, &QPushButton::clicked, this, &ComputerPage::showSnippets);
    connect(m_probe, &QPushButton::clicked, this, &ComputerPage::showProbe);
    connect(m_applied, &AppliedPanel::pauseRequested, this, [this] { m_desk.work().pause(); });
    connect(m_applied, &AppliedPanel::resumeRequested, this, [this] { m_desk.work().resume(); });
    connect(m_applied, &AppliedPanel::undoRequested, this, &ComputerPage::undo);
    connect(m_footer, &SetUpFooter::setUpRequested, this, [this] { review(true); });
    connect(m_footer, &SetUpFooter::cancelRequested, this, [this] { review(false); });
    connect(m_footer, &SetUpFooter::applyRequested, this, [this] { apply(chosen()); });
}

/// What came of the cache before says nothing of another one.
void ComputerPage::onWish(const CacheEndpoint &cache, const QStringList &registries)
{
    if (isVisible()) {
        if (cache != m_desk.cache() || registries != m_desk.registries())
            m_outcome.reset();
        m_desk.setWish(cache, registries);
    }
    refresh();
    testAllIfWanted();
}

void ComputerPage::connectDesk()
{
    const ClientBoard &board = m_desk.board();
    connect(&board, &ClientBoard::clientsChanged, this, &ComputerPage::rebuildCards);
    connect(&board, &ClientBoard::clientChanged, this, [this](const QString &id) {
        const ClientView *const client = m_desk.board().client(id);
        ClientCard *const shown = card(id);
        if (client && shown)
            shown->setClient(*client, m_desk.isWorking());
        refresh();
    });
    connect(&board, &ClientBoard::appliedChanged, this, [this] {
        const QList<AppliedSetUp> &applied = m_desk.board().applied();
        if (!applied.isEmpty())
            m_cache->suggest(applied.constFirst().cacheUrl);
        refresh();
    });
    connect(&m_desk, &SetUpDesk::stateChanged, this, [this] {
        refreshCards();
        refresh();
        testAllIfWanted();
    });
    connect(&m_desk.work(), &SetUpWork::begun, this, [this] { review(false); });
    connect(&m_desk.work(), &SetUpWork::ended, this, [this](const SetUpOutcome &outcome) {
        m_outcome = outcome;
        refresh();
    });
}

void ComputerPage::refreshCards()
{
    for (ClientCard *one : std::as_const(m_cards)) {
        if (const ClientView *const client = m_desk.board().client(one->id()))
            one->setClient(*client, m_desk.isWorking());
    }
}

void ComputerPage::rebuildCards()
{
    QList<ClientCard *> cards;
    for (const ClientView &client : m_desk.board().clients()) {
        ClientCard *known = card(client.id());
        m_cards.removeAll(known);
        if (known)
            known->setClient(client, m_desk.isWorking());
        else
            known = makeCard(client);
        cards += known;
    }
    for (ClientCard *gone : std::as_const(m_cards)) {
        gone->hide();
        gone->deleteLater();
    }
    m_cards = cards;
    for (ClientCard *one : std::as_const(m_cards)) {
        m_cardsLayout->removeWidget(one);
        m_cardsLayout->addWidget(one);
    }
    tabAsItIsRead(*this);
    refresh();
}

ClientCard *ComputerPage::makeCard(const ClientView &client)
{
    auto *made = new ClientCard(client, this);
    connect(made, &ClientCard::choiceMade, this, [this] { m_outcome.reset(); });
    connect(made, &ClientCard::chosenChanged, this, [this, made] { onChosen(*made); });
    connect(made, &ClientCard::applyRequested, this, [this, id = client.id()] { apply({id}); });
    connect(made, &ClientCard::testRequested, this, [this, id = client.id()] { test(id); });
    connect(made, &ClientCard::undoRequested, this, [this, id = client.id()] { undo(id); });
    made->setChangesShown(m_isReviewing && made->isChosen());
    return made;
}

/// What Apply would do is to be seen, also of a client that is chosen while the others are
/// reviewed.
void ComputerPage::onChosen(ClientCard &card)
{
    if (m_isReviewing)
        card.setChangesShown(card.isChosen());
    refresh();
}

ClientCard *ComputerPage::card(const QString &id) const
{
    const auto found = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                    [&id](const ClientCard *one) { return one->id() == id; });
    return found == m_cards.cend() ? nullptr : *found;
}

QStringList ComputerPage::chosen() const
{
    QStringList ids;
    for (const ClientCard *one : m_cards) {
        if (one->isChosen())
            ids += one->id();
    }
    return ids;
}

QStringList ComputerPage::chosenNames() const
{
    QStringList names;
    for (const ClientCard *one : m_cards) {
        if (one->isChosen())
            names += told(one->name());
    }
    return names;
}

void ComputerPage::review(bool isReviewing)
{
    m_outcome.reset();
    m_isReviewing = isReviewing;
    for (ClientCard *one : std::as_const(m_cards))
        one->setChangesShown(isReviewing && one->isChosen());
    refresh();
    if (isReviewing)
        showFirstChange();
}

/// The key that led here does no harm when it is pressed once more.
void ComputerPage::showFirstChange()
{
    const auto first = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                    [](ClientCard *one) { return one->focusChanges(); });
    if (first == m_cards.cend()) {
        m_footer->focusCancel();
        return;
    }
    // When the cards have the height that their changes need.
    QMetaObject::invokeMethod(
        *first,
        [this, card = *first] {
            m_column.area->widget()->layout()->activate();
            m_column.area->ensureWidgetVisible(card, 0, m_column.area->viewport()->height() / 2);
        },
        Qt::QueuedConnection);
}

void ComputerPage::apply(const QStringList &ids)
{
    if (m_desk.isWorking() || ids.isEmpty())
        return;
    m_cache->remember();
    m_desk.work().setUp(ids);
}

void ComputerPage::test(const QString &id)
{
    const ClientView *const client = m_desk.board().client(id);
    if (!client)
        return;
    const bool isPlanned = client->plan && !client->plan->registries.isEmpty();
    const QStringList registries = isPlanned ? client->plan->registries : m_desk.registries();
    m_desk.work().test({id}, m_desk.cache(), registries.value(0, usualRegistry));
}

void ComputerPage::focusCache()
{
    m_cache->focusChoice();
}

void ComputerPage::testAll()
{
    m_isTestWanted = true;
    testAllIfWanted();
}

void ComputerPage::testAllIfWanted()
{
    if (!m_isTestWanted || m_desk.isLooking() || m_desk.isWorking() || m_cache->isAsking())
        return;
    m_isTestWanted = false;
    m_desk.work().test(m_desk.testable(), m_desk.cache(),
                       m_desk.registries().value(0, usualRegistry));
}

void ComputerPage::undo(const QString &id)
{
    m_desk.work().undo(id);
}

void ComputerPage::refresh()
{
    m_cache->setEnabled(!m_desk.isWorking());
    m_applied->showDesk(m_desk);
    m_look->setEnabled(!m_desk.isWorking() && !m_desk.isLooking());
    const bool hasCache = m_cache->endpoint() && !m_cache->offered().isEmpty();
    m_snippets->setEnabled(hasCache);
    m_probe->setEnabled(hasCache);
    m_nothing->setVisible(m_cards.isEmpty());
    m_nothing->setText(m_desk.isLooking()
                           ? tr("Looking for clients…")
                           : tr("No program that pulls images was found here: Docker, Podman, "
                                "Earthly, BuildKit, containerd and others are known. Snippets "
                                "shows what to write on other computers."));
    m_footer->showProgress({.isWorking = m_desk.isWorking(),
                            .isLooking = m_desk.isLooking(),
                            .isReviewing = m_isReviewing,
                            .hasClients = !m_cards.isEmpty(),
                            .chosen = chosenNames(),
                            .lack = m_cache->lack(),
                            .trouble = m_desk.trouble(),
                            .outcome = m_outcome});
}

void ComputerPage::showSnippets()
{
    const auto cache = m_cache->endpoint();
    if (!cache)
        return;
    auto *dialog = new SnippetDialog(m_source, *cache, m_desk.registries(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ComputerPage::showProbe()
{
    const auto cache = m_cache->endpoint();
    if (!cache)
        return;
    auto *dialog = new ProbeDialog(m_source, *cache, m_cache->offered(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProbeDialog::snippetsWanted, this,
            [this, dialog, cache = *cache](ClientKind kind) {
                auto *snippets = new SnippetDialog(m_source, cache, m_cache->offered(), dialog);
                snippets->setAttribute(Qt::WA_DeleteOnClose);
                snippets->choose(kind);
                snippets->open();
            });
    dialog->open();
}

void ComputerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk.lookFor(m_cache->endpoint().value_or(CacheEndpoint()), m_cache->wanted());
    m_cache->ask();
}

} // namespace lanyard::ui
