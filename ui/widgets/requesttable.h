// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/requestfilter.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace lanyard::ui {

class EndFollower;

/// The request log as a table. Shows the newest rows for as long as it is scrolled to its end, and
/// otherwise stays with the rows that are looked at, even when older ones go. New criteria keep the
/// current row.
class RequestTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestTable)

public:
    /// The filter must outlive the table.
    explicit RequestTable(RequestFilter &filter, QWidget *parent = nullptr);

    EndFollower &follower() { return *m_follower; }

    /// The requests that are selected, by their sequence numbers, ascending.
    std::vector<std::uint64_t> selectedSequences() const;
    /// Makes its row the current one; nothing when no row shows it.
    void goTo(std::uint64_t sequence);

private:
    void onRowsRemoved(int count);
    void rememberCurrent();
    void restoreCurrent();

    RequestFilter &m_filter;
    EndFollower *m_follower;
    std::optional<std::uint64_t> m_remembered; ///< sequence of the current row during a reset
};

} // namespace lanyard::ui
