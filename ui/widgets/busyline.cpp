// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/busyline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace lanyard::ui {

BusyLine::BusyLine(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_what(new QLabel(this))
{
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 14);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_what, 1);
    hide();
}

void BusyLine::begin(const QString &what)
{
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    show();
}

void BusyLine::end()
{
    hide();
}

} // namespace lanyard::ui
