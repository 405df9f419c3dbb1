// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/endfollower.h"

#include <QScrollBar>

namespace lanyard::ui {

EndFollower::EndFollower(QAbstractItemView &view)
    : QObject(&view)
    , m_view(view)
{
    const QScrollBar *bar = view.verticalScrollBar();
    connect(view.model(), &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_isFollowing)
            m_view.scrollToBottom();
    });
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { set(value >= bar->maximum()); });
    // A window that becomes smaller, or a longer list, moves the end away from the value.
    connect(bar, &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        if (m_isFollowing)
            m_view.verticalScrollBar()->setValue(maximum);
    });
}

void EndFollower::follow()
{
    set(true);
    m_view.scrollToBottom();
}

void EndFollower::stay()
{
    set(false);
}

void EndFollower::set(bool isFollowing)
{
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT changed(isFollowing);
}

} // namespace lanyard::ui
