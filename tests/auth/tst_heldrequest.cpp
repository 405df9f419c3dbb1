// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a request has all of it, and needs nothing of the one it was made of.
#include "auth/heldrequest.h"

#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::auth;

class TestHeldRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAll();
    void hasNothingWhereThereIsNothing();
};

void TestHeldRequest::hasAll()
{
    std::string text = "POST /v2/?ns=a /v2/ ns=a 192.0.2.7 Host cache.lan Accept a/b";
    const std::string_view view = text;
    http::Request request;
    request.method = http::Method::Head;
    request.methodName = view.substr(0, 4);
    request.target = view.substr(5, 9);
    request.path = view.substr(5, 4);
    request.query = view.substr(10, 4);
    request.client = view.substr(25, 9);
    request.minorVersion = 0;
    request.isTrusted = true;
    request.isAuthenticated = true;
    request.fields = {{.name = view.substr(35, 4), .value = view.substr(40, 9)},
                      {.name = view.substr(50, 6), .value = view.substr(57, 3)}};
    const auto held = std::make_unique<HeldRequest>(request);
    text.assign(text.size(), '!');
    request = {};

    const http::Request &copy = held->request();
    QCOMPARE(copy.method, http::Method::Head);
    QCOMPARE(std::string(copy.methodName), std::string("POST"));
    QCOMPARE(std::string(copy.target), std::string("/v2/?ns=a"));
    QCOMPARE(std::string(copy.path), std::string("/v2/"));
    QCOMPARE(std::string(copy.query), std::string("ns=a"));
    QCOMPARE(std::string(copy.client), std::string("192.0.2.7"));
    QCOMPARE(copy.minorVersion, 0);
    QVERIFY(copy.isTrusted);
    QVERIFY(copy.isAuthenticated);
    QCOMPARE(copy.fields.size(), std::size_t{2});
    QCOMPARE(std::string(copy.fields[0].name), std::string("Host"));
    QCOMPARE(std::string(copy.header("host")), std::string("cache.lan"));
    QCOMPARE(std::string(copy.header("Accept")), std::string("a/b"));
}

void TestHeldRequest::hasNothingWhereThereIsNothing()
{
    const HeldRequest held{http::Request()};
    QVERIFY(held.request().target.empty());
    QVERIFY(held.request().fields.empty());
    QVERIFY(!held.request().isTrusted);
    QVERIFY(!held.request().isAuthenticated);
}

QTEST_GUILESS_MAIN(TestHeldRequest)
#include "tst_heldrequest.moc"
