// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a computer knows by which names and addresses others may reach it.
#include "core/servername.h"
#include "localca/machinenames.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QTest>

using namespace lanyard;
using namespace lanyard::localca;

class TestMachineNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasHostNames();
    void hasAddresses();
    void areOfCertificates();
};

void TestMachineNames::hasHostNames()
{
    const QStringList names = machineNames();
    QVERIFY(names.contains(QStringLiteral("localhost")));
    QVERIFY(!machineName().contains(u'.'));
    const QString name = machineName().toLower();
    if (!parseServerName(name.toStdString()))
        QSKIP("this computer has a name that no certificate can have");
    QVERIFY(names.contains(QHostInfo::localHostName().toLower()));
    QVERIFY(names.contains(name));
    QCOMPARE(names.contains(name + QStringLiteral(".local")), name != QLatin1String("localhost"));
}

void TestMachineNames::hasAddresses()
{
    const QStringList names = machineNames();
    QVERIFY(names.contains(QStringLiteral("127.0.0.1")));
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        // allAddresses() are those of interfaces that are up.
        QCOMPARE(names.contains(address.toString()), !address.isLinkLocal());
    }
}

void TestMachineNames::areOfCertificates()
{
    QStringList names = machineNames();
    for (const QString &name : std::as_const(names))
        QCOMPARE(QString::fromStdString(parseServerName(name.toStdString()).value_or("")), name);
    QCOMPARE(names.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestMachineNames)
#include "tst_machinenames.moc"
