// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attentioncard.h"

#include "symbols.h"
#include "theme.h"
#include "widgets/card.h"
#include "widgets/mutedlabel.h"
#include "widgets/sign.h"
#include "widgets/titlelabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

/// Which item a button is of, so that it is found again when its words have changed.
QString nameOf(const AttentionItem &item)
{
    return QStringLiteral("mend %1 %2").arg(static_cast<int>(item.kind)).arg(item.subject);
}

QIcon iconOf(AttentionItem::Severity severity, const QPalette &palette)
{
    switch (severity) {
    case AttentionItem::Severity::Error:
        return symbolIcon(Symbol::Error, errorColour(palette));
    case AttentionItem::Severity::Warning:
        return symbolIcon(Symbol::Warning, warningColour(palette));
    case AttentionItem::Severity::Info:
        return symbolIcon(Symbol::Info);
    }
    return {};
}

QString severityName(AttentionItem::Severity severity)
{
    switch (severity) {
    case AttentionItem::Severity::Error:
        return AttentionCard::tr("Error");
    case AttentionItem::Severity::Warning:
        return AttentionCard::tr("Warning");
    case AttentionItem::Severity::Info:
        return AttentionCard::tr("Note");
    }
    return {};
}

} // namespace

AttentionCard::AttentionCard(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(new TitleLabel(tr("Needs attention"), card));
    layout->addLayout(m_rows);
    rebuild();
}

void AttentionCard::setItems(const QList<AttentionItem> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    rebuild();
}

void AttentionCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void AttentionCard::rebuild()
{
    const QWidget *focus = focusWidget();
    const QString focused = focus != nullptr && focus->hasFocus() ? focus->objectName() : QString();
    if (m_content != nullptr) {
        // Later: it may be one of its buttons that has led here.
        m_rows->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *layout = new QGridLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    for (const AttentionItem &item : m_items)
        addRow(*layout, item);
    if (m_items.isEmpty()) {
        layout->addWidget(makeSign(symbolIcon(Symbol::Check), {}, m_content), 0, 0);
        layout->addWidget(new MutedLabel(tr("Nothing needs attention."), m_content), 0, 1);
    }
    m_rows->addWidget(m_content);
    // At once: the layout would do it later, and a moment would show neither the old nor the new.
    m_content->show();
    if (focused.isEmpty())
        return;
    if (auto *button = m_content->findChild<QPushButton *>(focused))
        button->setFocus();
}

void AttentionCard::addRow(QGridLayout &layout, const AttentionItem &item)
{
    auto *text = new QLabel(item.text, m_content);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *button = new QPushButton(actionText(item.action), m_content);
    button->setObjectName(nameOf(item));
    button->setAccessibleDescription(item.text);
    connect(button, &QPushButton::clicked, this,
            [this, action = item.action, subject = item.subject] {
                Q_EMIT actionRequested(action, subject);
            });
    const int row = layout.rowCount();
    layout.addWidget(
        makeSign(iconOf(item.severity, palette()), severityName(item.severity), m_content), row, 0);
    layout.addWidget(text, row, 1);
    layout.addWidget(button, row, 2);
}

} // namespace lanyard::ui
