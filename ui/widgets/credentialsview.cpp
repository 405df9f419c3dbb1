// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/credentialsview.h"

#include "dialogs/credentialimportdialog.h"
#include "dialogs/logindialog.h"
#include "engine.h"
#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "widgets/actionbutton.h"
#include "widgets/card.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/plaintable.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace lanyard::ui {

CredentialsView::CredentialsView(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_problemLines(new QVBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_logOut(new QAction(symbolIcon(Symbol::Remove), tr("Log o&ut…"), this))
{
    m_logOut->setShortcut(QKeySequence::Delete);
    m_logOut->setShortcutContext(Qt::WidgetShortcut);
    m_logOut->setObjectName(QStringLiteral("logOut"));
    connect(m_logOut, &QAction::triggered, this, &CredentialsView::askLogout);
    m_problemLines->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeToolBar());
    layout->addLayout(m_problemLines);
    layout->addWidget(makeList(), 1);
    updateActions();
}

QWidget *CredentialsView::makeToolBar()
{
    auto *bar = new QWidget(this);
    auto *logIn = new QPushButton(symbolIcon(Symbol::Key), tr("Log &in…"), bar);
    logIn->setObjectName(QStringLiteral("logIn"));
    connect(logIn, &QPushButton::clicked, this, &CredentialsView::logIn);
    auto *import = new QPushButton(symbolIcon(Symbol::Import), tr("Im&port from Docker…"), bar);
    import->setObjectName(QStringLiteral("import"));
    import->setToolTip(tr("Take over what Docker or Podman has for upstreams"));
    connect(import, &QPushButton::clicked, this, &CredentialsView::importThem);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(logIn);
    layout->addWidget(import);
    layout->addWidget(makeActionButton(*m_logOut, bar));
    layout->addStretch(1);
    return bar;
}

QWidget *CredentialsView::makeList()
{
    m_table->setAccessibleName(tr("Credentials"));
    m_table->setModel(&m_model);
    setUpPlainTable(*m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addAction(m_logOut);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CredentialsView::updateActions);
    auto *none = new MutedLabel(
        tr("No credentials: upstreams are asked as anybody. Log in to pull what is private and, at "
           "Docker Hub, to pull more, or import what Docker has."),
        this);
    none->setWordWrap(true);
    none->setAlignment(Qt::AlignCenter);
    none->setMargin(fontMetrics().height() * 2);
    m_stack->addWidget(none);
    m_stack->addWidget(m_table);
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_stack);
    return card;
}

void CredentialsView::showState(const UpstreamsState &state)
{
    m_state = state;
    m_model.update(state.credentials.credentials);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1);
    QStringList problems;
    for (const Message &problem : state.credentials.problems)
        problems += told(problem);
    for (const UpstreamStatus &upstream : state.overview.upstreams)
        problems += told(upstream.refusal);
    problems.removeAll(QString());
    showProblems(problems);
    updateActions();
}

void CredentialsView::showProblems(const QStringList &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    while (QLayoutItem *item = m_problemLines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &problem : problems) {
        auto *line = new MessageLine(this);
        m_problemLines->addWidget(line);
        line->tell({.severity = Notice::Severity::Warning, .text = problem});
    }
}

void CredentialsView::updateActions()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isOwn =
        current.isValid() && m_model.at(current.row()).info.place != CredentialPlace::Configuration;
    m_logOut->setEnabled(isOwn);
    m_logOut->setToolTip(current.isValid() && !isOwn
                             ? tr("It stands in the configuration file, and goes there")
                             : tr("Forget this credential"));
}

void CredentialsView::logIn()
{
    QStringList registries;
    for (const UpstreamStatus &one : m_state.overview.upstreams)
        registries += one.registry;
    auto *dialog = new LoginDialog(m_engine, registries, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LoginDialog::loggedIn, this, &CredentialsView::changed);
    dialog->open();
}

void CredentialsView::askLogout()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const CredentialInfo info = m_model.at(current.row()).info;
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Log out"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Log out of %1?").arg(printable(info.scope.toUtf8())));
    question->setInformativeText(
        info.helper.isEmpty()
            ? tr("The credential is forgotten; to use it again you need its password.")
            : tr("The helper is not asked for it any more; what it keeps stays there."));
    const QPushButton *logOut = question->addButton(tr("&Log out"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(logOut, &QPushButton::clicked, this,
            [this, scope = info.scope] { this->logOut(scope); });
    question->open();
}

void CredentialsView::logOut(const QString &scope)
{
    m_engine.logout(scope, this, [this](const Result<QString> &result) {
        if (!result)
            Q_EMIT noticeRaised(
                {.severity = Notice::Severity::Error, .text = told(result.error().message)});
        Q_EMIT changed();
    });
}

void CredentialsView::importThem()
{
    auto *dialog = new CredentialImportDialog(m_engine, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CredentialImportDialog::imported, this, &CredentialsView::changed);
    dialog->open();
}

} // namespace lanyard::ui
