// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/workline.h"

#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QStyle>

namespace lanyard::ui {

WorkLine::WorkLine(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_detail(new MutedLabel({}, this))
{
    m_text->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_text, static_cast<QLabel *>(m_detail)}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

/// A label that is given the text it has forgets what is selected in it.
void WorkLine::setContent(const Content &content)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_sign->setPixmap(
        symbolIcon(content.symbol, content.colour).pixmap(QSize(side, side), devicePixelRatioF()));
    m_sign->setAccessibleName(content.sign);
    if (content.text != m_text->text())
        m_text->setText(content.text);
    if (content.detail != m_detail->text())
        m_detail->setText(content.detail);
    m_detail->setVisible(!content.detail.isEmpty());
}

QStringList WorkLine::texts() const
{
    return m_detail->text().isEmpty() ? QStringList{m_text->text()}
                                      : QStringList{m_text->text(), m_detail->text()};
}

} // namespace lanyard::ui
