// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/workview.h"

#include "format.h"
#include "setup/setuptext.h"
#include "symbols.h"
#include "theme.h"
#include "widgets/codeview.h"
#include "widgets/mutedlabel.h"
#include "widgets/sign.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

QIcon stepIcon(SetUpStep::State state, const QPalette &palette)
{
    switch (state) {
    case SetUpStep::State::Running:
        return symbolIcon(Symbol::Start, mutedColour(palette));
    case SetUpStep::State::Done:
        return symbolIcon(Symbol::Check, resultColour(CacheResult::Hit, palette));
    case SetUpStep::State::Failed:
        return symbolIcon(Symbol::Error, errorColour(palette));
    case SetUpStep::State::Skipped:
        return symbolIcon(Symbol::Info, mutedColour(palette));
    }
    return {};
}

} // namespace

WorkView::WorkView(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void WorkView::setClient(const ClientView &client)
{
    const bool isSame = client.steps == m_shown.steps && client.notes == m_shown.notes &&
                        client.trouble == m_shown.trouble && client.proof == m_shown.proof;
    if (isSame)
        return;
    m_shown = client;
    rebuild(client);
}

void WorkView::rebuild(const ClientView &client)
{
    if (m_content != nullptr) {
        // Later: a change of the palette of the program goes through all widgets.
        layout()->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    layout()->addWidget(m_content);
    for (const SetUpStep &step : client.steps)
        addStep(step);
    if (!client.trouble.isEmpty())
        addLine(makeSign(symbolIcon(Symbol::Error, errorColour(palette())), tr("Error"), m_content),
                printable(client.trouble.toUtf8()), {});
    for (const QString &note : client.notes)
        addLine(makeSign(symbolIcon(Symbol::Info, mutedColour(palette())), tr("Note"), m_content),
                printable(note.toUtf8()), {});
    if (client.proof)
        addProof(*client.proof);
    setVisible(rows->count() > 0);
}

void WorkView::addLine(QLabel *sign, const QString &text, const QString &detail)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *label = new QLabel(text, m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setObjectName(QStringLiteral("line"));
    words->addWidget(label);
    if (!detail.isEmpty()) {
        auto *more = new MutedLabel(detail, m_content);
        more->setWordWrap(true);
        more->setTextInteractionFlags(Qt::TextSelectableByMouse);
        more->setObjectName(QStringLiteral("line"));
        words->addWidget(more);
    }
    line->addLayout(words, 1);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(line);
}

void WorkView::addStep(const SetUpStep &step)
{
    addLine(makeSign(stepIcon(step.state, palette()), stepStateName(step.state), m_content),
            printable(step.what.toUtf8()), printable(step.detail.toUtf8()));
}

void WorkView::addProof(const ProofResult &proof)
{
    const QIcon icon = proof.isProved
                           ? symbolIcon(Symbol::Check, resultColour(CacheResult::Hit, palette()))
                           : symbolIcon(Symbol::Error, errorColour(palette()));
    const QString seen = sightingsSummary(proof.sightings);
    QStringList arrivals;
    for (const ProbeSighting &sighting : proof.sightings)
        arrivals += sightingText(sighting);
    QLabel *const sign =
        makeSign(icon, proof.isProved ? tr("Proved") : tr("Not proved"), m_content);
    if (proof.isProved) {
        addLine(sign, tr("Proved: %1").arg(seen), arrivals.join(u'\n'));
        return;
    }
    if (!seen.isEmpty())
        arrivals.prepend(tr("What arrived: %1").arg(seen));
    addLine(sign, tr("Not proved: %1").arg(printable(proof.trouble.toUtf8())),
            arrivals.join(u'\n'));
    if (proof.output.isEmpty())
        return;
    auto *output = new CodeView(tr("What the client said"), m_content);
    output->setCode(printableLines(proof.output.trimmed().toUtf8()));
    m_content->layout()->addWidget(output);
}

void WorkView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild(m_shown);
}

QStringList WorkView::lines() const
{
    if (m_content == nullptr)
        return {};
    QStringList lines;
    const QList<QLabel *> labels = m_content->findChildren<QLabel *>(QStringLiteral("line"));
    for (const QLabel *label : labels)
        lines += label->text();
    return lines;
}

} // namespace lanyard::ui
