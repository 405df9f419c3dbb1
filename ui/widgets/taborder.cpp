// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTableWidget>
#include <QTabWidget>

namespace lanyard::ui {

namespace {

/// Where Tab comes in, and from where it goes on.
struct Stop
{
    QWidget *entry;
    QWidget *exit;
};

void collect(const QLayout &layout, QList<Stop> &stops);
void collect(QWidget &widget, QList<Stop> &stops);

void collectIfAny(QWidget *widget, QList<Stop> &stops)
{
    if (widget)
        collect(*widget, stops);
}

/// What has its parts in no layout.
void collectParts(const QWidget &widget, QList<Stop> &stops)
{
    if (const auto *const area = qobject_cast<const QScrollArea *>(&widget)) {
        collectIfAny(area->widget(), stops);
    } else if (const auto *const splitter = qobject_cast<const QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(*splitter->widget(i), stops);
    } else if (const auto *const table = qobject_cast<const QTableWidget *>(&widget)) {
        for (int row = 0; row < table->rowCount(); ++row) {
            for (int column = 0; column < table->columnCount(); ++column)
                collectIfAny(table->cellWidget(row, column), stops);
        }
    }
}

void collectTabs(QTabWidget &tabs, QList<Stop> &stops)
{
    stops += Stop{.entry = &tabs, .exit = tabs.tabBar()};
    collectIfAny(tabs.cornerWidget(), stops);
    for (int i = 0; i < tabs.count(); ++i)
        collect(*tabs.widget(i), stops);
}

void collect(QWidget &widget, QList<Stop> &stops)
{
    if (auto *const tabs = qobject_cast<QTabWidget *>(&widget)) {
        collectTabs(*tabs, stops);
        return;
    }
    if (widget.focusPolicy() & Qt::TabFocus)
        stops += Stop{.entry = &widget, .exit = &widget};
    // Its parts go with it.
    if (widget.focusProxy())
        return;
    if (widget.layout())
        collect(*widget.layout(), stops);
    else
        collectParts(widget, stops);
}

void collect(const QLayout &layout, QList<Stop> &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *const item = layout.itemAt(i);
        if (QWidget *const widget = item->widget())
            collect(*widget, stops);
        else if (item->layout())
            collect(*item->layout(), stops);
    }
}

} // namespace

void tabAsItIsRead(const QWidget &root)
{
    QList<Stop> stops;
    if (root.layout())
        collect(*root.layout(), stops);
    for (int i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1].exit, stops[i].entry);
}

} // namespace lanyard::ui
