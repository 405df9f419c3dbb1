// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pullmodel.h"
#include "models/requestfilter.h"

#include <QAbstractItemView>
#include <QStackedWidget>

#include <memory>
#include <variant>
#include <vector>

namespace lanyard::ui {

class EndFollower;
class KeptColumns;
class PullTree;
class RequestTable;

/// The request log in one of its two forms: a row for each request, or one for each pull that opens
/// to its requests. The current row is kept when the form or the criteria change.
class RequestLog final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLog)

public:
    /// The model must outlive the log.
    explicit RequestLog(RequestModel &model, QWidget *parent = nullptr);
    ~RequestLog() override;

    void setCriteria(const RequestCriteria &criteria);
    void setGrouped(bool isGrouped);

    bool isGrouped() const { return m_pulls != nullptr; }

    /// Goes to the newest request and stays there.
    void follow();
    bool isFollowing() const;

    /// How many requests fit the criteria.
    int shownCount() const { return m_filter.rowCount(); }

    /// All of those.
    QList<RequestRecord> shownRecords() const;
    /// Those that are selected, or below a line that is.
    QList<RequestRecord> selectedRecords() const;
    bool hasSelection() const;

    /// What the current row is about; monostate: there is none.
    using Subject = std::variant<std::monostate, RequestRecord, PullSummary>;
    Subject current() const;

    QAbstractItemView &view() const;

Q_SIGNALS:
    void followingChanged(bool isFollowing);
    void currentChanged();
    void selectionChanged();
    /// By Enter, or a double click.
    void activated();
    /// `position` is on the screen.
    void menuRequested(const QPoint &position);
    /// shownCount() may be another one.
    void countChanged();

private:
    void connectView(QAbstractItemView &view, EndFollower &follower);
    void group();
    void ungroup();

    RequestModel &m_model;
    RequestFilter m_filter;
    RequestTable *m_table;
    KeptColumns *m_columns;
    std::unique_ptr<PullModel> m_pulls; ///< while grouped
    PullTree *m_tree = nullptr;         ///< while grouped
};

} // namespace lanyard::ui
