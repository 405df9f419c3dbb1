// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure.h"

#include "widgets/mutedlabel.h"

#include <QVBoxLayout>

namespace lanyard::ui {

Figure::Figure(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_value(new QLabel(this))
    , m_detail(new MutedLabel({}, this))
{
    auto *titleLabel = new MutedLabel(title, this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    m_value->setFont(large);
    m_value->setTextFormat(Qt::PlainText);
    m_value->setAccessibleName(title);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(titleLabel);
    layout->addWidget(m_value);
    layout->addWidget(m_detail);
}

void Figure::setValue(const QString &value, const QString &detail)
{
    m_value->setText(value);
    m_detail->setText(detail);
}

} // namespace lanyard::ui
