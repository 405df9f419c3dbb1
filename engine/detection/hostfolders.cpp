// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/hostfolders.h"

#include "detection/tomlmirrors.h"

#include <QSet>

namespace lanyard::detection {

namespace {

constexpr const char *fileMark = "#### hosts.toml of ";

/// Docker writes the folder of a host with a port as host_5000_ where a colon cannot be in a name.
QString registryOf(const QString &folder)
{
    if (!folder.endsWith(u'_') || folder.startsWith(u'_'))
        return folder;
    const qsizetype at = folder.lastIndexOf(u'_', -2);
    return at > 0 ? folder.left(at) + u':' + folder.mid(at + 1).chopped(1) : folder;
}

} // namespace

HostFiles hostFilesIn(const Surroundings &here, const QStringList &folders)
{
    HostFiles files;
    QSet<QString> seen;
    for (const QString &folder : folders) {
        for (const QString &name : here.namesIn(folder)) {
            const QString file = folder + u'/' + name + QStringLiteral("/hosts.toml");
            if (seen.contains(name) || !here.has(file))
                continue;
            seen.insert(name);
            const auto text = here.read(file);
            if (!text && text.error().code == ErrorCode::Io)
                files.unreadable << file;
            files.mirrors += mirrorsInHostsToml(registryOf(name), text.value_or(QByteArray()))
                                 .value_or(Mirrors());
        }
    }
    return files;
}

QStringList hostFolderWords(const QString &folder)
{
    const QString script =
        QStringLiteral("cd \"$1\" 2>/dev/null || exit 0; for file in */hosts.toml; do "
                       "[ -f \"$file\" ] && echo \"%1${file%/hosts.toml}\" && cat \"$file\" "
                       "&& echo; done; exit 0")
            .replace(QStringLiteral("%1"), QString::fromLatin1(fileMark));
    return {QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"), folder};
}

Mirrors mirrorsInHostFolderText(const QByteArray &output)
{
    Mirrors mirrors;
    QString registry;
    QByteArray text;
    const auto flush = [&] {
        if (!registry.isEmpty())
            mirrors += mirrorsInHostsToml(registry, text).value_or(Mirrors());
        text.clear();
    };
    for (const QByteArray &line : output.split('\n')) {
        if (!line.startsWith(fileMark)) {
            text += line + '\n';
            continue;
        }
        flush();
        registry = registryOf(QString::fromUtf8(line.mid(qstrlen(fileMark))));
    }
    flush();
    return mirrors;
}

} // namespace lanyard::detection
