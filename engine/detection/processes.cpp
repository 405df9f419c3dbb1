// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/processes.h"

#include "core/filereader.h"
#include "detection/detectionlimits.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace lanyard::detection {

namespace {

QByteArray textOf(const QString &folder, std::int64_t pid, const char *file)
{
    const QString path = folder + u'/' + QString::number(pid) + u'/' + QString::fromLatin1(file);
    return readSmallFile(path, limits::processTextBytesMax).value_or(QByteArray());
}

/// The words of a line of /proc/PID/status behind its name.
QStringList statusWords(const QByteArray &status, const QByteArray &name)
{
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(name))
            return QString::fromLatin1(line.mid(name.size()).simplified())
                .split(u' ', Qt::SkipEmptyParts);
    }
    return {};
}

/// The name of its program. Some write all of their command line there, with spaces between.
QString nameOf(const QString &program)
{
    const QString path = program.startsWith(u'/') ? program.section(u' ', 0, 0) : program;
    return path.section(u'/', -1);
}

/// Who has started it, and not as whom it works: anybody may start what is set-user-ID root.
std::optional<std::int64_t> userOf(const QByteArray &status)
{
    bool isNumber = false;
    const std::int64_t user = statusWords(status, "Uid:").value(0).toLongLong(&isNumber);
    return isNumber ? std::optional(user) : std::nullopt;
}

/// Such a program may have taken root's number altogether. Only root sees it of others.
bool isSetUserId(const QString &folder, std::int64_t pid)
{
    const QString program = folder + u'/' + QString::number(pid) + QStringLiteral("/exe");
    struct stat status = {};
    return ::stat(QFile::encodeName(program).constData(), &status) == 0 &&
           (status.st_mode & S_ISUID) != 0;
}

std::optional<RunningProcess> processAt(const QString &folder, std::int64_t pid,
                                        std::int64_t looker, const QStringList &names)
{
    QStringList words =
        QString::fromUtf8(textOf(folder, pid, "cmdline")).split(QChar(u'\0'), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    const QString program = words.takeFirst();
    const QString name = nameOf(program);
    if (!names.contains(name))
        return std::nullopt;
    const QByteArray status = textOf(folder, pid, "status");
    // In a container it has a number of its own there, too (pid_namespaces(7)).
    if (statusWords(status, "NSpid:").size() > 1)
        return std::nullopt;
    const auto user = userOf(status);
    if (!user || (*user != 0 && *user != looker) || isSetUserId(folder, pid))
        return std::nullopt;
    if (words.isEmpty() && program.contains(u' '))
        words = program.section(u' ', 1).split(u' ', Qt::SkipEmptyParts);
    return RunningProcess{.pid = pid, .user = *user, .name = name, .arguments = words};
}

} // namespace

QStringList RunningProcess::valuesOf(const QStringList &names) const
{
    QStringList values;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        for (const QString &option : names) {
            if (argument == option && i + 1 < arguments.size())
                values << arguments.at(i + 1);
            else if (argument.startsWith(option + u'='))
                values << argument.mid(option.size() + 1);
        }
    }
    return values;
}

QList<RunningProcess> runningProcesses(const QString &folder, std::int64_t user,
                                       const QStringList &names)
{
    QList<RunningProcess> found;
    int looked = 0;
    for (const QString &entry : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const std::int64_t pid = entry.toLongLong(&isNumber);
        if (!isNumber)
            continue;
        if (++looked > limits::processesMax)
            break;
        if (const auto process = processAt(folder, pid, user, names))
            found << *process;
    }
    return found;
}

std::optional<QProcessEnvironment> environmentOf(const QString &folder, std::int64_t pid)
{
    const QByteArray text = textOf(folder, pid, "environ");
    if (text.isEmpty())
        return std::nullopt;
    QProcessEnvironment environment;
    for (const QByteArray &entry : text.split('\0')) {
        if (const qsizetype equals = entry.indexOf('='); equals > 0)
            environment.insert(QString::fromUtf8(entry.first(equals)),
                               QString::fromUtf8(entry.mid(equals + 1)));
    }
    return environment;
}

} // namespace lanyard::detection
