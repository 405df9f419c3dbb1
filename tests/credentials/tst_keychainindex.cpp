// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the list of what is in the keychain is as it was written, and that one which is
// damaged is told and left alone.
#include "core/limits.h"
#include "credentials/keychainindex.h"
#include "credentials/privatetext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::credentials;

namespace {

KnownCredential knownOf(const std::string &scope, const std::string &user)
{
    return {*CredentialScope::parse(scope), user};
}

} // namespace

class TestKeychainIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keeps();
    void isFull();
    void refuses_data();
    void refuses();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<KeychainIndex> m_index;
};

void TestKeychainIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("keychain.json"));
    m_index = std::make_unique<KeychainIndex>(m_path.toStdString());
}

void TestKeychainIndex::keeps()
{
    QVERIFY(m_index->entries()->empty());
    QVERIFY(m_index->remove(knownOf("quay.io", "").scope));
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(m_index->set(knownOf("quay.io/org", "old")));
    QVERIFY(m_index->set(knownOf("ghcr.io", "")));
    QVERIFY(m_index->set(knownOf("quay.io/org", "j\xc3\xbcrgen")));
    const std::vector<KnownCredential> expected{knownOf("ghcr.io", ""),
                                                knownOf("quay.io/org", "j\xc3\xbcrgen")};
    QVERIFY(*KeychainIndex(m_path.toStdString()).entries() == expected);
    QCOMPARE(test::modeOf(m_path), mode_t{0600});
    QVERIFY(m_index->remove(knownOf("quay.io/org", "").scope));
    QCOMPARE(m_index->entries()->size(), std::size_t{1});
}

void TestKeychainIndex::isFull()
{
    QJsonObject users;
    for (std::size_t i = 0; i < limits::credentialsMax; ++i)
        users.insert(QStringLiteral("host%1").arg(i), QStringLiteral("me"));
    const auto textOf = [](const QJsonObject &all) {
        const QJsonObject document{{QStringLiteral("version"), 1}, {QStringLiteral("users"), all}};
        return QJsonDocument(document).toJson();
    };
    QVERIFY(test::writeFile(m_path, textOf(users)));
    QCOMPARE(m_index->set(knownOf("one.more", "me")).error().code, ErrorCode::InvalidInput);
    QVERIFY(m_index->set(knownOf("host1", "you")));
    users.insert(QStringLiteral("one.more"), QStringLiteral("me"));
    QVERIFY(!KeychainIndex::parse(textOf(users), "f"));
}

void TestKeychainIndex::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("later version") << QByteArray(R"({"version": 2, "users": {}})");
    QTest::newRow("list") << QByteArray(R"({"version": 1, "users": []})");
    QTest::newRow("no registry") << QByteArray(R"({"version": 1, "users": {"a b": ""}})");
    QTest::newRow("other spelling") << QByteArray(R"({"version": 1, "users": {"QUAY.io": ""}})");
    QTest::newRow("number") << QByteArray(R"({"version": 1, "users": {"quay.io": 1}})");
}

void TestKeychainIndex::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(test::writeFile(m_path, text));
    const auto set = m_index->set(knownOf("quay.io", "me"));
    const auto removed = m_index->remove(knownOf("quay.io", "me").scope);
    QVERIFY(!set && !removed);
    QCOMPARE(set.error().code, ErrorCode::Corrupt);
    QVERIFY(set.error().message.english().starts_with(m_path.toStdString() + ": "));
    QCOMPARE(test::textOf(m_path), text);
}

QTEST_APPLESS_MAIN(TestKeychainIndex)
#include "tst_keychainindex.moc"
