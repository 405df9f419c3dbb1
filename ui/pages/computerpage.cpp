// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/computerpage.h"

#include "format.h"
#include "setup/cachepanel.h"
#include "setup/clientcard.h"
#include "setup/probedialog.h"
#include "setup/setuptext.h"
#include "setup/snippetdialog.h"
#include "symbols.h"
#include "theme.h"
#include "widgets/fieldnote.h"
#include "widgets/mutedlabel.h"
#include "widgets/sign.h"
#include "widgets/titlelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

constexpr int columnWidthEms = 60;
constexpr int spacing = 10;

} // namespace

ComputerPage::ComputerPage(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_desk(source)
    , m_cache(new CachePanel(engine, source, std::move(memory), this))
    , m_applied(new Card(this))
    , m_appliedText(new QLabel(m_applied))
    , m_pause(new QPushButton(m_applied))
    , m_look(new QPushButton(symbolIcon(Symbol::Refresh), tr("Loo&k again"), this))
    , m_snippets(new QPushButton(symbolIcon(Symbol::Copy), tr("&Snippets…"), this))
    , m_probe(new QPushButton(symbolIcon(Symbol::Clients), tr("Another co&mputer…"), this))
    , m_nothing(new MutedLabel({}, this))
    , m_cardsLayout(new QVBoxLayout)
    , m_area(new QScrollArea(this))
    , m_status(new FieldNote(this, this))
    , m_setUp(new QPushButton(symbolIcon(Symbol::Computer), tr("Set &up"), this))
    , m_apply(new QPushButton(symbolIcon(Symbol::Check), tr("&Apply"), this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
{
    m_status->setObjectName(QStringLiteral("status"));
    m_setUp->setObjectName(QStringLiteral("setUp"));
    m_apply->setObjectName(QStringLiteral("applyAll"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_appliedText->setObjectName(QStringLiteral("applied"));
    m_snippets->setObjectName(QStringLiteral("snippets"));
    m_probe->setObjectName(QStringLiteral("probe"));
    buildLayout();
    connectDesk();
    connect(m_cache, &CachePanel::startRequested, this, &ComputerPage::startRequested);
    connect(m_cache, &CachePanel::wishChanged, this,
            [this](const CacheEndpoint &cache, const QStringList &registries) {
                if (isVisible())
                    m_desk.setWish(cache, registries);
                refresh();
            });
    connect(m_cache, &CachePanel::wishWithdrawn, this, [this] {
        m_isReviewing = false;
        m_desk.withdraw();
    });
    // The tray offers what can be undone, whether anybody looks or not.
    m_desk.askApplied();
    refresh();
}

void ComputerPage::buildLayout()
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(makeColumn());
    m_area->viewport()->setAutoFillBackground(false);
    m_area->widget()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    layout->addWidget(m_area, 1);
    layout->addLayout(makeFooter());
}

QWidget *ComputerPage::makeColumn()
{
    auto *column = new QWidget(this);
    auto *inner = new QWidget(column);
    inner->setMaximumWidth(columnWidthEms * fontMetrics().horizontalAdvance(u'm'));
    m_nothing->setWordWrap(true);
    m_cardsLayout->setSpacing(spacing);
    auto *rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing);
    rows->addWidget(m_cache);
    rows->addWidget(makeApplied());
    rows->addLayout(makeClientsHead());
    rows->addWidget(m_nothing);
    rows->addLayout(m_cardsLayout);
    rows->addStretch(1);
    auto *layout = new QHBoxLayout(column);
    layout->setContentsMargins(0, 0, 6, 0);
    constexpr int untilItIsWide = 100;
    layout->addWidget(inner, untilItIsWide);
    layout->addStretch(1);
    return column;
}

QWidget *ComputerPage::makeApplied()
{
    m_appliedText->setTextFormat(Qt::PlainText);
    m_appliedText->setWordWrap(true);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_outcome.reset();
        if (m_desk.isPaused())
            m_desk.resume();
        else
            m_desk.pause();
    });
    auto *layout = new QHBoxLayout(m_applied);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->addWidget(makeSign(symbolIcon(Symbol::Computer), {}, m_applied));
    layout->addWidget(m_appliedText, 1);
    layout->addWidget(m_pause);
    return m_applied;
}

QLayout *ComputerPage::makeClientsHead()
{
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_outcome.reset();
        m_cache->ask();
        m_desk.look();
    });
    connect(m_snippets, &QPushButton::clicked, this, &ComputerPage::showSnippets);
    connect(m_probe, &QPushButton::clicked, this, &ComputerPage::showProbe);
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

/// Where one button was, another one does no harm: who clicks twice cancels.
QLayout *ComputerPage::makeFooter()
{
    connect(m_setUp, &QPushButton::clicked, this, [this] { review(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { review(false); });
    connect(m_apply, &QPushButton::clicked, this, [this] { apply(chosen()); });
    auto *footer = new QHBoxLayout;
    footer->setSpacing(spacing);
    footer->addWidget(m_status, 1);
    footer->addStretch(0);
    footer->addWidget(m_apply);
    footer->addWidget(m_cancel);
    footer->addWidget(m_setUp);
    return footer;
}

void ComputerPage::connectDesk()
{
    connect(&m_desk, &SetUpDesk::clientsChanged, this, &ComputerPage::rebuildCards);
    connect(&m_desk, &SetUpDesk::clientChanged, this, [this](const QString &id) {
        const ClientView *const client = m_desk.client(id);
        ClientCard *const shown = card(id);
        if (client && shown)
            shown->setClient(*client, m_desk.isWorking());
        refresh();
    });
    connect(&m_desk, &SetUpDesk::appliedChanged, this, [this] {
        if (!m_desk.applied().isEmpty())
            m_cache->suggest(m_desk.applied().constFirst().cacheUrl);
        refreshApplied();
    });
    connect(&m_desk, &SetUpDesk::stateChanged, this, [this] {
        for (ClientCard *one : std::as_const(m_cards)) {
            if (const ClientView *const client = m_desk.client(one->id()))
                one->setClient(*client, m_desk.isWorking());
        }
        refresh();
    });
    connect(&m_desk, &SetUpDesk::ended, this, [this](const SetUpOutcome &outcome) {
        m_outcome = outcome;
        refresh();
    });
}

void ComputerPage::rebuildCards()
{
    QList<ClientCard *> cards;
    for (const ClientView &client : m_desk.clients()) {
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
    refresh();
}

ClientCard *ComputerPage::makeCard(const ClientView &client)
{
    auto *made = new ClientCard(client, this);
    connect(made, &ClientCard::chosenChanged, this, &ComputerPage::refresh);
    connect(made, &ClientCard::applyRequested, this, [this, id = client.id()] { apply({id}); });
    connect(made, &ClientCard::testRequested, this, [this, id = client.id()] { test(id); });
    connect(made, &ClientCard::undoRequested, this, [this, id = client.id()] {
        review(false);
        m_desk.undo(id);
    });
    return made;
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

void ComputerPage::review(bool isReviewing)
{
    m_outcome.reset();
    m_isReviewing = isReviewing;
    ClientCard *first = nullptr;
    for (ClientCard *one : std::as_const(m_cards)) {
        one->setChangesShown(isReviewing && one->isChosen());
        if (one->areChangesShown() && !first)
            first = one;
    }
    refresh();
    if (!isReviewing)
        return;
    m_apply->setFocus();
    if (!first)
        return;
    // When the cards have the height that their changes need.
    QMetaObject::invokeMethod(
        first,
        [this, first] {
            m_area->widget()->layout()->activate();
            m_area->ensureWidgetVisible(first, 0, m_area->viewport()->height() / 2);
        },
        Qt::QueuedConnection);
}

void ComputerPage::apply(const QStringList &ids)
{
    if (m_desk.isWorking() || ids.isEmpty())
        return;
    m_cache->remember();
    review(false);
    m_desk.setUp(ids);
}

void ComputerPage::test(const QString &id)
{
    const ClientView *const client = m_desk.client(id);
    if (!client || m_desk.isWorking())
        return;
    const bool isPlanned = client->plan && !client->plan->registries.isEmpty();
    const QStringList registries = isPlanned ? client->plan->registries : m_desk.registries();
    review(false);
    m_desk.test(id, registries.value(0, QStringLiteral("docker.io")));
}

void ComputerPage::refresh()
{
    const bool isFree = !m_desk.isWorking() && !m_desk.isLooking();
    const qsizetype count = chosen().size();
    if (m_isReviewing && m_desk.isWorking())
        m_isReviewing = false;
    m_cache->setEnabled(!m_desk.isWorking());
    m_setUp->setVisible(!m_isReviewing);
    m_setUp->setEnabled(isFree && count > 0);
    m_cancel->setVisible(m_isReviewing);
    m_apply->setVisible(m_isReviewing);
    m_apply->setEnabled(isFree && count > 0);
    m_look->setEnabled(isFree);
    const auto cache = m_cache->endpoint();
    const bool hasCache = cache && !m_cache->offered().isEmpty();
    m_snippets->setEnabled(hasCache);
    m_probe->setEnabled(hasCache);
    m_nothing->setVisible(m_cards.isEmpty());
    m_nothing->setText(m_desk.isLooking()
                           ? tr("Looking for clients…")
                           : tr("No program that pulls images was found here: Docker, Podman, "
                                "Earthly, BuildKit, containerd and others are known. Snippets "
                                "shows what to write on other computers."));
    refreshApplied();
    say();
}

void ComputerPage::refreshApplied()
{
    const QList<AppliedSetUp> &applied = m_desk.applied();
    m_applied->setVisible(!applied.isEmpty());
    m_appliedText->setText(appliedText(applied));
    const bool isPaused = m_desk.isPaused();
    m_pause->setText(isPaused ? tr("&Resume on this computer") : tr("&Pause on this computer"));
    m_pause->setIcon(symbolIcon(isPaused ? Symbol::Start : Symbol::Pause));
    m_pause->setToolTip(isPaused ? tr("Writes the set-up again")
                                 : tr("Takes the set-up back until you resume it: away from the "
                                      "cache's network, pulls are not kept waiting then"));
    m_pause->setEnabled(!m_desk.isWorking());
}

/// What is going on, or what to do next.
void ComputerPage::say()
{
    const QStringList ids = chosen();
    QStringList names;
    for (const QString &id : ids)
        names += printable(card(id)->name().toUtf8());
    if (m_desk.isWorking()) {
        m_status->say(Kind::Hint, tr("Working; what is done is shown at each client."));
    } else if (m_outcome) {
        const bool isGood = m_outcome->failed.isEmpty() && m_outcome->trouble.isEmpty();
        const QString detail = outcomeText(*m_outcome);
        m_status->say(isGood ? Kind::Hint : Kind::Problem,
                      detail.isEmpty() ? outcomeTitle(*m_outcome)
                                       : tr("%1: %2").arg(outcomeTitle(*m_outcome), detail));
    } else if (m_desk.isLooking()) {
        m_status->say(Kind::Hint, tr("Looking for clients…"));
    } else if (!m_desk.trouble().isEmpty()) {
        m_status->say(Kind::Problem, printable(m_desk.trouble().toUtf8()));
    } else if (m_desk.registries().isEmpty()) {
        m_status->say(Kind::Hint, tr("Choose a cache that answers, above."));
    } else if (m_isReviewing) {
        m_status->say(Kind::Hint, tr("Apply makes the changes that are shown above, and tests "
                                     "each client."));
    } else if (!names.isEmpty()) {
        m_status->say(Kind::Hint, tr("To be set up: %1. Nothing is changed before you have seen "
                                     "it.")
                                      .arg(QLocale().createSeparatedList(names)));
    } else {
        m_status->say(Kind::Hint,
                      m_cards.isEmpty() ? QString() : tr("Nothing is chosen to be set up."));
    }
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
    if (!m_desk.isWorking())
        m_desk.lookFor(m_cache->endpoint().value_or(CacheEndpoint()), m_cache->wanted());
    m_cache->ask();
}

} // namespace lanyard::ui
