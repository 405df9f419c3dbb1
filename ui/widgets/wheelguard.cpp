// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wheelguard.h"

#include <QEvent>
#include <QWidget>

namespace lanyard::ui {

namespace {

const QString guardName = QStringLiteral("wheelGuard");

class WheelGuard final : public QObject
{
public:
    explicit WheelGuard(QWidget *field)
        : QObject(field)
        , m_field(*field)
    {
        setObjectName(guardName);
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }

    Q_DISABLE_COPY_MOVE(WheelGuard)

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || m_field.hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }

private:
    const QWidget &m_field;
};

} // namespace

void guardWheel(QWidget *field)
{
    if (!field->findChild<QObject *>(guardName, Qt::FindDirectChildrenOnly))
        new WheelGuard(field);
}

} // namespace lanyard::ui
