// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/requestfilter.h"
#include "pullgrouping.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace lanyard::ui {

/// The request log with the requests of one pull as one line, which has them below it. A line is
/// there when a request of it fits the criteria; below it are those that fit, while it tells of all
/// of them, also of those that are not kept any more. What belongs to no pull, and a pull of one
/// request, is a line without others below it. Columns and roles are those of RequestModel.
///
/// Lives on the UI thread; the model must outlive it. A batch costs one insertion at the end, and
/// one for each pull that goes on.
class PullModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PullModel)

public:
    PullModel(RequestModel &model, const RequestCriteria &criteria, QObject *parent = nullptr);

    void setCriteria(const RequestCriteria &criteria);

    /// nullptr: the line of a pull.
    const RequestRecord *record(const QModelIndex &index) const;
    /// nullptr: not the line of a pull.
    const PullSummary *pull(const QModelIndex &index) const;
    /// The sequence numbers (RequestModel::firstSequence) of what the line shows, or has below it.
    std::vector<std::uint64_t> sequences(const QModelIndex &index) const;
    /// What shows that request; invalid when nothing does.
    QModelIndex indexOf(std::uint64_t sequence) const;

    /// How many requests there are, in all lines.
    int shownCount() const { return m_shownCount; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Around all changes of a batch.
    void batchBegins();
    void batchEnded();

private:
    struct Line
    {
        std::unique_ptr<PullSummary> pull; ///< none: a request that stands alone
        std::vector<std::uint64_t> shown;  ///< sequences that fit, ascending
        int kept = 0;                      ///< requests that the model still has
        int children = 0;                  ///< rows below it: none, or all that are shown

        /// Whether it has rows below it, when requests of it are shown.
        bool opens() const { return pull && pull->requests > 1; }
    };

    using Number = std::uint64_t; ///< of a line, ascending

    /// What a batch adds: by line, the sequences that fit.
    using Additions = std::map<Number, std::vector<std::uint64_t>>;

    void showWhatFits();
    Additions take(int firstRow, int lastRow);
    void addRows(int firstRow, int lastRow);
    void addBelow(Number number, Line &line, const std::vector<std::uint64_t> &added);
    void addLines(const std::vector<Number> &numbers);
    void tellChanged(const Additions &additions, const std::vector<Number> &fresh);
    void removeRowsUpTo(int lastRow);
    void removeBelow(Number number, Line &line, int count);
    void removeLines(const std::vector<Number> &numbers);

    /// How many rows a line has below it.
    static int childrenOf(const Line &line);
    /// Of a line that is shown, or where it would be.
    int rowOf(Number number) const;
    QModelIndex lineIndex(Number number, int column = 0) const;
    /// The line of an index, or the one above it.
    const Line &lineOf(const QModelIndex &index) const;
    const RequestRecord &recordOf(std::uint64_t sequence) const;

    RequestModel &m_model;
    RequestMatcher m_matcher;
    PullGrouping m_grouping;
    std::map<Number, Line> m_lines; ///< all of which the model has a request
    std::deque<Number> m_numbers;   ///< of those that are shown
    std::deque<Number> m_numberOf;  ///< of each row of the model
    int m_shownCount = 0;
};

} // namespace lanyard::ui
