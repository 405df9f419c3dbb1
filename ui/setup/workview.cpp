// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/workview.h"

#include "format.h"
#include "messagetext.h"
#include "setup/setuptext.h"
#include "setup/workline.h"
#include "theme.h"
#include "widgets/codeview.h"

#include <QEvent>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

WorkLine::Content stepLine(const SetUpStep &step, const QPalette &palette)
{
    WorkLine::Content line{.symbol = Symbol::Info,
                           .colour = mutedColour(palette),
                           .sign = stepStateName(step.state),
                           .text = told(step.what),
                           .detail = told(step.detail)};
    switch (step.state) {
    case SetUpStep::State::Running:
        line.symbol = Symbol::Start;
        break;
    case SetUpStep::State::Done:
        line.symbol = Symbol::Check;
        line.colour = resultColour(CacheResult::Hit, palette);
        break;
    case SetUpStep::State::Failed:
        line.symbol = Symbol::Error;
        line.colour = errorColour(palette);
        break;
    case SetUpStep::State::Skipped:
        break;
    }
    return line;
}

WorkLine::Content proofLine(const ProofResult &proof, const QPalette &palette)
{
    const QString seen = sightingsSummary(proof.sightings);
    QStringList arrivals;
    for (const ProbeSighting &sighting : proof.sightings)
        arrivals += sightingText(sighting);
    if (proof.isProved)
        return {.symbol = Symbol::Check,
                .colour = resultColour(CacheResult::Hit, palette),
                .sign = WorkView::tr("Proved"),
                .text = WorkView::tr("Proved: %1").arg(seen),
                .detail = arrivals.join(u'\n')};
    if (!seen.isEmpty())
        arrivals.prepend(WorkView::tr("What arrived: %1").arg(seen));
    return {.symbol = Symbol::Error,
            .colour = errorColour(palette),
            .sign = WorkView::tr("Not proved"),
            .text = WorkView::tr("Not proved: %1").arg(told(proof.trouble)),
            .detail = arrivals.join(u'\n')};
}

QList<WorkLine::Content> linesOf(const ClientView &client, const QPalette &palette)
{
    QList<WorkLine::Content> lines;
    for (const SetUpStep &step : client.steps)
        lines += stepLine(step, palette);
    if (!client.trouble.isEmpty())
        lines += {.symbol = Symbol::Error,
                  .colour = errorColour(palette),
                  .sign = WorkView::tr("Error"),
                  .text = told(client.trouble)};
    for (const Message &note : client.notes)
        lines += {.symbol = Symbol::Info,
                  .colour = mutedColour(palette),
                  .sign = WorkView::tr("Note"),
                  .text = told(note)};
    if (client.proof)
        lines += proofLine(*client.proof, palette);
    return lines;
}

/// What the client said of a pull that did not arrive.
QString outputOf(const ClientView &client)
{
    return client.proof && !client.proof->isProved
               ? printableLines(client.proof->output.trimmed().toUtf8())
               : QString();
}

} // namespace

WorkView::WorkView(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_output(new CodeView(tr("What the client said"), this))
{
    m_rows->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_rows);
    layout->addWidget(m_output);
    hide();
}

void WorkView::setClient(const ClientView &client)
{
    const bool isSame = client.steps == m_shown.steps && client.notes == m_shown.notes &&
                        client.trouble == m_shown.trouble && client.proof == m_shown.proof;
    if (isSame)
        return;
    m_shown = client;
    refresh();
}

void WorkView::refresh()
{
    const QList<WorkLine::Content> wanted = linesOf(m_shown, palette());
    while (m_lines.size() < wanted.size()) {
        m_lines += new WorkLine(this);
        m_rows->addWidget(m_lines.constLast());
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (i < wanted.size())
            m_lines[i]->setContent(wanted[i]);
        m_lines[i]->setVisible(i < wanted.size());
    }
    const QString output = outputOf(m_shown);
    m_output->setCode(output);
    m_output->setVisible(!output.isEmpty());
    setVisible(!wanted.isEmpty());
}

void WorkView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

QStringList WorkView::lines() const
{
    QStringList texts;
    for (const WorkLine *line : m_lines) {
        if (!line->isHidden())
            texts += line->texts();
    }
    return texts;
}

} // namespace lanyard::ui
