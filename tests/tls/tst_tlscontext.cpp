// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a certificate or a key is told in words, with the file and what to do.
#include "tls/pemfiles.h"
#include "tls/tlscontext.h"

#include <QTest>

#include <openssl/pem.h>

Q_DECLARE_METATYPE(lanyard::test::TlsIdentity)

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

namespace {

WallTime now()
{
    return std::chrono::system_clock::now();
}

/// The same key, as its makers write it with a passphrase.
QByteArray withPassphrase(const QByteArray &key)
{
    const std::shared_ptr<BIO> from(BIO_new_mem_buf(key.constData(), static_cast<int>(key.size())),
                                    BIO_free);
    const std::shared_ptr<EVP_PKEY> read(
        PEM_read_bio_PrivateKey(from.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    const std::shared_ptr<BIO> to(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PKCS8PrivateKey(to.get(), read.get(), EVP_aes_128_cbc(), "secret", 6, nullptr,
                                  nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(to.get(), &data);
    return {data, size};
}

} // namespace

class TestTlsContext final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loads();
    void refuses_data();
    void refuses();
    void warns_data();
    void warns();
};

void TestTlsContext::loads()
{
    const PemFiles files;
    const auto loaded = loadContext(files.config(), now());
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.english().c_str());
    QVERIFY(loaded->context != nullptr);
    QVERIFY(loadContext(files.config(), now() - 6 * 24h)); // whatever the calendar says
}

void TestTlsContext::refuses_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("authority"); // empty: none
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    const TlsIdentity good = makeTlsIdentity("cache.lan");
    const TlsIdentity other = makeTlsIdentity("cache.lan");
    const auto row = [](const char *name, const QByteArray &certificate, const QByteArray &key,
                        const QByteArray &authority, const char *file, const char *says) {
        QTest::newRow(name) << certificate << key << authority << QString::fromLatin1(file)
                            << QString::fromLatin1(says);
    };
    row("not the key", good.certificate, other.key, {}, "key.pem", "not the key of the first");
    row("files exchanged", good.key, good.certificate, {}, "cert.pem", "no certificate in it");
    row("an empty certificate", "", good.key, {}, "cert.pem", "no certificate in it");
    row("an empty key", good.certificate, "", {}, "key.pem", "no private key in it");
    row("half a chain", good.certificate + other.certificate.left(200), good.key, {}, "cert.pem",
        "certificate number 2 is damaged");
    row("a passphrase", good.certificate, withPassphrase(good.key), {}, "key.pem",
        "has a passphrase");
    row("too long", QByteArray(2 << 20, 'x'), good.key, {}, "cert.pem", "larger than");
    row("no authority", good.certificate, good.key, "x", "ca.pem", "no certificate in it");
}

void TestTlsContext::refuses()
{
    QFETCH(const QByteArray, certificate);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, authority);
    QFETCH(const QString, file);
    QFETCH(const QString, says);
    const PemFiles files({certificate, key});
    TlsConfig config = files.config();
    if (!authority.isEmpty()) {
        files.put("ca.pem", authority);
        config.clientAuthorities = {files.path("ca.pem")};
    }
    const auto loaded = loadContext(config, now());
    QVERIFY(!loaded);
    QVERIFY(loaded.error().code == ErrorCode::InvalidInput);
    const QString message = QString::fromStdString(loaded.error().message.english());
    QVERIFY2(message.startsWith(files.path(file.toLatin1().constData())) && message.contains(says),
             qPrintable(message));
    QVERIFY(key.isEmpty() || !message.contains(QString::fromLatin1(key.mid(40, 20))));
}

void TestTlsContext::warns_data()
{
    QTest::addColumn<TlsIdentity>("identity");
    QTest::addColumn<int>("mode");
    QTest::addColumn<qint64>("daysFromNow");
    QTest::addColumn<QString>("says");
    const TlsIdentity good = makeTlsIdentity("cache.lan");
    QTest::newRow("expired") << makeExpiredTlsIdentity("cache.lan") << 0600 << qint64{0}
                             << QStringLiteral("has expired at 20");
    QTest::newRow("expires") << good << 0600 << qint64{0}
                             << QStringLiteral("the certificate expires at 20");
    QTest::newRow("not yet") << good << 0600 << qint64{-10}
                             << QStringLiteral("is this computer's clock right?");
    QTest::newRow("everybody's key")
        << good << 0644 << qint64{0} << QStringLiteral("every user of this computer may use");
}

void TestTlsContext::warns()
{
    QFETCH(const TlsIdentity, identity);
    QFETCH(const int, mode);
    QFETCH(const qint64, daysFromNow);
    QFETCH(const QString, says);
    const PemFiles files(identity);
    if (mode == 0644)
        QFile::setPermissions(files.path("key.pem"), QFile::ReadOwner | QFile::WriteOwner |
                                                         QFile::ReadGroup | QFile::ReadOther);
    const auto loaded = loadContext(files.config(), now() + daysFromNow * 24h);
    QVERIFY(loaded);
    QStringList warnings;
    for (const Message &warning : loaded->warnings)
        warnings += QString::fromStdString(warning.english());
    QVERIFY2(warnings.join(u'\n').contains(says), qPrintable(warnings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTlsContext)
#include "tst_tlscontext.moc"
