// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace lanyard::ui {

/// The registries that a cache mirrors, each to be chosen or left out. What a person has left out
/// stays so when another cache offers it.
class RegistryChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegistryChoice)

public:
    explicit RegistryChoice(QWidget *parent = nullptr);

    void offer(const QStringList &registries);

    const QStringList &offered() const { return m_offered; }

    /// Those of them that are chosen, in the same order.
    QStringList wanted() const;

Q_SIGNALS:
    /// By a person.
    void changed();

private:
    QStringList m_offered;
    QSet<QString> m_unwanted;
    QGridLayout *m_grid;
};

} // namespace lanyard::ui
