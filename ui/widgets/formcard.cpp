// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formcard.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

constexpr int labelCharacters = 27; ///< at least
const auto labelName = QStringLiteral("fieldLabel");

} // namespace

QLabel *fieldLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setObjectName(labelName);
    label->setBuddy(buddy);
    label->setMinimumWidth(labelCharacters * label->fontMetrics().averageCharWidth());
    return label;
}

void alignFields(const QWidget &page)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>(labelName);
    int widest = 0;
    for (const QLabel *label : labels)
        widest = qMax(widest, label->sizeHint().width());
    for (QLabel *label : labels)
        label->setMinimumWidth(qMax(widest, label->minimumWidth()));
}

void addBelow(QFormLayout &form, QWidget *widget)
{
    const int row = form.rowCount();
    // Without a label, the layout gives a row the height that its text has where it is narrow.
    form.setItem(row, QFormLayout::LabelRole, new QSpacerItem(0, 0));
    form.setWidget(row, QFormLayout::FieldRole, widget);
}

FormCard::FormCard(const QString &title, QWidget *parent)
    : Card(parent)
    , m_form(new QFormLayout)
{
    auto *heading = new QLabel(title, this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setWeight(QFont::DemiBold);
    heading->setFont(large);
    heading->setTextFormat(Qt::PlainText);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addLayout(m_form);
    setAccessibleName(title);
}

void FormCard::addField(const QString &label, QWidget *field)
{
    m_form->addRow(fieldLabel(label, field), field);
}

void FormCard::addField(const QString &label, QLayout *row, QWidget *buddy)
{
    m_form->addRow(fieldLabel(label, buddy), row);
}

void FormCard::addBelow(QWidget *widget)
{
    ui::addBelow(*m_form, widget);
}

void FormCard::addWide(QWidget *widget)
{
    m_form->addRow(widget);
}

} // namespace lanyard::ui
