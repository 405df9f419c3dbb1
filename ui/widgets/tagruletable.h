// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTableWidget;

namespace lanyard::ui {

class MessageLine;

/// How long tags hold, to be edited: a pattern of tags and a time a row, of which the first that
/// fits counts.
class TagRuleTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagRuleTable)

public:
    explicit TagRuleTable(QWidget *parent = nullptr);

    void setRules(const std::vector<TagRule> &rules);
    /// Rows without a pattern are left out.
    std::vector<TagRule> rules() const;

    void setProblem(const QString &problem);

    QTableWidget &table() { return *m_table; }

Q_SIGNALS:
    void edited();

private:
    QWidget *makeButtons();
    void addRow(const TagRule &rule);
    void addNew();
    void removeCurrent();
    void move(int by);
    void updateButtons();

    QTableWidget *m_table;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    MessageLine *m_problem;
};

} // namespace lanyard::ui
