// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/probedialog.h"

#include "format.h"
#include "messagetext.h"
#include "setup/setuptext.h"
#include "symbols.h"
#include "theme.h"
#include "uilimits.h"
#include "widgets/busyline.h"
#include "widgets/copyline.h"
#include "widgets/fieldnote.h"
#include "widgets/mutedlabel.h"
#include "widgets/sign.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace lanyard::ui {

namespace {

/// Those that pull by a command of their own.
QList<ClientKind> probingKinds()
{
    QList<ClientKind> kinds = allClientKinds();
    kinds.removeAll(ClientKind::BuildKit);
    return kinds;
}

} // namespace

ProbeDialog::ProbeDialog(SetUpSource &source, CacheEndpoint cache, const QStringList &registries,
                         QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_cache(std::move(cache))
    , m_client(new QComboBox(this))
    , m_registry(new QComboBox(this))
    , m_line(new CopyLine(this))
    , m_busy(new BusyLine(this))
    , m_resultSign(makeSign(symbolIcon(Symbol::Check, resultColour(CacheResult::Hit, palette())),
                            tr("Proved"), this))
    , m_result(new QLabel(this))
    , m_sightings(new MutedLabel({}, this))
    , m_note(new FieldNote(m_line, this))
{
    setWindowTitle(tr("Test another computer"));
    m_client->setObjectName(QStringLiteral("client"));
    m_registry->setObjectName(QStringLiteral("registry"));
    const QList<ClientKind> kinds = probingKinds();
    for (const ClientKind one : kinds)
        m_client->addItem(clientKindName(one), static_cast<int>(one));
    for (const QString &registry : registries)
        m_registry->addItem(printable(registry.toUtf8()), registry);
    m_poll.setInterval(limits::sightingInterval);
    connect(&m_poll, &QTimer::timeout, this, &ProbeDialog::poll);
    connect(m_client, &QComboBox::currentIndexChanged, this, &ProbeDialog::begin);
    connect(m_registry, &QComboBox::currentIndexChanged, this, &ProbeDialog::begin);
    connect(this, &QDialog::finished, &m_poll, &QTimer::stop);
    buildLayout();
    begin();
}

void ProbeDialog::buildLayout()
{
    auto *intro = new MutedLabel(
        tr("Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes "
           "for this test alone; no registry is asked.")
            .arg(m_cache.url()),
        this);
    intro->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("C&lient:"), m_client);
    form->addRow(tr("For images &of:"), m_registry);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_sightings->setWordWrap(true);
    m_sightings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *result = new QHBoxLayout;
    result->addWidget(m_resultSign, 0, Qt::AlignTop);
    result->addWidget(m_result, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *snippets = buttons->addButton(tr("S&nippets…"), QDialogButtonBox::ActionRole);
    snippets->setAutoDefault(false);
    snippets->setToolTip(tr("What sets the other computer up"));
    connect(snippets, &QPushButton::clicked, this, [this] { Q_EMIT snippetsWanted(kind()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(form);
    layout->addWidget(m_line);
    layout->addWidget(m_busy);
    layout->addLayout(result);
    layout->addWidget(m_sightings);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(QSize(42, 20) * fontMetrics().height());
}

ClientKind ProbeDialog::kind() const
{
    return static_cast<ClientKind>(m_client->currentData().toInt());
}

/// With a nonce of its own: nothing that was seen before counts.
void ProbeDialog::begin()
{
    m_command = m_source.probeCommand(kind(), m_registry->currentData().toString());
    m_line->setText(m_command.line);
    m_resultSign->hide();
    m_result->clear();
    m_sightings->clear();
    m_note->say(FieldNote::Kind::Hint, {});
    if (m_command.line.isEmpty()) {
        m_poll.stop();
        m_busy->end();
        m_note->say(
            FieldNote::Kind::Hint,
            tr("There is no command for this client: see on the page Clients whether it asks."));
        return;
    }
    m_busy->begin(tr("Waiting for the pull"));
    m_poll.start();
}

void ProbeDialog::poll()
{
    m_source.sightings(m_cache, m_command.nonce, this,
                       [this, nonce = m_command.nonce](const auto &seen) {
                           if (nonce == m_command.nonce && m_poll.isActive())
                               onSeen(seen);
                       });
}

void ProbeDialog::onSeen(const Result<QList<ProbeSighting>> &seen)
{
    if (!seen) {
        m_note->say(FieldNote::Kind::Problem, told(seen.error().message));
        return;
    }
    m_note->say(FieldNote::Kind::Hint, {});
    if (seen->isEmpty())
        return;
    QStringList lines;
    for (const ProbeSighting &sighting : *seen)
        lines += sightingText(sighting);
    m_sightings->setText(lines.join(u'\n'));
    const bool isWhole = isWholePull(*seen);
    m_resultSign->setVisible(isWhole);
    const QString summary = sightingsSummary(*seen);
    m_result->setText(isWhole ? tr("Proved: %1").arg(summary)
                              : tr("It begins to arrive: %1").arg(summary));
    if (!isWhole)
        return;
    m_poll.stop();
    m_busy->end();
}

QString ProbeDialog::result() const
{
    return m_result->text();
}

} // namespace lanyard::ui
