// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostnames.h"

#include "format.h"
#include "uilimits.h"

#include <QHostInfo>

namespace lanyard::ui {

HostNames::HostNames(QObject *parent)
    : QObject(parent)
{
}

QString HostNames::nameOf(const QByteArray &address)
{
    if (const auto known = m_names.constFind(address); known != m_names.constEnd())
        return *known;
    if (m_names.size() >= limits::hostNames)
        return {};
    m_names.insert(address, {});
    const QString text = QString::fromLatin1(address);
    QHostInfo::lookupHost(text, this, [this, address, text](const QHostInfo &info) {
        // Without a name it is the address again.
        if (info.error() != QHostInfo::NoError || info.hostName() == text)
            return;
        m_names.insert(address, printable(info.hostName().toUtf8()));
        Q_EMIT found();
    });
    return {};
}

} // namespace lanyard::ui
