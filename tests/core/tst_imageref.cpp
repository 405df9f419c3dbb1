// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which names the OCI distribution-spec allows, that no name can become a path or another
// request, and what the short forms that people type stand for.
#include "core/imageref.h"

#include <QTest>

using namespace lanyard;

class TestImageRef : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoryName_data();
    void repositoryName();
    void tag_data();
    void tag();
    void registryName_data();
    void registryName();
    void canonicalName_data();
    void canonicalName();
    void parse_data();
    void parse();
    void parseWithAnotherDefault();
    void refused_data();
    void refused();
};

void TestImageRef::repositoryName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isName");
    QTest::newRow("one component") << QByteArray("alpine") << true;
    QTest::newRow("several") << QByteArray("a/b/c/d/e") << true;
    QTest::newRow("digits") << QByteArray("0/1") << true;
    QTest::newRow("dot") << QByteArray("a.b") << true;
    QTest::newRow("underscore") << QByteArray("a_b") << true;
    QTest::newRow("two underscores") << QByteArray("a__b") << true;
    QTest::newRow("dashes") << QByteArray("a---b") << true;
    QTest::newRow("many separators") << QByteArray("a.b_c__d--e.f") << true;
    QTest::newRow("255 bytes") << QByteArray(255, 'a') << true;
    QTest::newRow("256 bytes") << QByteArray(256, 'a') << false;
    QTest::newRow("10,000 bytes") << QByteArray(10'000, 'a') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("upper case") << QByteArray("Alpine") << false;
    QTest::newRow("two dots") << QByteArray("a..b") << false;
    QTest::newRow("three underscores") << QByteArray("a___b") << false;
    QTest::newRow("dot and dash") << QByteArray("a.-b") << false;
    QTest::newRow("dash and dot") << QByteArray("a-.b") << false;
    QTest::newRow("dot in front") << QByteArray(".a") << false;
    QTest::newRow("dash behind") << QByteArray("a-") << false;
    QTest::newRow("underscore behind a component") << QByteArray("a_/b") << false;
    QTest::newRow("up") << QByteArray("../a") << false;
    QTest::newRow("up in the middle") << QByteArray("a/../b") << false;
    QTest::newRow("here") << QByteArray("a/./b") << false;
    QTest::newRow("slash in front") << QByteArray("/a") << false;
    QTest::newRow("slash behind") << QByteArray("a/") << false;
    QTest::newRow("two slashes") << QByteArray("a//b") << false;
    QTest::newRow("percent") << QByteArray("..%2fa") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("CRLF") << QByteArray("a\r\nb") << false;
    QTest::newRow("line feed behind") << QByteArray("a\n") << false;
    QTest::newRow("backslash") << QByteArray("a\\b") << false;
    QTest::newRow("colon") << QByteArray("a:b") << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("above ASCII") << QByteArray("caf\xc3\xa9") << false;
}

void TestImageRef::repositoryName()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isName);
    QCOMPARE(isRepositoryName(name.toStdString()), isName);
}

void TestImageRef::tag_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("latest") << QByteArray("latest") << true;
    QTest::newRow("version") << QByteArray("v1.2.3-rc_1") << true;
    QTest::newRow("upper case") << QByteArray("RELEASE") << true;
    QTest::newRow("underscore in front") << QByteArray("_a") << true;
    QTest::newRow("one digit") << QByteArray("3") << true;
    QTest::newRow("two dots within") << QByteArray("a..b") << true;
    QTest::newRow("128 bytes") << QByteArray(128, 'a') << true;
    QTest::newRow("129 bytes") << QByteArray(129, 'a') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("dot in front") << QByteArray(".a") << false;
    QTest::newRow("dash in front") << QByteArray("-a") << false;
    QTest::newRow("up") << QByteArray("..") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("colon") << QByteArray("a:b") << false;
    QTest::newRow("plus") << QByteArray("1+1") << false;
    QTest::newRow("percent") << QByteArray("%61") << false;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
    QTest::newRow("CRLF") << QByteArray("a\r\n") << false;
    QTest::newRow("above ASCII") << QByteArray("\xc3\xa9") << false;
}

void TestImageRef::tag()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isGood);
    QCOMPARE(isTag(text.toStdString()), isGood);
}

void TestImageRef::registryName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isName");
    QTest::newRow("domain") << QByteArray("docker.io") << true;
    QTest::newRow("port") << QByteArray("docker.io:443") << true;
    QTest::newRow("one label") << QByteArray("localhost") << true;
    QTest::newRow("dashes") << QByteArray("my-registry.example") << true;
    QTest::newRow("IPv4") << QByteArray("192.168.0.80:5000") << true;
    QTest::newRow("IPv6") << QByteArray("[::1]") << true;
    QTest::newRow("IPv6 and port") << QByteArray("[fe80::1]:5000") << true;
    QTest::newRow("63 bytes in a label") << QByteArray(63, 'a') << true;
    QTest::newRow("64 bytes in a label") << QByteArray(64, 'a') << false;
    QTest::newRow("254 bytes") << QByteArray("a.").repeated(127) << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("upper case") << QByteArray("Docker.io") << false;
    QTest::newRow("no port") << QByteArray("docker.io:") << false;
    QTest::newRow("port of letters") << QByteArray("docker.io:http") << false;
    QTest::newRow("port of six digits") << QByteArray("docker.io:123456") << false;
    QTest::newRow("two ports") << QByteArray("docker.io:1:2") << false;
    QTest::newRow("IPv6 without brackets") << QByteArray("fe80::1") << false;
    QTest::newRow("open bracket") << QByteArray("[::1") << false;
    QTest::newRow("empty brackets") << QByteArray("[]") << false;
    QTest::newRow("behind the bracket") << QByteArray("[::1]x") << false;
    QTest::newRow("empty label") << QByteArray("docker..io") << false;
    QTest::newRow("dot behind") << QByteArray("docker.io.") << false;
    QTest::newRow("up") << QByteArray("..") << false;
    QTest::newRow("dash in front") << QByteArray("-docker.io") << false;
    QTest::newRow("slash") << QByteArray("docker.io/x") << false;
    QTest::newRow("user") << QByteArray("me@docker.io") << false;
    QTest::newRow("CRLF") << QByteArray("docker.io\r\n") << false;
    QTest::newRow("NUL") << QByteArray("docker.io\0", 10) << false;
}

void TestImageRef::registryName()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isName);
    QCOMPARE(isRegistryName(name.toStdString()), isName);
}

void TestImageRef::canonicalName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("as it is") << QByteArray("quay.io") << QByteArray("quay.io");
    QTest::newRow("upper case") << QByteArray("Quay.IO") << QByteArray("quay.io");
    QTest::newRow("port of https") << QByteArray("quay.io:443") << QByteArray("quay.io");
    QTest::newRow("another port") << QByteArray("quay.io:5443") << QByteArray("quay.io:5443");
    QTest::newRow("hub") << QByteArray("docker.io") << QByteArray("docker.io");
    QTest::newRow("index of the hub") << QByteArray("index.docker.io") << QByteArray("docker.io");
    QTest::newRow("registry of the hub")
        << QByteArray("Registry-1.docker.io:443") << QByteArray("docker.io");
    QTest::newRow("another host there")
        << QByteArray("auth.docker.io") << QByteArray("auth.docker.io");
}

void TestImageRef::canonicalName()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, canonical);
    QCOMPARE(canonicalRegistryName(name.toStdString()), canonical.toStdString());
}

void TestImageRef::parse_data()
{
    const QByteArray digest =
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("one word") << QByteArray("alpine")
                              << QByteArray("docker.io/library/alpine:latest");
    QTest::newRow("tag") << QByteArray("alpine:3.19")
                         << QByteArray("docker.io/library/alpine:3.19");
    QTest::newRow("user") << QByteArray("org/img") << QByteArray("docker.io/org/img:latest");
    QTest::newRow("whole") << QByteArray("docker.io/library/alpine:3.19")
                           << QByteArray("docker.io/library/alpine:3.19");
    QTest::newRow("docker.io with one component")
        << QByteArray("docker.io/alpine") << QByteArray("docker.io/library/alpine:latest");
    QTest::newRow("another registry")
        << QByteArray("quay.io/img") << QByteArray("quay.io/img:latest");
    QTest::newRow("port and no tag")
        << QByteArray("host:5000/img") << QByteArray("host:5000/img:latest");
    QTest::newRow("port and tag") << QByteArray("host:5000/a/b:c") << QByteArray("host:5000/a/b:c");
    QTest::newRow("localhost") << QByteArray("localhost/img") << QByteArray("localhost/img:latest");
    QTest::newRow("a host without a dot is a user")
        << QByteArray("host/img") << QByteArray("docker.io/host/img:latest");
    QTest::newRow("IPv6") << QByteArray("[::1]:5000/img") << QByteArray("[::1]:5000/img:latest");
    QTest::newRow("digest") << "quay.io/org/img@" + digest << "quay.io/org/img@" + digest;
    QTest::newRow("tag and digest")
        << "alpine:3@" + digest << "docker.io/library/alpine:3@" + digest;
}

void TestImageRef::parse()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, whole);
    const auto ref = ImageRef::parse(text.toStdString());
    QVERIFY(ref);
    QCOMPARE(ref->toString(), whole.toStdString());
    QCOMPARE(ImageRef::parse(ref->toString()), ref); // the whole form stands for itself
}

void TestImageRef::parseWithAnotherDefault()
{
    QCOMPARE(ImageRef::parse("img:1", "quay.io")->toString(), "quay.io/img:1");
    QCOMPARE(ImageRef::parse("docker.io/img:1", "quay.io")->toString(), "docker.io/library/img:1");
    QVERIFY(!ImageRef::parse("img", "No Registry"));
}

void TestImageRef::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("colon") << QByteArray(":");
    QTest::newRow("at") << QByteArray("@");
    QTest::newRow("slash") << QByteArray("/");
    QTest::newRow("no name") << QByteArray("docker.io/");
    QTest::newRow("empty tag") << QByteArray("alpine:");
    QTest::newRow("two tags") << QByteArray("alpine:a:b");
    QTest::newRow("no digest") << QByteArray("alpine@");
    QTest::newRow("wrong digest") << QByteArray("alpine@sha256:abc");
    QTest::newRow("upper case") << QByteArray("Alpine");
    QTest::newRow("URL") << QByteArray("https://docker.io/alpine");
    QTest::newRow("option") << QByteArray("--help");
    QTest::newRow("up") << QByteArray("../../etc/passwd");
    QTest::newRow("space") << QByteArray("alpine latest");
    QTest::newRow("CRLF") << QByteArray("alpine:3\r\n");
}

void TestImageRef::refused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!ImageRef::parse(text.toStdString()));
}

QTEST_APPLESS_MAIN(TestImageRef)
#include "tst_imageref.moc"
