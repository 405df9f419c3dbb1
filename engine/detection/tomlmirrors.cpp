// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/tomlmirrors.h"

#include "core/imageref.h"
#include "textedit/tomldocument.h"

#include <QDir>

#include <algorithm>
#include <string>
#include <vector>

namespace lanyard::detection {

namespace {

using textedit::TomlEntry;
using textedit::TomlNode;

Result<TomlNode> parse(const QByteArray &text)
{
    return textedit::TomlDocument::read(text).map(
        [](const textedit::TomlDocument &document) { return document.root(); });
}

/// What is below these keys; an empty table where there is nothing.
const TomlNode &at(const TomlNode &node, const std::vector<const char *> &keys)
{
    static const TomlNode nothing;
    const TomlNode *found = &node;
    for (const char *key : keys) {
        found = found->find(key);
        if (found == nullptr)
            return nothing;
    }
    return *found;
}

QString textOf(const TomlNode &node)
{
    return node.kind == TomlNode::Kind::Text ? QString::fromStdString(node.scalar) : QString();
}

QStringList textsOf(const TomlNode &node)
{
    QStringList texts;
    for (const std::string &text : node.texts())
        texts << QString::fromStdString(text);
    return texts;
}

bool isTrue(const TomlNode &node)
{
    return node.kind == TomlNode::Kind::Boolean && node.scalar == "true";
}

bool pullsFrom(const TomlNode &host)
{
    return host.find("capabilities") == nullptr ||
           textsOf(at(host, {"capabilities"})).contains(QStringLiteral("pull"));
}

/// What BuildKit takes for this computer, and asks without TLS, too.
bool isLocalName(const QString &hostPort)
{
    const QString host = hostPort.left(hostPort.lastIndexOf(u':'));
    return host == QStringLiteral("localhost") || host == QStringLiteral("127.0.0.1") ||
           host == QStringLiteral("[::1]");
}

Mirror buildkitMirror(const TomlNode &registries, const QString &registry, const QString &location)
{
    const TomlNode *const table = registries.find(location.section(u'/', 0, 0).toStdString());
    const bool isPlain = table != nullptr && isTrue(at(*table, {"http"}));
    const bool isInsecure = table != nullptr && isTrue(at(*table, {"insecure"}));
    Mirror mirror = mirrorOfHost(registry, location, isPlain, !isPlain || isInsecure);
    if (table == nullptr && isLocalName(mirror.hostPort))
        mirror.isAskedPlain = true;
    return mirror;
}

bool isSameRegistry(const QString &location, const QString &prefix)
{
    return location.isEmpty() || canonicalRegistryName(location.toStdString()) ==
                                     canonicalRegistryName(prefix.toStdString());
}

Mirrors podmanMirrors(const TomlNode &registry, const QString &prefix)
{
    Mirrors mirrors;
    // It tries TLS first either way.
    for (const TomlNode &mirror : at(registry, {"mirror"}).items)
        mirrors << mirrorOfHost(prefix, textOf(at(mirror, {"location"})),
                                isTrue(at(mirror, {"insecure"})), true);
    return mirrors;
}

/// The absolute ones, without what leads nowhere, such as a slash at the end.
QStringList foldersOf(const QStringList &paths)
{
    QStringList folders;
    for (const QString &path : paths) {
        if (path.startsWith(u'/'))
            folders << QDir::cleanPath(path);
    }
    return folders;
}

void addCri(ContainerdSettings &settings, const TomlNode &plugin)
{
    const QString path = textOf(at(plugin, {"registry", "config_path"}));
    if (!path.isEmpty())
        settings.hostFolders = foldersOf(path.split(u':', Qt::SkipEmptyParts));
    settings.hasOldMirrors =
        settings.hasOldMirrors || !at(plugin, {"registry", "mirrors"}).entries.empty();
}

} // namespace

Result<Mirrors> mirrorsInHostsToml(const QString &registry, const QByteArray &text)
{
    return parse(text).map([&registry](const TomlNode &root) {
        const QString whose =
            registry == QStringLiteral("_default") ? QStringLiteral("*") : registry;
        // They are tried in the order in which they stand there.
        std::vector<TomlEntry> hosts = at(root, {"host"}).entries;
        std::sort(hosts.begin(), hosts.end(),
                  [](const TomlEntry &a, const TomlEntry &b) { return a.begin < b.begin; });
        Mirrors mirrors;
        for (const TomlEntry &host : hosts) {
            if (pullsFrom(host.value))
                mirrors << mirrorOfUrl(whose, QString::fromStdString(host.key));
        }
        return mirrors;
    });
}

Result<Mirrors> mirrorsInBuildkitToml(const QByteArray &text)
{
    return parse(text).map([](const TomlNode &root) {
        Mirrors mirrors;
        const TomlNode &registries = at(root, {"registry"});
        for (const TomlEntry &registry : registries.entries) {
            for (const QString &location : textsOf(at(registry.value, {"mirrors"})))
                mirrors << buildkitMirror(registries, QString::fromStdString(registry.key),
                                          location);
        }
        return mirrors;
    });
}

Result<std::map<QString, RegistryTable>> tablesInRegistriesConf(const QByteArray &text)
{
    return parse(text).map([](const TomlNode &root) {
        std::map<QString, RegistryTable> tables;
        for (const TomlNode &registry : at(root, {"registry"}).items) {
            const QString location = textOf(at(registry, {"location"}));
            QString prefix = textOf(at(registry, {"prefix"}));
            if (prefix.isEmpty())
                prefix = location;
            tables.insert_or_assign(
                prefix,
                RegistryTable{.location = isSameRegistry(location, prefix) ? QString() : location,
                              .isBlocked = isTrue(at(registry, {"blocked"})),
                              .isInsecure = isTrue(at(registry, {"insecure"})),
                              .mirrors = podmanMirrors(registry, prefix)});
        }
        return tables;
    });
}

Result<ContainerdSettings> settingsInContainerdToml(const QByteArray &text)
{
    return parse(text).map([](const TomlNode &root) {
        // Of 1.x and 2.x.
        static const QStringList plugins{QStringLiteral("io.containerd.grpc.v1.cri"),
                                         QStringLiteral("io.containerd.cri.v1.images")};
        ContainerdSettings settings;
        for (const QString &name : textsOf(at(root, {"disabled_plugins"})))
            settings.isCriOff =
                settings.isCriOff || name == QStringLiteral("cri") || plugins.contains(name);
        for (const QString &name : plugins)
            addCri(settings, at(root, {"plugins", qPrintable(name)}));
        return settings;
    });
}

QStringList hostFoldersInNerdctlToml(const QByteArray &text)
{
    return foldersOf(textsOf(at(parse(text).value_or(TomlNode()), {"hosts_dir"})));
}

} // namespace lanyard::detection
