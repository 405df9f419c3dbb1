// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"

#include <QWidget>

class QVBoxLayout;

namespace lanyard::ui {

/// Registries that clients ask for in vain, the most wanted ones, each with a button that adds it.
/// Hidden when there are none.
class SuggestionList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SuggestionList)

public:
    explicit SuggestionList(QWidget *parent = nullptr);

    void setSuggestions(const QList<UpstreamSuggestion> &suggestions);

Q_SIGNALS:
    void addRequested(const QString &registry);

private:
    QWidget *makeLine(const UpstreamSuggestion &suggestion);

    QVBoxLayout *m_lines;
    QList<UpstreamSuggestion> m_suggestions;
};

} // namespace lanyard::ui
