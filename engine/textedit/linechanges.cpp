// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/linechanges.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace lanyard::textedit {

namespace {

/// Of the table below: 16 MiB.
constexpr std::size_t comparedPairsMax = 4'000'000;

using Lines = std::span<const QByteArrayView>;

/// How long the longest common subsequence is of the lines from each position on.
class CommonLengths
{
public:
    CommonLengths(Lines before, Lines after)
        : m_columns(after.size() + 1)
        , m_lengths((before.size() + 1) * m_columns, 0)
    {
        for (std::size_t i = before.size(); i-- > 0;) {
            for (std::size_t j = after.size(); j-- > 0;)
                m_lengths[i * m_columns + j] = before[i] == after[j]
                                                   ? at(i + 1, j + 1) + 1
                                                   : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    std::uint32_t at(std::size_t i, std::size_t j) const { return m_lengths[i * m_columns + j]; }

private:
    const std::size_t m_columns;
    std::vector<std::uint32_t> m_lengths;
};

std::vector<LineChange> smallestChanges(Lines before, Lines after, qsizetype offset)
{
    const CommonLengths common(before, after);
    std::vector<LineChange> changes;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto isSame = [&] {
        return i < before.size() && j < after.size() && before[i] == after[j];
    };
    while (i < before.size() || j < after.size()) {
        if (isSame()) {
            ++i;
            ++j;
            continue;
        }
        LineChange change{.beforeBegin = offset + static_cast<qsizetype>(i),
                          .afterBegin = offset + static_cast<qsizetype>(j)};
        while ((i < before.size() || j < after.size()) && !isSame()) {
            const bool isRemoved =
                j == after.size() ||
                (i < before.size() && common.at(i + 1, j) >= common.at(i, j + 1));
            ++(isRemoved ? i : j);
        }
        change.beforeEnd = offset + static_cast<qsizetype>(i);
        change.afterEnd = offset + static_cast<qsizetype>(j);
        changes.push_back(change);
    }
    return changes;
}

} // namespace

std::vector<QByteArrayView> linesOf(const QByteArray &text)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.indexOf('\n', begin);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        lines.push_back(QByteArrayView(text).sliced(begin, end - begin));
        begin = end;
    }
    return lines;
}

std::vector<LineChange> lineChanges(const std::vector<QByteArrayView> &before,
                                    const std::vector<QByteArrayView> &after)
{
    const auto start = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = start.first - before.begin();
    const auto end =
        std::mismatch(before.rbegin(), before.rend() - same, after.rbegin(), after.rend() - same);
    const Lines changedBefore = Lines(before).subspan(
        static_cast<std::size_t>(same), static_cast<std::size_t>(end.first.base() - start.first));
    const Lines changedAfter = Lines(after).subspan(
        static_cast<std::size_t>(same), static_cast<std::size_t>(end.second.base() - start.second));
    if (changedBefore.empty() && changedAfter.empty())
        return {};
    if ((changedBefore.size() + 1) * (changedAfter.size() + 1) > comparedPairsMax)
        return {{.beforeBegin = same,
                 .beforeEnd = same + static_cast<qsizetype>(changedBefore.size()),
                 .afterBegin = same,
                 .afterEnd = same + static_cast<qsizetype>(changedAfter.size())}};
    return smallestChanges(changedBefore, changedAfter, same);
}

} // namespace lanyard::textedit
