// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/seencombo.h"

#include "format.h"
#include "uilimits.h"

namespace lanyard::ui {

SeenCombo::SeenCombo(const QString &all, QWidget *parent)
    : QComboBox(parent)
{
    addItem(all);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(static_cast<int>(all.size()) + 2);
}

void SeenCombo::note(const QByteArray &value)
{
    if (value.isEmpty() || m_noted.size() == limits::seenValues || m_noted.contains(value))
        return;
    m_noted.insert(value);
    add(value);
}

void SeenCombo::choose(const QByteArray &value)
{
    setCurrentIndex(value.isEmpty() ? 0 : add(value));
}

/// Where it is, or is put.
int SeenCombo::add(const QByteArray &value)
{
    int index = 1;
    while (index < count() && itemData(index).toByteArray() < value)
        ++index;
    if (index == count() || itemData(index).toByteArray() != value)
        insertItem(index, printable(value), value);
    return index;
}

} // namespace lanyard::ui
