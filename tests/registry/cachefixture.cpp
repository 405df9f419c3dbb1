// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/cachefixture.h"

#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <climits>
#include <optional>

namespace lanyard::test {

QByteArray ClientReply::field(const QByteArray &name) const
{
    for (const auto &[key, value] : fields) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ClientRequest::ClientRequest(QNetworkReply *reply)
    : m_reply(reply)
{
}

ClientReply ClientRequest::finish()
{
    if (!m_reply->isFinished()) {
        QSignalSpy finished(m_reply.get(), &QNetworkReply::finished);
        finished.wait(patienceMs);
    }
    ClientReply reply;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.body = m_reply->readAll();
    for (const auto &pair : m_reply->rawHeaderPairs())
        reply.fields.emplace_back(pair.first, pair.second);
    const QByteArray announced = reply.field("Content-Length");
    const bool hasBody =
        m_reply->operation() != QNetworkAccessManager::HeadOperation && reply.status != 304;
    reply.isComplete =
        reply.status != 0 && (!hasBody || announced.toLongLong() == reply.body.size());
    return reply;
}

void ClientRequest::abort()
{
    m_reply->abort();
}

CacheFixture::CacheFixture(const QString &parent)
    : m_directory((parent.isEmpty() ? QDir::tempPath() : parent) + QStringLiteral("/cache-XXXXXX"))
    , m_books(std::make_unique<journal::Books>())
{
    startEngine();
}

void CacheFixture::startEngine()
{
    Config config;
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.file = configFile;
    config.dataDirectory = m_directory.path();
    config.defaultUpstream = "docker.io";
    config.accessLog = false;
    config.downloads = downloadConfig;
    config.pinned = pinned;
    config.capacity = capacity;
    config.keepFree = keepFree;
    config.privateAccess = privateAccess;
    config.trusted = trusted;
    config.health = health;
    config.debug = debug;
    config.upstreams = {
        {.registry = "docker.io",
         .url = hub.url(),
         .credentials = hubCredentials,
         .tagRules = tagRules},
        {.registry = "quay.io", .url = quay.url(), .tagRules = tagRules},
    };
    config.upstreams.insert(config.upstreams.end(), furtherUpstreams.begin(),
                            furtherUpstreams.end());
    m_core = std::make_unique<EngineCore>(config, clock, *m_books, timeouts);
    QObject::connect(
        m_core.get(), &EngineCore::warningRaised, m_core.get(),
        [this](const Message &message) { warnings += QString::fromStdString(message.english()); });
    const Result<void> started = m_core->start();
    if (!started)
        qFatal("the engine does not start: %s", started.error().message.english().c_str());
    m_address = m_core->addresses().service.front().toStdString();
    m_client = std::make_unique<QNetworkAccessManager>();
}

void CacheFixture::restart()
{
    m_core.reset();
    startEngine();
}

ClientReply CacheFixture::get(const QByteArray &target, const Fields &fields)
{
    return start(target, fields).finish();
}

ClientReply CacheFixture::head(const QByteArray &target, const Fields &fields)
{
    return start(target, fields, "HEAD").finish();
}

ClientReply CacheFixture::custom(const QByteArray &method, const QByteArray &target)
{
    return start(target, {}, method).finish();
}

ClientRequest CacheFixture::start(const QByteArray &target, const Fields &fields,
                                  const QByteArray &method)
{
    return ask(QByteArray::fromStdString(m_address) + target, fields, method);
}

ClientReply CacheFixture::debugPage(const QByteArray &target)
{
    return ask(m_core->status().debugAddress.toLatin1() + target, {}, "GET").finish();
}

ClientRequest CacheFixture::ask(const QByteArray &url, const Fields &fields,
                                const QByteArray &method)
{
    QNetworkRequest request(QUrl::fromEncoded(url));
    request.setRawHeader("Accept-Encoding", "identity");
    // One connection per request: more than six at once, and each with its own end.
    request.setRawHeader("Connection", "close");
    for (const auto &[name, value] : fields)
        request.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    if (method == "HEAD")
        return ClientRequest(m_client->head(request));
    if (method == "GET")
        return ClientRequest(m_client->get(request));
    return ClientRequest(m_client->sendCustomRequest(request, method));
}

RequestRecord CacheFixture::lastRecord() const
{
    return m_books->journal.since(0, 1).value(0);
}

RequestRecord CacheFixture::recordOf(const QByteArray &target, const Fields &fields)
{
    const std::uint64_t before = lastRecord().id;
    get(target, fields);
    // Records of earlier requests may come after it.
    std::optional<RequestRecord> record;
    const auto look = [&] {
        const QList<RequestRecord> records = m_books->journal.since(before, INT_MAX);
        const auto found = std::ranges::find(records, target, &RequestRecord::target);
        if (found != records.end())
            record = *found;
        return record.has_value();
    };
    if (!QTest::qWaitFor(look, patienceMs))
        qFatal("no record of %s", target.constData());
    return *record;
}

std::uint16_t CacheFixture::port() const
{
    return static_cast<std::uint16_t>(QUrl(QString::fromStdString(m_address)).port());
}

bool CacheFixture::isStored(const Digest &digest) const
{
    return QFile::exists(m_directory.path() + QStringLiteral("/blobs/") +
                         QString::fromStdString(std::string(digest.algorithmName())) + u'/' +
                         QString::fromStdString(digest.hex()));
}

bool CacheFixture::hasOpenPartials() const
{
    const QString partials = m_directory.path() + QStringLiteral("/partial/");
    const QFileInfoList open = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files);
    return std::any_of(open.begin(), open.end(), [&partials](const QFileInfo &descriptor) {
        return descriptor.symLinkTarget().startsWith(partials);
    });
}

QByteArray imageManifest(const std::vector<std::pair<Digest, std::int64_t>> &layers)
{
    QJsonArray list;
    for (const auto &[digest, size] : layers) {
        list.append(QJsonObject{
            {QStringLiteral("mediaType"),
             QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip")},
            {QStringLiteral("digest"), QString::fromStdString(digest.toString())},
            {QStringLiteral("size"), static_cast<double>(size)},
        });
    }
    // Indented on purpose: bytes that a conversion would change.
    return QJsonDocument(QJsonObject{
                             {QStringLiteral("schemaVersion"), 2},
                             {QStringLiteral("mediaType"), QString::fromLatin1(imageType)},
                             {QStringLiteral("layers"), list},
                         })
        .toJson(QJsonDocument::Indented);
}

} // namespace lanyard::test
