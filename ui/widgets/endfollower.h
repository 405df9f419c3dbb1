// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace lanyard::ui {

/// Keeps a view at its newest rows, which are at its end, for as long as nobody scrolls away from
/// them. A child of the view, made when that has its model.
class EndFollower final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndFollower)

public:
    explicit EndFollower(QAbstractItemView &view);

    bool isFollowing() const { return m_isFollowing; }

    /// Goes to the end and stays there.
    void follow();
    /// Stays with the rows that are seen now.
    void stay();

Q_SIGNALS:
    void changed(bool isFollowing);

private:
    void set(bool isFollowing);

    QAbstractItemView &m_view;
    bool m_isFollowing = true;
};

} // namespace lanyard::ui
