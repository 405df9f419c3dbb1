// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedregistry.h"

#include "core/taskqueue.h"
#include "support/scriptedserver.h"
#include "support/scriptedstate.h"

#include <QThread>

#include <algorithm>
#include <cctype>
#include <future>
#include <memory>

namespace lanyard::test {

class ScriptedRegistry::Private
{
public:
    explicit Private(const std::optional<TlsIdentity> &identity)
    {
        tasks.moveToThread(&thread);
        thread.start();
        inThread([&] { server = std::make_unique<ScriptedServer>(state, identity); });
    }

    ~Private()
    {
        inThread([this] { server.reset(); });
        thread.quit();
        thread.wait();
    }

    Q_DISABLE_COPY_MOVE(Private)

    /// Runs `work` in the server's thread and waits for it.
    template <typename Work>
    void inThread(Work work)
    {
        const auto done = std::make_shared<std::promise<void>>();
        tasks.post([work, done] {
            work();
            done->set_value();
        });
        done->get_future().wait();
    }

    ScriptedState state;
    QThread thread;
    TaskQueue tasks;
    std::unique_ptr<ScriptedServer> server; // lives in its thread
};

std::string RecordedRequest::field(std::string_view name) const
{
    const auto isSameLetter = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    };
    for (const auto &[key, value] : fields) {
        if (std::equal(key.begin(), key.end(), name.begin(), name.end(), isSameLetter))
            return value;
    }
    return {};
}

Fault redirectTo(std::string location)
{
    Fault fault;
    fault.status = 307;
    fault.fields.emplace_back("Location", std::move(location));
    return fault;
}

ScriptedRegistry::ScriptedRegistry(std::optional<TlsIdentity> identity)
    : d(std::make_unique<Private>(identity))
{
    start();
}

ScriptedRegistry::~ScriptedRegistry() = default;

std::string ScriptedRegistry::url() const
{
    return d->state.url();
}

std::string ScriptedRegistry::hostPort() const
{
    const std::string text = url();
    return text.substr(text.find("://") + 3);
}

void ScriptedRegistry::stop()
{
    d->inThread([this] { d->server->closeAll(); });
}

void ScriptedRegistry::start()
{
    bool isOpen = false;
    d->inThread([this, &isOpen] { isOpen = d->server->open(); });
    if (!isOpen)
        qFatal("the scripted registry cannot listen");
}

Digest ScriptedRegistry::addManifest(const std::string &repository, const std::string &tag,
                                     const std::string &mediaType, const QByteArray &bytes)
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    d->state.setManifest(repository, digest.toString(), mediaType, bytes);
    if (!tag.empty())
        d->state.setTag(repository, tag, digest);
    return digest;
}

void ScriptedRegistry::removeTag(const std::string &repository, const std::string &tag)
{
    d->state.removeTag(repository, tag);
}

Digest ScriptedRegistry::addBlob(const std::string &repository, const QByteArray &bytes)
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    d->state.setBlob(repository, digest, bytes);
    return digest;
}

void ScriptedRegistry::setReferrers(const std::string &repository, const Digest &subject,
                                    const QByteArray &index)
{
    d->state.setReferrers(repository, subject, index);
}

void ScriptedRegistry::setReferrersApi(bool isThere)
{
    d->state.setReferrersApi(isThere);
}

void ScriptedRegistry::setTagsPageMax(int tags)
{
    d->state.setTagsPageMax(tags);
}

void ScriptedRegistry::setRanges(bool areServed)
{
    d->state.setRanges(areServed);
}

void ScriptedRegistry::setEtags(bool areSent)
{
    d->state.setEtags(areSent);
}

void ScriptedRegistry::setEndlessTags(bool areThey)
{
    d->state.setEndlessTags(areThey);
}

void ScriptedRegistry::requireBearer(const BearerAuth &auth)
{
    d->state.requireBearer(auth);
}

void ScriptedRegistry::requireBasic(const std::string &username, const std::string &password)
{
    d->state.requireBasic(username, password);
}

void ScriptedRegistry::revokeTokens()
{
    d->state.revokeTokens();
}

void ScriptedRegistry::addFault(const std::string &path, Fault fault)
{
    d->state.addFault(path, std::move(fault));
}

void ScriptedRegistry::release(const std::string &path)
{
    d->state.removeFaults(path);
    d->inThread([this, &path] { d->server->release(path); });
}

int ScriptedRegistry::count() const
{
    return static_cast<int>(d->state.requests().size());
}

int ScriptedRegistry::count(std::string_view method, std::string_view path) const
{
    const std::vector<RecordedRequest> all = d->state.requests();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const RecordedRequest &r) {
        return r.method == method && r.path == path;
    }));
}

std::vector<RecordedRequest> ScriptedRegistry::requests() const
{
    return d->state.requests();
}

std::int64_t ScriptedRegistry::bodyBytesSent() const
{
    return d->state.bodyBytesSent(nullptr);
}

std::int64_t ScriptedRegistry::bodyBytesSent(const std::string &path) const
{
    return d->state.bodyBytesSent(&path);
}

int ScriptedRegistry::connections() const
{
    return d->server->openConnections();
}

} // namespace lanyard::test
