// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QComboBox>
#include <QSet>

namespace lanyard::ui {

/// A choice among the values that were seen so far, in their order, or all of them. Offers
/// limits::seenValues at most.
class SeenCombo final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeenCombo)

public:
    /// `all` stands for no choice.
    explicit SeenCombo(const QString &all, QWidget *parent = nullptr);

    /// Offers the value from now on; an empty one is none. Cheap when it is there already.
    void note(const QByteArray &value);

    /// The chosen value; empty: all.
    QByteArray chosen() const { return currentData().toByteArray(); }

    /// Also one that was not seen.
    void choose(const QByteArray &value);

private:
    int add(const QByteArray &value);

    QSet<QByteArray> m_noted;
};

} // namespace lanyard::ui
