// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/registrychoice.h"

#include "format.h"

#include <QCheckBox>
#include <QGridLayout>

namespace lanyard::ui {

namespace {

constexpr int columns = 2;
constexpr int columnGap = 24;

} // namespace

RegistryChoice::RegistryChoice(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(columnGap);
    m_grid->setColumnStretch(columns, 1);
}

void RegistryChoice::offer(const QStringList &registries)
{
    if (registries == m_offered)
        return;
    m_offered = registries;
    qDeleteAll(findChildren<QCheckBox *>());
    for (int i = 0; i < m_offered.size(); ++i) {
        const QString &registry = m_offered[i];
        auto *box =
            new QCheckBox(printable(registry.toUtf8()).replace(u'&', QStringLiteral("&&")), this);
        box->setObjectName(registry);
        box->setChecked(!m_unwanted.contains(registry));
        connect(box, &QCheckBox::toggled, this, [this, registry](bool isWanted) {
            if (isWanted)
                m_unwanted.remove(registry);
            else
                m_unwanted.insert(registry);
            Q_EMIT changed();
        });
        m_grid->addWidget(box, i / columns, i % columns);
    }
}

QStringList RegistryChoice::wanted() const
{
    QStringList wanted;
    for (const QString &registry : m_offered) {
        if (!m_unwanted.contains(registry))
            wanted += registry;
    }
    return wanted;
}

} // namespace lanyard::ui
