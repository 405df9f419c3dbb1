// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/pebblelab.h"

#include "support/freeport.h"
#include "support/putfile.h"
#include "support/testcertificate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace lanyard::test {

namespace {

QString address(std::uint16_t port)
{
    return QStringLiteral("127.0.0.1:") + QString::number(port);
}

} // namespace

PebbleLab::PebbleLab(std::chrono::seconds lifetime)
    : m_directoryPort(freePort())
    , m_managementPort(freePort())
    , m_httpPort(freePort())
    , m_tlsPort(freePort())
    , m_dnsPort(freePort())
    , m_dnsManagementPort(freePort())
{
    // Its certificate is its own authority.
    const TlsIdentity identity = makeTlsIdentity("127.0.0.1");
    putFile(path("cert.pem"), identity.certificate);
    putFile(path("key.pem"), identity.key);
    const QJsonObject settings{
        {QStringLiteral("listenAddress"), address(m_directoryPort)},
        {QStringLiteral("managementListenAddress"), address(m_managementPort)},
        {QStringLiteral("certificate"), path("cert.pem")},
        {QStringLiteral("privateKey"), path("key.pem")},
        {QStringLiteral("httpPort"), m_httpPort},
        {QStringLiteral("tlsPort"), m_tlsPort},
        {QStringLiteral("ocspResponderURL"), QString()},
        {QStringLiteral("certificateValidityPeriod"), static_cast<qint64>(lifetime.count())}};
    putFile(path("pebble.json"),
            QJsonDocument(QJsonObject{{QStringLiteral("pebble"), settings}}).toJson());
}

PebbleLab::~PebbleLab()
{
    stop();
}

bool PebbleLab::isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("pebble")).isEmpty() &&
           !QStandardPaths::findExecutable(QStringLiteral("pebble-challtestsrv")).isEmpty() &&
           !QStandardPaths::findExecutable(QStringLiteral("lego")).isEmpty();
}

bool PebbleLab::start()
{
    return run(m_dns, QStringLiteral("pebble-challtestsrv"),
               {QStringLiteral("-defaultIPv6"), QString(), QStringLiteral("-http01"), QString(),
                QStringLiteral("-https01"), QString(), QStringLiteral("-tlsalpn01"), QString(),
                QStringLiteral("-dns01"), address(m_dnsPort), QStringLiteral("-management"),
                address(m_dnsManagementPort)},
               m_dnsManagementPort) &&
           run(m_pebble, QStringLiteral("pebble"),
               {QStringLiteral("-config"), path("pebble.json"), QStringLiteral("-dnsserver"),
                address(m_dnsPort)},
               m_directoryPort);
}

bool PebbleLab::run(QProcess &process, const QString &program, const QStringList &arguments,
                    std::uint16_t port) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PEBBLE_WFE_NONCEREJECT"), QStringLiteral("50"));
    environment.insert(QStringLiteral("PEBBLE_VA_NOSLEEP"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program, arguments);
    return QTest::qWaitFor(
        [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            return socket.waitForConnected(1'000);
        },
        patienceMs);
}

void PebbleLab::stop()
{
    for (QProcess *process : {&m_pebble, &m_dns}) {
        process->kill();
        process->waitForFinished();
    }
}

AcmeConfig PebbleLab::config(AcmeConfig::Challenge challenge) const
{
    const bool isHttp = challenge == AcmeConfig::Challenge::Http01;
    return {.hosts = {"cache.example.test", "other.example.test"},
            .email = "me@example.test",
            .directoryUrl = "https://127.0.0.1:" + std::to_string(m_directoryPort) + "/dir",
            .directoryCa = path("cert.pem"),
            .challenge = challenge,
            .challengeAddress =
                ListenAddress{.host = "127.0.0.1", .port = isHttp ? m_httpPort : m_tlsPort}};
}

} // namespace lanyard::test
