// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/machinenames.h"

#include "core/servername.h"

#include <QHostInfo>
#include <QNetworkInterface>

namespace lanyard::localca {

namespace {

QStringList hostNames()
{
    const QString name = QHostInfo::localHostName();
    const QString shortName = machineName();
    QStringList names{name, shortName};
    if (const QString domain = QHostInfo::localDomainName(); !domain.isEmpty())
        names.append(shortName + u'.' + domain);
    if (shortName != QLatin1String("localhost"))
        names.append(shortName + QStringLiteral(".local"));
    names.append(QStringLiteral("localhost"));
    return names;
}

QStringList addresses()
{
    QStringList addresses;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!interface.flags().testFlag(QNetworkInterface::IsUp))
            continue;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!entry.ip().isLinkLocal())
                addresses.append(entry.ip().toString());
        }
    }
    return addresses;
}

} // namespace

QString machineName()
{
    return QHostInfo::localHostName().section(u'.', 0, 0);
}

QStringList machineNames()
{
    QStringList names;
    const QStringList found = hostNames() + addresses();
    for (const QString &one : found) {
        // A host may have a name that no certificate can have.
        if (const auto name = parseServerName(one.toStdString()))
            names.append(QString::fromStdString(*name));
    }
    names.removeDuplicates();
    return names;
}

} // namespace lanyard::localca
