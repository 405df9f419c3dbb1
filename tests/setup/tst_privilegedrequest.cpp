// SPDX-License-Identifier: GPL-3.0-or-later
// What root does for others is a closed list: a request for anything else is refused, whoever runs
// the test, and nothing is touched.
#include "setup/privilegeddesk.h"
#include "setup/privilegedrequest.h"
#include "setup/setuplimits.h"
#include "setupfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

namespace {

using Kind = recipes::Recipe::Kind;

const QByteArray authority = R"(-----BEGIN CERTIFICATE-----
MIIBmjCCAT+gAwIBAgIUTjtc8Rxxn3IJQtmT6r73ZDGBClUwCgYIKoZIzj0EAwIw
ITEfMB0GA1UEAwwWTGFueWFyZCB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjcxOTUy
NTJaGA8yMTI2MTEwMzE5NTI1MlowITEfMB0GA1UEAwwWTGFueWFyZCB0ZXN0IGF1
dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPIhN4XdSIZe/xjVkOsu
Uid1/xCzaMabXJamNvzzm259n7O0SiMx4NqaTTr+EU+GA/BUXp3DoGc6+V4eBzic
4m6jUzBRMB0GA1UdDgQWBBQ3ryhHTvH/RVAfNV9QobZtlbq6hjAfBgNVHSMEGDAW
gBQ3ryhHTvH/RVAfNV9QobZtlbq6hjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
BAMCA0kAMEYCIQDBHn8m+en1UCpdnfw0wl5fH95j4kJSAjM80B8qg7j0fQIhAOn1
5Og3mYpFU6Y35CDgnZ8C7yI/+thv8WUk1etSkvME
-----END CERTIFICATE-----
)";

const QString daemonJson = QStringLiteral("/etc/docker/daemon.json");

recipes::Recipe recipeOf(Kind kind)
{
    recipes::Recipe recipe = dockerRecipe();
    recipe.kind = kind;
    if (kind == Kind::HostsToml)
        recipe.registries = {QStringLiteral("quay.io")};
    if (kind == Kind::Authority) {
        recipe.cache.isTls = true;
        recipe.cache.authority = authority;
        recipe.registries.clear();
    }
    return recipe;
}

PrivilegedRequest applying(const QString &path, const recipes::Recipe &recipe = dockerRecipe())
{
    return {.operation = PrivilegedRequest::Operation::Apply,
            .stamp = stamp,
            .changes = {{.recipe = recipe, .path = path, .sha256Before = {}}},
            .records = {},
            .services = {{.action = ServiceAction::ReloadDocker, .pid = 77}}};
}

PrivilegedRequest undoing(const QStringList &createdFolders)
{
    return {.operation = PrivilegedRequest::Operation::Undo,
            .stamp = {},
            .changes = {},
            .records = {{.recipe = dockerRecipe(),
                         .path = daemonJson,
                         .sha256Before = {},
                         .sha256After = sha256Of("after"),
                         .stamp = stamp,
                         .createdFolders = createdFolders}},
            .services = {}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject valid()
{
    return QJsonDocument::fromJson(toJson(applying(daemonJson))).object();
}

/// A valid request with one field of its own, or of its file, its recipe or its service another.
QByteArray with(const char *name, const QJsonValue &value)
{
    QJsonObject object = valid();
    object.insert(QLatin1String(name), value);
    return compact(object);
}

QByteArray without(const char *name)
{
    QJsonObject object = valid();
    object.remove(QLatin1String(name));
    return compact(object);
}

QJsonObject firstOf(const char *list)
{
    return valid().value(QLatin1String(list)).toArray().first().toObject();
}

QByteArray withIn(const char *list, const char *name, const QJsonValue &value)
{
    QJsonObject item = firstOf(list);
    if (value.isUndefined())
        item.remove(QLatin1String(name));
    else
        item.insert(QLatin1String(name), value);
    return with(list, QJsonArray{item});
}

QByteArray withInRecipe(const char *name, const QJsonValue &value)
{
    QJsonObject recipe = firstOf("files").value(QLatin1String("recipe")).toObject();
    recipe.insert(QLatin1String(name), value);
    return withIn("files", "recipe", recipe);
}

QByteArray service(const char *action, const QJsonValue &pid)
{
    return with("services",
                QJsonArray{QJsonObject{{QStringLiteral("action"), QLatin1String(action)},
                                       {QStringLiteral("pid"), pid}}});
}

} // namespace

class TestPrivilegedRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingWritten_data();
    void survivesBeingWritten();
    void refuses_data();
    void refuses();
    void leavesWhatItNeverWrote();
    void answers();
};

void TestPrivilegedRequest::survivesBeingWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("daemon.json") << daemonJson << Kind::DaemonJson;
    QTest::newRow("hosts.toml of Docker")
        << QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml") << Kind::HostsToml;
    QTest::newRow("authority of Docker")
        << QStringLiteral("/etc/docker/certs.d/10.0.0.9:5000/ca.crt") << Kind::Authority;
    QTest::newRow("registries.conf")
        << QStringLiteral("/etc/containers/registries.conf.d/50-lanyard.conf")
        << Kind::RegistriesConf;
    QTest::newRow("authority of Podman")
        << QStringLiteral("/etc/containers/certs.d/10.0.0.9:5000/ca.crt") << Kind::Authority;
    QTest::newRow("hosts.toml of containerd")
        << QStringLiteral("/etc/containerd/certs.d/quay.io/hosts.toml") << Kind::HostsToml;
    QTest::newRow("authority of containerd")
        << QStringLiteral("/etc/containerd/certs.d/10.0.0.9:5000/ca.crt") << Kind::Authority;
    QTest::newRow("buildkitd.toml")
        << QStringLiteral("/etc/buildkit/buildkitd.toml") << Kind::BuildkitToml;
    QTest::newRow("authority of BuildKit")
        << QStringLiteral("/etc/buildkit/lanyard-ca.pem") << Kind::Authority;
    QTest::newRow("k3s") << QStringLiteral("/etc/rancher/k3s/registries.yaml")
                         << Kind::RegistriesYaml;
    QTest::newRow("authority of k3s")
        << QStringLiteral("/etc/rancher/k3s/lanyard-ca.pem") << Kind::Authority;
    QTest::newRow("RKE2") << QStringLiteral("/etc/rancher/rke2/registries.yaml")
                          << Kind::RegistriesYaml;
    QTest::newRow("authority of RKE2")
        << QStringLiteral("/etc/rancher/rke2/lanyard-ca.pem") << Kind::Authority;
}

void TestPrivilegedRequest::survivesBeingWritten()
{
    QFETCH(QString, path);
    QFETCH(Kind, kind);
    PrivilegedRequest request = applying(path, recipeOf(kind));
    request.changes.first().recipe.cache.user = QStringLiteral("someone");
    request.changes.first().recipe.cache.password = QStringLiteral("secret");
    const auto read = privilegedRequestFrom(toJson(request));
    QVERIFY2(read, read ? "" : read.error().message.english().c_str());
    QCOMPARE(*read, request);
}

void TestPrivilegedRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char *name, const QByteArray &request) {
        QTest::newRow(name) << request;
    };
    const QJsonValue gone(QJsonValue::Undefined);
    row("nothing", "");
    row("no JSON", "apply /etc/docker/daemon.json");
    row("a list", "[]");
    row("too long", QByteArray(1024 * 1024 + 1, ' '));
    row("two of them", compact(valid()) + compact(valid()));
    row("a field that nobody knows", with("content", QStringLiteral("x")));
    row("another version", with("version", 2));
    row("no version", without("version"));
    row("a version in words", with("version", QStringLiteral("1")));
    row("another operation", with("operation", QStringLiteral("write")));
    row("no operation", without("operation"));
    row("no stamp", without("stamp"));
    row("a stamp that leads away", with("stamp", QStringLiteral("/../../root/.ssh/")));
    row("a stamp of no day", with("stamp", QStringLiteral("20261327T191640")));
    row("no files", without("files"));
    row("files that are none", with("files", QStringLiteral("/etc/docker/daemon.json")));
    row("a file that is a path", with("files", QJsonArray{daemonJson}));
    QJsonArray many;
    for (int i = 0; i <= limits::filesMax; ++i)
        many.append(firstOf("files"));
    row("too many files", with("files", many));
    row("a file with content", withIn("files", "content", QStringLiteral("x")));
    row("a file without a hash", withIn("files", "sha256Before", gone));
    row("a hash that is none", withIn("files", "sha256Before", QStringLiteral("abc")));
    row("a hash in capitals",
        withIn("files", "sha256Before", QString::fromLatin1(sha256Of("").toUpper())));
    row("no recipe", withIn("files", "recipe", gone));
    row("a recipe that is a text", withIn("files", "recipe", QStringLiteral("{}")));
    row("an empty recipe", withIn("files", "recipe", QJsonObject()));
    row("a recipe with more", withInRecipe("script", QStringLiteral("x")));
    row("no services", without("services"));
    row("a service of the user", service("reload-rootless-docker", 0));
    row("Docker Desktop", service("restart-docker-desktop", 0));
    row("another service", service("restart-sshd", 0));
    row("a command", service("reload-docker; reboot", 0));
    row("a process that is none", service("reload-docker", -1));
    row("half a process", service("reload-docker", 7.5));
    row("a process in words", service("reload-docker", QStringLiteral("7")));
    row("a service with more", withIn("services", "unit", QStringLiteral("sshd")));
    row("folders of others", toJson(undoing({QStringLiteral("/etc/ssh")})));
    row("the system's folder", toJson(undoing({QStringLiteral("/etc")})));
    row("the root folder", toJson(undoing({QStringLiteral("/")})));
    row("folders that lead away", toJson(undoing({QStringLiteral("/etc/docker/../ssh")})));
    row("an undo with a stamp of its own", [] {
        QJsonObject object =
            QJsonDocument::fromJson(toJson(undoing({QStringLiteral("/etc/docker")}))).object();
        object.insert(QStringLiteral("stamp"), stamp);
        return compact(object);
    }());

    const std::initializer_list<const char *> paths{
        "",
        "/",
        "daemon.json",
        "etc/docker/daemon.json",
        "/etc/passwd",
        "/etc/shadow",
        "/etc/sudoers.d/lanyard",
        "/root/.docker/daemon.json",
        "/home/someone/.config/docker/daemon.json",
        "/etc/docker",
        "/etc/docker/",
        "/etc/docker/daemon.json/",
        "/etc/docker//daemon.json",
        "//etc/docker/daemon.json",
        "/etc/docker/./daemon.json",
        "/etc/docker/../docker/daemon.json",
        "/etc/docker/daemon.json/../key.json",
        "/etc/../etc/docker/daemon.json",
        "/etc/docker/daemon.json ",
        " /etc/docker/daemon.json",
        "/etc/docker/daemon.jsonx",
        "/etc/Docker/daemon.json",
        "/etc/docker/key.json",
        "/var/snap/docker/current/config/daemon.json",
        "/tmp/etc/docker/daemon.json",
        "/etc/docker/daemon.json\n",
        "/proc/self/root/etc/docker/daemon.json",
    };
    for (const char *path : paths)
        QTest::addRow("the path '%s'", path) << withIn("files", "path", QString::fromLatin1(path));
    row("a path with a zero", withIn("files", "path", daemonJson + QChar(0)));
    row("a path that is none", withIn("files", "path", 7));

    struct Mismatch
    {
        const char *name;
        const char *path;
        Kind kind;
    };

    const std::initializer_list<Mismatch> mismatches{
        {"hosts.toml as daemon.json", "/etc/docker/daemon.json", Kind::HostsToml},
        {"an authority as daemon.json", "/etc/docker/daemon.json", Kind::Authority},
        {"Earthly's as daemon.json", "/etc/docker/daemon.json", Kind::EarthlyConfig},
        {"daemon.json as hosts.toml", "/etc/docker/certs.d/quay.io/hosts.toml", Kind::DaemonJson},
        {"hosts.toml of another registry", "/etc/docker/certs.d/docker.io/hosts.toml",
         Kind::HostsToml},
        {"hosts.toml of no registry", "/etc/docker/certs.d/hosts.toml", Kind::HostsToml},
        {"hosts.toml of a path", "/etc/docker/certs.d/a/quay.io/hosts.toml", Kind::HostsToml},
        {"hosts.toml of dots", "/etc/docker/certs.d/../hosts.toml", Kind::HostsToml},
        {"the cache's authority for a registry", "/etc/docker/certs.d/quay.io/ca.crt",
         Kind::Authority},
        {"an authority of the system", "/etc/ssl/certs/lanyard.crt", Kind::Authority},
        {"a client's certificate", "/etc/docker/certs.d/10.0.0.9:5000/client.cert",
         Kind::Authority},
        {"another drop-in", "/etc/containers/registries.conf.d/00-first.conf",
         Kind::RegistriesConf},
        {"the main file of Podman", "/etc/containers/registries.conf", Kind::RegistriesConf},
        {"who may pull", "/etc/containers/policy.json", Kind::RegistriesConf},
        {"configuration of containerd", "/etc/containerd/config.toml", Kind::BuildkitToml},
        {"k3s of another vendor", "/etc/rancher/other/registries.yaml", Kind::RegistriesYaml},
        {"what k3s starts", "/var/lib/rancher/k3s/server/manifests/x.yaml", Kind::RegistriesYaml},
    };
    for (const Mismatch &one : mismatches)
        row(one.name, toJson(applying(QString::fromLatin1(one.path), recipeOf(one.kind))));

    recipes::Recipe elsewhere = dockerRecipe();
    elsewhere.cache.isTls = true;
    elsewhere.authorityFile = QStringLiteral("/etc/shadow");
    row("an authority elsewhere", toJson(applying(daemonJson, elsewhere)));
    recipes::Recipe two = recipeOf(Kind::HostsToml);
    two.registries.append(QStringLiteral("docker.io"));
    row("hosts.toml of two registries",
        toJson(applying(QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"), two)));
    for (const char *name : {"..", ".", "../../../etc", "a/b", ""}) {
        recipes::Recipe odd = recipeOf(Kind::HostsToml);
        odd.registries = {QString::fromLatin1(name)};
        QTest::addRow("a registry called '%s'", name) << toJson(applying(
            QStringLiteral("/etc/docker/certs.d/%1/hosts.toml").arg(QLatin1String(name)), odd));
    }
}

void TestPrivilegedRequest::refuses()
{
    QFETCH(QByteArray, request);
    const auto read = privilegedRequestFrom(request);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY(!read.error().message.isEmpty());

    // Also by who would do it, whose folders are all there.
    const QTemporaryDir root;
    for (const char *folder : {"/etc/docker/certs.d/quay.io", "/etc/containers", "/etc/ssh"})
        QVERIFY(QDir().mkpath(root.path() + QLatin1String(folder)));
    const auto tree = treeOf(root.path());
    PrivilegedDesk desk(root.path());
    QByteArray answer;
    desk.serve(request, [&answer](const QByteArray &json) { answer = json; });
    QTRY_VERIFY(!answer.isEmpty());
    const auto outcome = outcomeFrom(answer);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
    QCOMPARE(treeOf(root.path()), tree);
}

/// Whoever asks can say that root has written a file of somebody's.
void TestPrivilegedRequest::leavesWhatItNeverWrote()
{
    const QTemporaryDir root;
    const QByteArray theirs = "{\n  \"debug\": true\n}\n";
    QVERIFY(put(root.path() + daemonJson, theirs));
    const auto tree = treeOf(root.path());
    PrivilegedRequest request = undoing({});
    request.records.first().sha256After = sha256Of(theirs);
    PrivilegedDesk desk(root.path());
    QByteArray answer;
    desk.serve(toJson(request), [&answer](const QByteArray &json) { answer = json; });
    QTRY_VERIFY(!answer.isEmpty());
    const auto outcome = outcomeFrom(answer);
    QVERIFY(outcome);
    QCOMPARE(outcome->files.size(), 0);
    QCOMPARE(outcome->notes.size(), 1);
    QCOMPARE(treeOf(root.path()), tree);
}

void TestPrivilegedRequest::answers()
{
    ChangeBatch::Outcome outcome{.files = undoing({QStringLiteral("/etc/docker")}).records,
                                 .notes = {QStringLiteral("a note")}};
    QCOMPARE(outcomeFrom(answerJson(outcome)).value(), outcome);
    const auto told = outcomeFrom(answerJson(failure(ErrorCode::InUse, "changed")));
    QVERIFY(!told);
    QCOMPARE(told.error().code, ErrorCode::InUse);
    QCOMPARE(told.error().message.english(), "changed");
    for (const char *other :
         {"", "{}", "[]", R"({"version": 1})", R"({"version": 2, "error": 1})"}) {
        const auto strange = outcomeFrom(other);
        QVERIFY(!strange);
        QCOMPARE(strange.error().code, ErrorCode::BadUpstream);
    }
}

QTEST_GUILESS_MAIN(TestPrivilegedRequest)
#include "tst_privilegedrequest.moc"
