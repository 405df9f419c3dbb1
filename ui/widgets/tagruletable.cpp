// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tagruletable.h"

#include "upstreamtext.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lanyard::ui {

namespace {

enum Column { MatchColumn, HoldColumn, ColumnCount };

constexpr int forEver = -1; ///< beside times in seconds

/// What may be chosen; others are kept where they are.
constexpr std::array usualTimes{forEver, 0, 60, 300, 900, 3'600, 21'600, 86'400, 604'800};

int timeOf(const TagRule &rule)
{
    return rule.isImmutable ? forEver : static_cast<int>(rule.ttl.count());
}

} // namespace

TagRuleTable::TagRuleTable(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move d&own"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_problem(new MessageLine(this))
{
    auto *text = new MutedLabel(
        tr("The first rule whose pattern fits a tag says how long its answer holds. A pattern has "
           "* and ?, or is re: and a regular expression. Without rules the usual ones count."),
        this);
    text->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Tags"), tr("The registry is asked")});
    m_table->setAccessibleName(tr("Tag rules"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    connect(m_table, &QTableWidget::itemChanged, this, &TagRuleTable::edited);
    connect(m_table, &QTableWidget::currentCellChanged, this, &TagRuleTable::updateButtons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addWidget(makeButtons());
    updateButtons();
}

QWidget *TagRuleTable::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("Add &rule"), this);
    connect(add, &QPushButton::clicked, this, &TagRuleTable::addNew);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &TagRuleTable::removeCurrent);
    for (QPushButton *button : {add, m_up, m_down, m_remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return buttons;
}

void TagRuleTable::setRules(const std::vector<TagRule> &rules)
{
    m_table->setRowCount(0);
    for (const TagRule &rule : rules)
        addRow(rule);
    updateButtons();
}

void TagRuleTable::addRow(const TagRule &rule)
{
    const int row = m_table->rowCount();
    auto *choice = new QComboBox(m_table);
    choice->setAccessibleName(tr("When the registry is asked"));
    std::vector<int> times(usualTimes.begin(), usualTimes.end());
    const int own = timeOf(rule);
    if (std::find(times.begin(), times.end(), own) == times.end())
        times.push_back(own);
    for (const int time : times)
        choice->addItem(tagHoldText({.match = {},
                                     .isImmutable = time == forEver,
                                     .ttl = std::chrono::seconds(std::max(time, 0))}),
                        time);
    choice->setCurrentIndex(choice->findData(own));
    connect(choice, &QComboBox::currentIndexChanged, this, &TagRuleTable::edited);
    m_table->insertRow(row);
    m_table->setItem(row, MatchColumn, new QTableWidgetItem(QString::fromStdString(rule.match)));
    m_table->setCellWidget(row, HoldColumn, choice);
    tabAsItIsRead(*this);
}

std::vector<TagRule> TagRuleTable::rules() const
{
    std::vector<TagRule> rules;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QTableWidgetItem *match = m_table->item(row, MatchColumn);
        const auto *choice = qobject_cast<QComboBox *>(m_table->cellWidget(row, HoldColumn));
        const QString pattern = match != nullptr ? match->text().trimmed() : QString();
        if (pattern.isEmpty() || choice == nullptr)
            continue;
        const int time = choice->currentData().toInt();
        rules.push_back({.match = pattern.toStdString(),
                         .isImmutable = time == forEver,
                         .ttl = std::chrono::seconds(std::max(time, 0))});
    }
    return rules;
}

void TagRuleTable::addNew()
{
    addRow({.match = {}, .ttl = std::chrono::hours(1)});
    m_table->setCurrentCell(m_table->rowCount() - 1, MatchColumn);
    m_table->setFocus();
    m_table->editItem(m_table->item(m_table->rowCount() - 1, MatchColumn));
    Q_EMIT edited();
}

void TagRuleTable::removeCurrent()
{
    m_table->removeRow(m_table->currentRow());
    updateButtons();
    Q_EMIT edited();
}

void TagRuleTable::move(int by)
{
    const int from = m_table->currentRow();
    const int to = from + by;
    std::vector<TagRule> all = rules();
    // Rows without a pattern have no place among the rules.
    if (static_cast<int>(all.size()) != m_table->rowCount() || to < 0 || to >= m_table->rowCount())
        return;
    std::swap(all[static_cast<std::size_t>(from)], all[static_cast<std::size_t>(to)]);
    setRules(all);
    m_table->setCurrentCell(to, MatchColumn);
    Q_EMIT edited();
}

void TagRuleTable::updateButtons()
{
    const int row = m_table->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
    m_remove->setEnabled(row >= 0);
}

void TagRuleTable::setProblem(const QString &problem)
{
    if (problem.isEmpty())
        m_problem->clear();
    else
        m_problem->tell({.severity = Notice::Severity::Error, .text = problem});
}

} // namespace lanyard::ui
