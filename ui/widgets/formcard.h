// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/card.h"

class QFormLayout;
class QLabel;
class QLayout;

namespace lanyard::ui {

/// The label before a field. Its mnemonic leads to `buddy`.
QLabel *fieldLabel(const QString &text, QWidget *buddy);

/// Makes all such labels of a page as wide as the widest of them, so that the fields of all its
/// cards stand in one line.
void alignFields(const QWidget &page);

/// Puts it in the column of the fields, with no label before it.
void addBelow(QFormLayout &form, QWidget *widget);

/// A card with a title and fields below it, each with its label.
class FormCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormCard)

public:
    explicit FormCard(const QString &title, QWidget *parent = nullptr);

    /// The mnemonic of `label` leads to `field`.
    void addField(const QString &label, QWidget *field);
    /// A field that is a row of its own parts; the label leads to `buddy`.
    void addField(const QString &label, QLayout *row, QWidget *buddy);
    /// Below the field before it, such as its note; or a field that has its label in itself.
    void addBelow(QWidget *widget);
    /// Over the whole width.
    void addWide(QWidget *widget);

    QFormLayout *form() const { return m_form; }

private:
    QFormLayout *m_form;
};

} // namespace lanyard::ui
