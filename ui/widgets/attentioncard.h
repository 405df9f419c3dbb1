// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attention.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace lanyard::ui {

/// What needs attention, each with the button that mends it; one quiet line when nothing does.
class AttentionCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionCard)

public:
    explicit AttentionCard(QWidget *parent = nullptr);

    /// A button that has the focus keeps it while its item is there.
    void setItems(const QList<AttentionItem> &items);

    const QList<AttentionItem> &items() const { return m_items; }

Q_SIGNALS:
    void actionRequested(lanyard::ui::AttentionItem::Action action, const QString &subject);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addRow(QGridLayout &layout, const AttentionItem &item);

    QList<AttentionItem> m_items;
    QVBoxLayout *m_rows;
    QWidget *m_content = nullptr;
};

} // namespace lanyard::ui
