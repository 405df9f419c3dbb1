// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/portowner.h"

#include "http/addressconflict.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <set>
#include <unistd.h>

namespace lanyard::http {

namespace {

constexpr const char *listeningState = "0A"; // TCP_LISTEN

/// What the kernel calls a socket where it lists who has it open: socket:[4711].
using SocketNames = std::set<QString>;

/// As in /proc/net: each four bytes as the number that they are to this machine, in hexadecimal.
QHostAddress addressOf(const QByteArray &text)
{
    constexpr qsizetype digits = 8;
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); i += digits) {
        const quint32 word = text.mid(i, digits).toUInt(nullptr, 16);
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    if (bytes.size() == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes.constData()));
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData()));
    return {};
}

/// Of proc(5), /proc/net/tcp: "sl local_address rem_address st ... inode ...".
void addListening(const QString &table, const ListenAddress &address, SocketNames &names)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 10 || fields[3] != listeningState)
            continue;
        const qsizetype colon = fields[1].indexOf(':');
        const ListenAddress bound{.host = addressOf(fields[1].left(colon)).toString().toStdString(),
                                  .port = fields[1].mid(colon + 1).toUShort(nullptr, 16)};
        if (areInEachOthersWay(bound, address))
            names.insert(QStringLiteral("socket:[%1]").arg(QString::fromLatin1(fields[9])));
    }
}

bool hasOpen(const QString &process, const SocketNames &names)
{
    const QDir descriptors(process + QStringLiteral("/fd"));
    const QStringList entries = descriptors.entryList(QDir::Files | QDir::System);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        // Qt would make a path of what is none.
        std::array<char, 64> target{};
        const QByteArray link = QFile::encodeName(descriptors.filePath(entry));
        const ssize_t size = ::readlink(link.constData(), target.data(), target.size());
        return size > 0 && names.contains(QString::fromLatin1(target.data(), size));
    });
}

/// A program names itself, with any bytes: what could write over a terminal is not shown.
std::string nameOf(const QString &process)
{
    QFile file(process + QStringLiteral("/comm"));
    std::string name =
        file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toStdString() : std::string();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return name;
}

} // namespace

std::string programListeningAt(const ListenAddress &address)
{
    SocketNames names;
    addListening(QStringLiteral("/proc/net/tcp"), address, names);
    addListening(QStringLiteral("/proc/net/tcp6"), address, names);
    if (names.empty())
        return {};
    const QDir processes(QStringLiteral("/proc"));
    for (const QString &id : processes.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const QString process = processes.filePath(id);
        if (!hasOpen(process, names))
            continue;
        if (const std::string name = nameOf(process); !name.empty())
            return name + " (process " + id.toStdString() + ")";
    }
    return {};
}

} // namespace lanyard::http
