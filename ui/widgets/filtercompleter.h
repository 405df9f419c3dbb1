// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QCompleter>
#include <QSet>

class QStringListModel;

namespace lanyard::ui {

/// Completes the word of a filter that is typed: to a beginning that has it looked for in one place
/// only, or to an image that was seen. Offers limits::seenValues of these at most.
class FilterCompleter final : public QCompleter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterCompleter)

public:
    explicit FilterCompleter(QObject *parent = nullptr);

    /// Offers the image from now on. Cheap when it is there already.
    void note(const RequestLabels &labels);

    /// Of the last word alone; the words before it stay.
    QStringList splitPath(const QString &text) const override;
    QString pathFromIndex(const QModelIndex &index) const override;

private:
    QStringListModel *m_words;
    QSet<QString> m_noted;
};

} // namespace lanyard::ui
