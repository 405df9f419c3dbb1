// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/requestfilter.h"

#include <QTableView>

#include <optional>

namespace lanyard::ui {

/// The request log as a table. Shows the newest rows for as long as it is scrolled to its end, and
/// otherwise stays with the rows that are looked at, even when older ones go. New criteria keep the
/// current row. Copies the selected rows.
class RequestTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestTable)

public:
    /// The filter must outlive the table.
    explicit RequestTable(RequestFilter &filter, QWidget *parent = nullptr);

    bool isFollowing() const { return m_isFollowing; }

    /// Scrolls to the newest row and stays there.
    void follow();
    void copySelection() const;

Q_SIGNALS:
    void followingChanged(bool isFollowing);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpColumns();
    void setFollowing(bool isFollowing);
    void onRowsInserted();
    void onRowsRemoved(int count);
    void rememberCurrent();
    void restoreCurrent();

    RequestFilter &m_filter;
    std::optional<std::uint64_t> m_remembered; ///< sequence of the current row during a reset
    bool m_isFollowing = true;
};

} // namespace lanyard::ui
