// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/snippetdialog.h"

#include "setup/setuptext.h"
#include "setup/snippetblock.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSysInfo>
#include <QVBoxLayout>

#include <utility>

namespace lanyard::ui {

namespace {

enum Way { AsItIs, Plain, Encrypted, Login };

QString thisSystem()
{
    const QString kernel = QSysInfo::kernelType();
    if (kernel == QLatin1String("winnt"))
        return QStringLiteral("windows");
    return kernel == QLatin1String("darwin") ? QStringLiteral("macos") : QStringLiteral("linux");
}

} // namespace

SnippetDialog::SnippetDialog(SetUpSource &source, CacheEndpoint cache,
                             const QStringList &registries, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_cache(std::move(cache))
    , m_registries(registries)
    , m_client(new QComboBox(this))
    , m_system(new QComboBox(this))
    , m_way(new QComboBox(this))
    , m_area(new QScrollArea(this))
{
    setWindowTitle(tr("Snippets for other computers"));
    fillChoices();
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("Snippets"));
    auto *intro = new MutedLabel(
        tr("Where Lanyard does not make the changes itself: this lets clients pull through %1.")
            .arg(m_cache.url()),
        this);
    intro->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("C&lient:"), m_client);
    form->addRow(tr("&System:"), m_system);
    form->addRow(tr("&Variant:"), m_way);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(form);
    layout->addWidget(m_area, 1);
    layout->addWidget(buttons);
    for (QComboBox *choice : {m_client, m_system, m_way})
        connect(choice, &QComboBox::currentIndexChanged, this, &SnippetDialog::refresh);
    resize(QSize(40, 34) * fontMetrics().height());
    refresh();
}

void SnippetDialog::fillChoices()
{
    m_client->setObjectName(QStringLiteral("client"));
    m_system->setObjectName(QStringLiteral("system"));
    m_way->setObjectName(QStringLiteral("way"));
    const QList<ClientKind> kinds = allClientKinds();
    for (const ClientKind kind : kinds)
        m_client->addItem(clientKindName(kind), static_cast<int>(kind));
    m_system->addItem(QStringLiteral("Linux"), QStringLiteral("linux"));
    m_system->addItem(QStringLiteral("macOS"), QStringLiteral("macos"));
    m_system->addItem(QStringLiteral("Windows"), QStringLiteral("windows"));
    m_system->setCurrentIndex(m_system->findData(thisSystem()));
    m_way->addItem(tr("As this cache is"), AsItIs);
    m_way->addItem(tr("Plain HTTP"), Plain);
    m_way->addItem(tr("HTTPS"), Encrypted);
    m_way->addItem(tr("HTTPS and a login"), Login);
}

void SnippetDialog::choose(ClientKind kind)
{
    m_client->setCurrentIndex(m_client->findData(static_cast<int>(kind)));
}

CacheEndpoint SnippetDialog::chosenCache() const
{
    CacheEndpoint cache = m_cache;
    switch (m_way->currentData().toInt()) {
    case Plain:
        cache.isTls = false;
        cache.authority.clear();
        cache.user.clear();
        break;
    case Encrypted:
        cache.isTls = true;
        cache.user.clear();
        break;
    case Login:
        cache.isTls = true;
        if (cache.user.isEmpty())
            cache.user = QStringLiteral("USER");
        break;
    default:
        break;
    }
    // What is copied to other places has a place for the password, and not the password.
    cache.password = cache.user.isEmpty() ? QString() : QStringLiteral("PASSWORD");
    return cache;
}

void SnippetDialog::refresh()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 6, 6, 0);
    layout->setSpacing(14);
    const QList<Snippet> snippets =
        m_source.snippets(static_cast<ClientKind>(m_client->currentData().toInt()),
                          m_system->currentData().toString(), chosenCache(), m_registries);
    for (const Snippet &snippet : snippets)
        layout->addWidget(new SnippetBlock(snippet, content));
    if (snippets.isEmpty()) {
        auto *nothing = new MutedLabel(tr("There is no such client for this system."), content);
        nothing->setWordWrap(true);
        layout->addWidget(nothing);
    }
    layout->addStretch(1);
    m_area->setWidget(content);
    tabAsItIsRead(*this);
}

} // namespace lanyard::ui
