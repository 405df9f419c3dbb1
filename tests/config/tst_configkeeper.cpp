// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the upstreams is written to the file that they came from, with what somebody else
// has changed there meanwhile, or not at all.
#include "config/configfile.h"
#include "config/configkeeper.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::config;

using Action = UpstreamChange::Action;

class TestConfigKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changes_data();
    void changes();
    void refuses_data();
    void refuses();
    void takesOverWhatWasEdited();
    void keepsCredentials();
    void keepsNothingWithoutAFile();
    void makesTheFile();
    void keepsOffline();
    void refusesAnotherFormat();

private:
    void write(const QByteArray &text) const;
    QByteArray text() const;
    Config load() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

namespace {

const QByteArray start = "# mine\n"
                         "version: 1\n"
                         "upstreams:\n"
                         "  # the hub\n"
                         "  - registry: docker.io\n"
                         "    url: https://registry-1.docker.io # main\n"
                         "  - {registry: quay.io, url: \"https://quay.io\"}\n"
                         "log: {format: json} # last\n";

QStringList names(const std::vector<UpstreamConfig> &upstreams)
{
    QStringList list;
    for (const UpstreamConfig &upstream : upstreams)
        list += QString::fromStdString(upstream.registry + ' ' + upstream.url +
                                       (upstream.isEnabled ? "" : " off"));
    return list;
}

} // namespace

Q_DECLARE_METATYPE(lanyard::UpstreamChange)

void TestConfigKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("lanyard.yml"));
    write(start);
}

void TestConfigKeeper::write(const QByteArray &text) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestConfigKeeper::text() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Config TestConfigKeeper::load() const
{
    const LoadedConfig loaded = loadConfigFile(m_path, {});
    if (!loaded.config)
        qFatal("%s", qPrintable(loaded.diagnostics.constFirst().toString()));
    return *loaded.config;
}

void TestConfigKeeper::changes_data()
{
    QTest::addColumn<UpstreamChange>("change");
    QTest::addColumn<QStringList>("upstreams");
    const QString hub = QStringLiteral("docker.io https://registry-1.docker.io");
    const QString quay = QStringLiteral("quay.io https://quay.io");
    QTest::newRow("add a preset") << UpstreamChange{.action = Action::Add, .registry = "ghcr.io"}
                                  << QStringList{hub, quay,
                                                 QStringLiteral("ghcr.io https://ghcr.io")};
    QTest::newRow("add one with its port")
        << UpstreamChange{.action = Action::Add, .registry = "lan:5001", .url = "http://lan:5001"}
        << QStringList{hub, quay, QStringLiteral("lan:5001 http://lan:5001")};
    QTest::newRow("add one that is not known")
        << UpstreamChange{.action = Action::Add, .registry = "r.example"}
        << QStringList{hub, quay, QStringLiteral("r.example https://r.example")};
    QTest::newRow("edit") << UpstreamChange{.action = Action::Edit,
                                            .registry = "docker.io",
                                            .url = "https://mirror.gcr.io"}
                          << QStringList{QStringLiteral("docker.io https://mirror.gcr.io"), quay};
    QTest::newRow("edit by another of its names")
        << UpstreamChange{.action = Action::Edit,
                          .registry = "index.docker.io",
                          .url = "https://mirror.gcr.io"}
        << QStringList{QStringLiteral("docker.io https://mirror.gcr.io"), quay};
    QTest::newRow("remove") << UpstreamChange{.action = Action::Remove, .registry = "docker.io"}
                            << QStringList{quay};
    QTest::newRow("disable") << UpstreamChange{.action = Action::Disable, .registry = "quay.io"}
                             << QStringList{hub, quay + QStringLiteral(" off")};
    QTest::newRow("enable what is")
        << UpstreamChange{.action = Action::Enable, .registry = "quay.io"}
        << QStringList{hub, quay};
}

void TestConfigKeeper::changes()
{
    QFETCH(const UpstreamChange, change);
    ConfigKeeper keeper(load());
    const auto result = keeper.change(change);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QVERIFY(result->isKept);
    QTEST(names(keeper.upstreams()), "upstreams");
    const Config after = load();
    QTEST(names(after.upstreams), "upstreams");
    QCOMPARE(after.defaultUpstream, keeper.defaultUpstream());
    QCOMPARE(after.logFormat, LogFormat::Json);
    QVERIFY(text().startsWith("# mine\nversion: 1\nupstreams:\n"));
    QVERIFY(text().endsWith("log: {format: json} # last\n"));
}

void TestConfigKeeper::refuses_data()
{
    QTest::addColumn<UpstreamChange>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("there already") << UpstreamChange{.action = Action::Add, .registry = "quay.io"}
                                   << QStringLiteral("an upstream already");
    QTest::newRow("not there") << UpstreamChange{.action = Action::Remove, .registry = "ghcr.io"}
                               << QStringLiteral("ghcr.io is no upstream");
    QTest::newRow("no name") << UpstreamChange{.action = Action::Add, .registry = "a/b"}
                             << QStringLiteral("expected a registry");
    QTest::newRow("no URL") << UpstreamChange{.action = Action::Add,
                                              .registry = "r.example",
                                              .url = "r.example"}
                            << QStringLiteral("expected a URL");
    QTest::newRow("a name of another")
        << UpstreamChange{.action = Action::Add,
                          .registry = "r.example",
                          .aliases = std::vector<std::string>{"quay.io"}}
        << QStringLiteral("the name of another already");
    QTest::newRow("a proxy with a password") << UpstreamChange{.action = Action::Edit,
                                                               .registry = "quay.io",
                                                               .proxy = "http://me:s3cret@p:1"}
                                             << QStringLiteral("without a user");
}

void TestConfigKeeper::refuses()
{
    QFETCH(const UpstreamChange, change);
    QFETCH(const QString, says);
    ConfigKeeper keeper(load());
    const auto result = keeper.change(change);
    QVERIFY(!result);
    const QString message = QString::fromStdString(result.error().message.english());
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(!message.contains(QStringLiteral("s3cret")));
    QCOMPARE(text(), start);
    QCOMPARE(keeper.upstreams().size(), std::size_t{2});
}

void TestConfigKeeper::takesOverWhatWasEdited()
{
    ConfigKeeper keeper(load());
    write(QByteArray(start).replace("https://quay.io", "https://mirror.lan"));
    QVERIFY(keeper.change({.action = Action::Add, .registry = "ghcr.io"}));
    QCOMPARE(names(keeper.upstreams())[1], QStringLiteral("quay.io https://mirror.lan"));
    write("version: 1\nupstreams: 7\n");
    const auto broken = keeper.change({.action = Action::Remove, .registry = "ghcr.io"});
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.english().find(":2:12: error: upstreams") != std::string::npos,
             broken.error().message.english().c_str());
    QCOMPARE(text(), QByteArray("version: 1\nupstreams: 7\n"));
}

void TestConfigKeeper::keepsCredentials()
{
    write(
        QByteArray(start).replace("# main\n", "# main\n    username: me\n    password: s3cret\n"));
    ConfigKeeper keeper(load());
    QVERIFY(keeper.change({.action = Action::Disable, .registry = "docker.io"}));
    QCOMPARE(keeper.upstreams()[0].credentials.password, std::string("s3cret"));
    QCOMPARE(load().upstreams[0].credentials.username, std::string("me"));
}

void TestConfigKeeper::keepsNothingWithoutAFile()
{
    ConfigKeeper keeper(defaultConfig());
    for (const char *registry : {"gcr.io", "public.ecr.aws"}) {
        const auto result = keeper.change({.action = Action::Add, .registry = registry});
        QVERIFY(result);
        QVERIFY(!result->isKept);
        QVERIFY(!result->reason.isEmpty());
    }
    QCOMPARE(keeper.upstreams().size(), std::size_t{6});
    QCOMPARE(keeper.defaultUpstream(), std::string("docker.io"));
    QVERIFY(!keeper.keepOffline(true).isKept);
}

/// Where a desktop has none yet.
void TestConfigKeeper::makesTheFile()
{
    QVERIFY(QFile::remove(m_path));
    m_path = m_folder->filePath(QStringLiteral("new/lanyard.yml"));
    Config config = defaultConfig();
    config.file = m_path;
    ConfigKeeper keeper(config);
    const auto added = keeper.change({.action = Action::Add, .registry = "gcr.io"});
    QVERIFY2(added, added ? "" : added.error().message.english().c_str());
    QVERIFY(added->isKept);
    QVERIFY(keeper.keepOffline(true).isKept);
    const Config kept = load();
    QCOMPARE(kept.upstreams.size(), std::size_t{5});
    QVERIFY(kept.upstreams == keeper.upstreams());
    QVERIFY(kept.isOffline && !kept.accessLog);
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestConfigKeeper::keepsOffline()
{
    const ConfigKeeper keeper(load());
    QVERIFY(keeper.keepOffline(true).isKept);
    QVERIFY(load().isOffline);
    QVERIFY(text().startsWith(start));
    QVERIFY(keeper.keepOffline(false).isKept);
    QVERIFY(!load().isOffline);
    QVERIFY(QFile::remove(m_path));
    const ChangeResult gone = keeper.keepOffline(true);
    QVERIFY(!gone.isKept);
    QVERIFY2(gone.reason.english().find("lanyard.yml") != std::string::npos,
             gone.reason.english().c_str());
}

void TestConfigKeeper::refusesAnotherFormat()
{
    const QByteArray other = "version: 0.1\nproxy: {remoteurl: https://registry-1.docker.io}\n"
                             "storage: {filesystem: {rootdirectory: /tmp/x}}\n"
                             "http: {addr: ':5000'}\n";
    write(other);
    ConfigKeeper keeper(load());
    QVERIFY(!keeper.change({.action = Action::Add, .registry = "ghcr.io"}));
    QVERIFY(!keeper.keepOffline(true).isKept);
    QCOMPARE(text(), other);
}

QTEST_GUILESS_MAIN(TestConfigKeeper)
#include "tst_configkeeper.moc"
