// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filtercompleter.h"

#include "models/requestfilter.h"
#include "requesttext.h"
#include "uilimits.h"

#include <QStringListModel>

#include <algorithm>

namespace lanyard::ui {

FilterCompleter::FilterCompleter(QObject *parent)
    : QCompleter(parent)
    , m_words(new QStringListModel(filterPrefixes(), this))
{
    setModel(m_words);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
}

void FilterCompleter::note(const RequestLabels &labels)
{
    if (labels.repository.isEmpty() || m_noted.size() == limits::seenValues)
        return;
    const QString image = imageName(labels);
    // A filter takes what has a space in it for two words.
    if (m_noted.contains(image) || image.contains(u' '))
        return;
    m_noted.insert(image);
    const QString word = imagePrefix + image;
    const QStringList words = m_words->stringList();
    const auto begin = words.cbegin() + filterPrefixes().size();
    const auto row = static_cast<int>(std::lower_bound(begin, words.cend(), word) - words.cbegin());
    m_words->insertRow(row);
    m_words->setData(m_words->index(row), word);
}

QStringList FilterCompleter::splitPath(const QString &text) const
{
    const QString word = text.mid(text.lastIndexOf(u' ') + 1);
    // Who has not begun one is not offered all that there is.
    return {word.isEmpty() ? QStringLiteral(" ") : word};
}

QString FilterCompleter::pathFromIndex(const QModelIndex &index) const
{
    const QString typed = completionPrefix();
    return typed.left(typed.lastIndexOf(u' ') + 1) + QCompleter::pathFromIndex(index);
}

} // namespace lanyard::ui
