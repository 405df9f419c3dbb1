// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requestfacts.h"

#include <QTextEdit>

namespace lanyard::ui {

/// All that is known of one request, or of a pull, as text that can be selected. What comes from
/// the network is put in as plain text.
class RequestDetails final : public QTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestDetails)

public:
    explicit RequestDetails(QWidget *parent = nullptr);

    void show(const QList<FactGroup> &groups);
    /// Below them; in the place of what was added before.
    void setMore(const FactGroup &group);
    /// Nothing is chosen.
    void showNothing();

    /// What is shown, as lines; empty: nothing is chosen.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void append(const FactGroup &group);

    QList<FactGroup> m_groups;
    QList<FactGroup> m_more; ///< none, or one
};

} // namespace lanyard::ui
