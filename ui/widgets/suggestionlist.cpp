// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/suggestionlist.h"

#include "format.h"
#include "symbols.h"
#include "theme.h"
#include "uilimits.h"
#include "upstreamtext.h"
#include "widgets/mutedlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace lanyard::ui {

namespace {

bool namesTheSame(const QList<UpstreamSuggestion> &a, const QList<UpstreamSuggestion> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &one, const auto &two) {
        return one.registry == two.registry;
    });
}

QString textOf(const UpstreamSuggestion &suggestion)
{
    return SuggestionList::tr("Clients ask for %1, which is no upstream. Requests: %2, the last "
                              "at %3.")
        .arg(printable(suggestion.registry.toUtf8()), formatCount(suggestion.requests),
             formatMoment(suggestion.lastAtMs, QDateTime::currentMSecsSinceEpoch()));
}

} // namespace

SuggestionList::SuggestionList(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    hide();
}

void SuggestionList::setSuggestions(const QList<UpstreamSuggestion> &suggestions)
{
    if (suggestions == m_suggestions)
        return;
    const bool isRebuilt = !namesTheSame(suggestions, m_suggestions);
    m_suggestions = suggestions;
    const auto shown = std::min<qsizetype>(suggestions.size(), limits::suggestionsShown);
    // Buttons stay where they are while only numbers change: one may have the focus.
    if (!isRebuilt) {
        const QList<QLabel *> texts = findChildren<QLabel *>(QStringLiteral("suggestion"));
        for (qsizetype i = 0; i < std::min(shown, texts.size()); ++i)
            texts[i]->setText(textOf(suggestions[i]));
        return;
    }
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < shown; ++i)
        m_lines->addWidget(makeLine(suggestions[i]));
    if (suggestions.size() > shown)
        m_lines->addWidget(new MutedLabel(
            tr("and %n other registries", nullptr, static_cast<int>(suggestions.size() - shown)),
            this));
    setVisible(shown > 0);
}

QWidget *SuggestionList::makeLine(const UpstreamSuggestion &suggestion)
{
    auto *line = new QWidget(this);
    auto *icon = new QLabel(line);
    icon->setPixmap(
        symbolIcon(Symbol::Info, mutedColour(palette())).pixmap(fontMetrics().height()));
    auto *text = new QLabel(textOf(suggestion), line);
    text->setObjectName(QStringLiteral("suggestion"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *add = new QPushButton(symbolIcon(Symbol::Add), tr("Add…"), line);
    add->setAccessibleName(tr("Add %1").arg(printable(suggestion.registry.toUtf8())));
    connect(add, &QPushButton::clicked, this,
            [this, registry = suggestion.registry] { Q_EMIT addRequested(registry); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(icon);
    layout->addWidget(text, 1);
    layout->addWidget(add);
    return line;
}

} // namespace lanyard::ui
