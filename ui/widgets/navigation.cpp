// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>

namespace lanyard::ui {

namespace {

constexpr int nameRole = Qt::UserRole;

} // namespace

Navigation::Navigation(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Pages"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setUniformItemSizes(true);
    // It stands on the window, not in it: only the current page is marked.
    viewport()->setAutoFillBackground(false);
    adaptToFont();
}

void Navigation::addPage(Symbol symbol, const QString &name)
{
    auto *item = new QListWidgetItem(symbolIcon(symbol), name, this);
    item->setData(nameRole, name);
    item->setSizeHint({0, fontMetrics().height() * 2});
    updateGeometry();
}

void Navigation::setAttention(int page, int count)
{
    QListWidgetItem *item = this->item(page);
    const QString name = item->data(nameRole).toString();
    item->setText(count == 0 ? name : tr("%1 (%2)").arg(name, QLocale().toString(count)));
    item->setToolTip(count == 0 ? QString() : tr("%n need attention", nullptr, count));
    updateGeometry();
}

QSize Navigation::sizeHint() const
{
    const int text = sizeHintForColumn(0);
    return {qMax(text + fontMetrics().averageCharWidth() * 3, fontMetrics().height() * 9),
            QListWidget::sizeHint().height()};
}

void Navigation::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptToFont();
}

void Navigation::adaptToFont()
{
    const int side = qRound(fontMetrics().height() * 1.1);
    setIconSize({side, side});
    for (int row = 0; row < count(); ++row)
        item(row)->setSizeHint({0, fontMetrics().height() * 2});
    updateGeometry();
}

} // namespace lanyard::ui
