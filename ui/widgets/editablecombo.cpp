// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editablecombo.h"

#include <QComboBox>
#include <QKeyEvent>

namespace lanyard::ui {

namespace {

/// Alt and a letter are for a control, also for one that is not enabled just now: they are no text.
class AltFilter final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *const key = static_cast<const QKeyEvent *>(event);
        const bool isText = !key->text().isEmpty() && key->text().at(0).isPrint();
        return key->modifiers() == Qt::AltModifier && isText;
    }
};

} // namespace

QComboBox *makeEditableCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setEditable(true);
    // Keys come to the combo, which hands them to its line.
    combo->installEventFilter(new AltFilter(combo));
    return combo;
}

} // namespace lanyard::ui
