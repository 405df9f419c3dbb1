// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/registriesview.h"

#include "dialogs/logindialog.h"
#include "dialogs/upstreamdialog.h"
#include "dialogs/upstreamtestdialog.h"
#include "engine.h"
#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "uilimits.h"
#include "upstreamtext.h"
#include "widgets/actionbutton.h"
#include "widgets/budgetdelegate.h"
#include "widgets/card.h"
#include "widgets/columnwidth.h"
#include "widgets/keptlayout.h"
#include "widgets/plaintable.h"
#include "widgets/suggestionlist.h"
#include "widgets/taborder.h"
#include "widgets/upstreamdetails.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

std::optional<UpstreamConfig> settingsOf(const UpstreamsState &state, const QString &registry)
{
    const auto &all = state.settings.upstreams;
    const auto found = std::find_if(all.begin(), all.end(), [&](const UpstreamConfig &one) {
        return one.registry == registry.toStdString();
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

RegistriesView::RegistriesView(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_toolBar(new QHBoxLayout)
    , m_suggestions(new SuggestionList(this))
    , m_table(new QTableView(this))
    , m_details(new UpstreamDetails(this))
{
    makeActions();
    setUpTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_suggestions);
    layout->addWidget(makeBody(), 1);
    connect(m_suggestions, &SuggestionList::addRequested, this, &RegistriesView::add);
    connect(m_details, &UpstreamDetails::spanChanged, this, &RegistriesView::askHistory);
    showChosen();
}

void RegistriesView::makeActions()
{
    m_edit = new QAction(symbolIcon(Symbol::Edit), tr("&Edit…"), this);
    m_test = new QAction(symbolIcon(Symbol::Test), tr("&Test"), this);
    m_logIn = new QAction(symbolIcon(Symbol::Key), tr("&Log in…"), this);
    m_switch = new QAction(this);
    m_remove = new QAction(symbolIcon(Symbol::Remove), tr("&Remove…"), this);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_edit->setObjectName(QStringLiteral("edit"));
    m_test->setObjectName(QStringLiteral("test"));
    m_logIn->setObjectName(QStringLiteral("logIn"));
    m_switch->setObjectName(QStringLiteral("switch"));
    m_remove->setObjectName(QStringLiteral("remove"));
    connect(m_edit, &QAction::triggered, this, &RegistriesView::edit);
    connect(m_test, &QAction::triggered, this, &RegistriesView::test);
    connect(m_logIn, &QAction::triggered, this, &RegistriesView::logIn);
    connect(m_switch, &QAction::triggered, this, &RegistriesView::switchEnabled);
    connect(m_remove, &QAction::triggered, this, &RegistriesView::askRemoval);
}

QWidget *RegistriesView::makeToolBar()
{
    auto *bar = new QWidget(this);
    bar->setLayout(m_toolBar);
    m_toolBar->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(symbolIcon(Symbol::Add), tr("&Add…"), bar);
    add->setObjectName(QStringLiteral("add"));
    connect(add, &QPushButton::clicked, this, [this] { this->add({}); });
    m_toolBar->addWidget(add);
    m_toolBar->addWidget(makeActionButton(*m_edit, bar));
    m_toolBar->addWidget(makeActionButton(*m_test, bar));
    auto *more = new QPushButton(symbolIcon(Symbol::Menu), tr("&More"), bar);
    auto *menu = new QMenu(more);
    menu->addActions({m_logIn, m_switch});
    menu->addSeparator();
    menu->addAction(m_remove);
    more->setMenu(menu);
    m_toolBar->addWidget(more);
    m_toolBar->addStretch(1);
    return bar;
}

void RegistriesView::addTool(QWidget *button)
{
    m_toolBar->addWidget(button);
}

QWidget *RegistriesView::makeBody()
{
    auto *list = new Card(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(4, 4, 4, 4);
    listLayout->addWidget(m_table);
    auto *pane = new Card(this);
    auto *paneLayout = new QVBoxLayout(pane);
    paneLayout->setContentsMargins(2, 2, 2, 2);
    paneLayout->addWidget(m_details);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(pane);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    list->setMinimumHeight(fontMetrics().height() * 8);
    pane->setMinimumHeight(fontMetrics().height() * 10);
    new KeptSplitter(*splitter, QStringLiteral("upstream details"));
    return splitter;
}

void RegistriesView::setUpTable()
{
    m_table->setAccessibleName(tr("Upstreams"));
    m_table->setModel(&m_model);
    setUpPlainTable(*m_table);
    m_table->setItemDelegateForColumn(UpstreamModel::BudgetColumn, new BudgetDelegate(m_table));
    const int sign = fontMetrics().height();
    m_table->setIconSize({sign, sign});
    QHeaderView *header = m_table->horizontalHeader();
    const auto wide = [this](const QString &sample) {
        return fontMetrics().horizontalAdvance(sample) + fontMetrics().height();
    };
    const auto widen = [header](int column, int width) {
        fitColumn(*header, column, width);
    };
    widen(UpstreamModel::RegistryColumn, wide(QStringLiteral("mcr.microsoft.com")));
    widen(UpstreamModel::StateColumn, wide(healthName(UpstreamHealth::Limited)) + sign);
    widen(UpstreamModel::SavedColumn, 0);
    widen(UpstreamModel::RequestsColumn, 0);
    widen(UpstreamModel::CredentialColumn, wide(QStringLiteral("team+robot")));
    header->setMinimumSectionSize(fontMetrics().height() * 3);
    // Any server may have a long name; both share what is left.
    for (const int column : {UpstreamModel::ServersColumn, UpstreamModel::BudgetColumn})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setTextElideMode(Qt::ElideRight);
    new KeptColumns(*header, QStringLiteral("upstreams"));

    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_edit, m_test, m_logIn, m_switch, m_remove});
    connect(m_table, &QTableView::activated, this, &RegistriesView::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showChosen(); });
}

QString RegistriesView::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model.at(current.row()).key() : QString();
}

void RegistriesView::choose(const QString &registry)
{
    if (const int row = m_model.rowOf(registry); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, UpstreamModel::RegistryColumn));
}

void RegistriesView::showState(const UpstreamsState &state)
{
    m_state = state;
    m_model.update(state.overview, state.credentials);
    m_suggestions->setSuggestions(state.overview.suggestions);
    tabAsItIsRead(*this);
    if (chosen().isEmpty() && m_model.rowCount() > 0)
        choose(m_model.at(0).key());
    showChosen();
}

void RegistriesView::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isOne = current.isValid();
    for (QAction *action : {m_edit, m_test, m_logIn, m_switch, m_remove})
        action->setEnabled(isOne);
    const bool isEnabled = !isOne || m_model.at(current.row()).status.isEnabled;
    m_switch->setText(isEnabled ? tr("&Disable") : tr("E&nable"));
    m_switch->setIcon(symbolIcon(isEnabled ? Symbol::Pause : Symbol::Start));
    // Who is disabled has no servers that could be asked.
    m_test->setEnabled(isOne && isEnabled);
    m_logIn->setEnabled(isOne && isEnabled);
    if (!isOne) {
        m_details->clear();
        return;
    }
    const bool isAnother = m_details->registry() != chosen();
    m_details->showUpstream(m_model.at(current.row()), settingsOf(m_state, chosen()));
    if (isAnother || !m_historyAge.isValid() ||
        m_historyAge.hasExpired(limits::historyPollInterval.count()))
        askHistory();
}

void RegistriesView::askHistory()
{
    const QString registry = chosen();
    if (registry.isEmpty())
        return;
    m_historyAge.start();
    m_engine.upstreamHistory(registry, std::chrono::hours(hoursOf(m_details->span())), this,
                             [this, registry](const Result<QList<UpstreamHistory>> &histories) {
                                 if (registry == m_details->registry() && histories &&
                                     !histories->isEmpty())
                                     m_details->setHistory(histories->constFirst());
                             });
}

void RegistriesView::add(const QString &registry)
{
    auto *dialog = new UpstreamDialog(m_engine, m_state.settings, registry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UpstreamDialog::changed, this, &RegistriesView::onChanged);
    dialog->open();
}

void RegistriesView::edit()
{
    const auto settings = settingsOf(m_state, chosen());
    if (!settings)
        return;
    auto *dialog = new UpstreamDialog(m_engine, m_state.settings, *settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UpstreamDialog::changed, this, &RegistriesView::onChanged);
    dialog->open();
}

void RegistriesView::test()
{
    auto *dialog = new UpstreamTestDialog(m_engine, chosen(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RegistriesView::logIn()
{
    QStringList registries;
    for (const UpstreamStatus &one : m_state.overview.upstreams)
        registries += one.registry;
    auto *dialog = new LoginDialog(m_engine, registries, chosen(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LoginDialog::loggedIn, this, &RegistriesView::changed);
    dialog->open();
}

void RegistriesView::switchEnabled()
{
    const int row = m_model.rowOf(chosen());
    if (row < 0)
        return;
    change(m_model.at(row).status.isEnabled ? UpstreamChange::Action::Disable
                                            : UpstreamChange::Action::Enable,
           chosen());
}

void RegistriesView::askRemoval()
{
    const QString registry = chosen();
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Remove an upstream"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Remove %1 from the upstreams?").arg(printable(registry.toUtf8())));
    question->setInformativeText(
        tr("Clients that ask for it are refused from then on. Its settings go, in the "
           "configuration file too, with a password that stands there. To keep them, disable it "
           "instead."));
    const QPushButton *remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this,
            [this, registry] { change(UpstreamChange::Action::Remove, registry); });
    question->open();
}

void RegistriesView::change(UpstreamChange::Action action, const QString &registry)
{
    m_engine.changeUpstreams({.action = action, .registry = registry.toStdString()}, this,
                             [this, registry](const Result<ChangeResult> &result) {
                                 if (result)
                                     onChanged(registry, *result);
                                 else
                                     Q_EMIT noticeRaised({.severity = Notice::Severity::Error,
                                                          .text = told(result.error().message)});
                             });
}

void RegistriesView::onChanged(const QString &registry, const ChangeResult &result)
{
    if (!result.isKept)
        Q_EMIT noticeRaised({.severity = Notice::Severity::Warning,
                             .text = tr("What was changed of %1 counts until Lanyard ends: %2.")
                                         .arg(registry, told(result.reason))});
    Q_EMIT changed();
}

} // namespace lanyard::ui
