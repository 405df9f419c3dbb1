// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pullmodel.h"

#include <QPersistentModelIndex>
#include <QTreeView>

#include <vector>

namespace lanyard::ui {

class EndFollower;

/// The request log with pulls as lines that open. Shows the newest lines for as long as it is
/// scrolled to its end; who opens a pull, or scrolls away, stays with what is looked at.
class PullTree final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PullTree)

public:
    /// The model must outlive the tree.
    explicit PullTree(PullModel &pulls, QWidget *parent = nullptr);

    EndFollower &follower() { return *m_follower; }

    /// The requests that are selected, or below a line that is, by their sequence numbers,
    /// ascending.
    std::vector<std::uint64_t> selectedSequences() const;
    /// Makes its row the current one, and opens the line above it; nothing when no row shows it.
    void goTo(std::uint64_t sequence);

private:
    void rememberTop();
    void restoreTop();

    PullModel &m_pulls;
    EndFollower *m_follower;
    QPersistentModelIndex m_top; ///< the first row that is seen, during a batch
    int m_topOffset = 0;         ///< of it, in the view
};

} // namespace lanyard::ui
