// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/portowner.h"

#include "core/printabletext.h"
#include "http/addressconflict.h"

#include <QByteArray>
#include <QFile>
#include <QHostAddress>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cctype>
#include <dirent.h>
#include <memory>
#include <set>
#include <unistd.h>
#include <vector>

namespace lanyard::http {

namespace {

constexpr const char *listeningState = "0A"; // TCP_LISTEN

/// What the kernel calls a socket where it lists who has it open: socket:[4711].
using SocketNames = std::set<std::string>;

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
            names.insert("socket:[" + fields[9].toStdString() + ']');
    }
}

/// What is called by a number in a folder: processes, or the descriptors of one. Nothing there is
/// looked at more closely, because a descriptor may be of a file on a disk that hangs.
std::vector<std::string> numbersIn(const std::string &folder)
{
    struct Close
    {
        void operator()(DIR *opened) const { ::closedir(opened); }
    };

    std::vector<std::string> numbers;
    const std::unique_ptr<DIR, Close> opened(::opendir(folder.c_str()));
    if (!opened)
        return numbers;
    while (const dirent *entry = ::readdir(opened.get())) {
        if (std::isdigit(static_cast<unsigned char>(entry->d_name[0])) != 0)
            numbers.emplace_back(entry->d_name);
    }
    return numbers;
}

bool hasOpen(const std::string &process, const SocketNames &names)
{
    const std::string descriptors = process + "/fd/";
    const std::vector<std::string> numbers = numbersIn(descriptors);
    return std::any_of(numbers.begin(), numbers.end(), [&](const std::string &number) {
        std::array<char, 64> target{};
        const ssize_t size =
            ::readlink((descriptors + number).c_str(), target.data(), target.size());
        return size > 0 && names.contains({target.data(), static_cast<std::size_t>(size)});
    });
}

/// A program names itself, with any bytes.
std::string nameOf(const std::string &process)
{
    QFile file(QString::fromStdString(process + "/comm"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return printable(QString::fromUtf8(file.readAll().trimmed())).toStdString();
}

} // namespace

std::string programListeningAt(const ListenAddress &address)
{
    SocketNames names;
    addListening(QStringLiteral("/proc/net/tcp"), address, names);
    addListening(QStringLiteral("/proc/net/tcp6"), address, names);
    if (names.empty())
        return {};
    for (const std::string &id : numbersIn("/proc")) {
        const std::string process = "/proc/" + id;
        if (!hasOpen(process, names))
            continue;
        if (const std::string name = nameOf(process); !name.empty())
            return name + " (process " + id + ")";
    }
    return {};
}

} // namespace lanyard::http
