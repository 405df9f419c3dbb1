// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include "theme.h"
#include "uilimits.h"
#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace lanyard::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_others(new MutedLabel({}, this))
    , m_restart(new QPushButton(tr("&Restart now"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *dismiss = new QToolButton(this);
    dismiss->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    dismiss->setAutoRaise(true);
    dismiss->setToolTip(tr("Dismiss"));
    dismiss->setAccessibleName(tr("Dismiss the message"));
    connect(dismiss, &QToolButton::clicked, this, &NoticeBar::clear);
    connect(m_restart, &QPushButton::clicked, this, &NoticeBar::restartWanted);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_others);
    layout->addWidget(m_restart, 0, Qt::AlignTop);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::add(const Notice &notice)
{
    Notice kept = notice;
    kept.text.truncate(limits::noticeCharacters);
    m_notices.removeAll(kept);
    m_notices.append(kept);
    if (m_notices.size() > limits::notices)
        m_notices.removeFirst();
    refresh();
}

void NoticeBar::clear()
{
    m_notices.clear();
    refresh();
}

void NoticeBar::refresh()
{
    setVisible(!m_notices.isEmpty());
    if (m_notices.isEmpty())
        return;
    const Notice &newest = m_notices.last();
    const bool isError = newest.severity == Notice::Severity::Error;
    const int iconSide = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(
        style()
            ->standardIcon(isError ? QStyle::SP_MessageBoxCritical : QStyle::SP_MessageBoxWarning)
            .pixmap(iconSide));
    m_icon->setAccessibleName(isError ? tr("Error") : tr("Warning"));
    m_text->setText(newest.text);
    m_restart->setVisible(newest.action == Notice::Action::Restart);
    QString earlier;
    for (qsizetype i = m_notices.size() - 2; i >= 0; --i)
        earlier += QStringLiteral("<p>%1</p>").arg(m_notices.at(i).text.toHtmlEscaped());
    m_others->setText(tr("and %n earlier", nullptr, static_cast<int>(m_notices.size()) - 1));
    m_others->setToolTip(earlier);
    m_others->setVisible(m_notices.size() > 1);
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    if (m_notices.isEmpty())
        return;
    const bool isError = m_notices.last().severity == Notice::Severity::Error;
    const QColor accent = isError ? errorColour(palette()) : warningColour(palette());
    constexpr double radius = 6;
    QColor tint = accent;
    tint.setAlphaF(0.10F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(accent);
    painter.setBrush(palette().base());
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, radius, radius);
    painter.setBrush(tint);
    painter.drawRoundedRect(outline, radius, radius);
}

} // namespace lanyard::ui
