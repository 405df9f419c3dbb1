// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/issuerfixture.h"

#include "support/freeport.h"

#include <QTest>

namespace lanyard::test {

using namespace std::chrono_literals;

IssuerFixture::IssuerFixture()
    : lego(host)
    , config{.hosts = {host},
             .challengeAddress = ListenAddress{.host = "127.0.0.1", .port = freePort()}}
    , options{.searchPath = lego.searchPath(), .checkInterval = 2ms}
{
}

Result<tls::CertificateIssuer::Files> IssuerFixture::tryStart()
{
    end();
    m_issuer = std::make_unique<acme::AcmeIssuer>(config, directory(), clock, options);
    m_warnings = std::make_unique<QSignalSpy>(m_issuer.get(), &acme::AcmeIssuer::warningRaised);
    return m_issuer->start();
}

void IssuerFixture::start()
{
    const auto files = tryStart();
    QVERIFY2(files, files ? "" : files.error().message.english().c_str());
    QCOMPARE(files->certificate, path("identity.pem"));
    QCOMPARE(files->key, path("identity.pem"));
    QVERIFY(m_issuer->mayComeLater());
    QVERIFY(m_warnings->isEmpty()); // not before the event loop runs
}

void IssuerFixture::end()
{
    m_warnings.reset();
    m_issuer.reset();
}

void IssuerFixture::letItLook()
{
    const int before = clock.looks();
    QTRY_VERIFY(clock.looks() > before + 5);
}

QString IssuerFixture::path(const char *name) const
{
    return directory() + u'/' + QLatin1String(host) + u'/' + QLatin1String(name);
}

QByteArray IssuerFixture::textOf(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString IssuerFixture::warningAt(qsizetype index) const
{
    return index < 0 || index >= m_warnings->size()
               ? QString()
               : QString::fromStdString(m_warnings->at(index).first().value<Message>().english());
}

} // namespace lanyard::test
