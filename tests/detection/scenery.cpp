// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/scenery.h"

#include "detection/clientdetections.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace lanyard::test {

Scenery::Scenery()
{
    here = {.root = root(),
            .home = root() + QString::fromLatin1(home),
            .environment = {},
            .isRoot = false,
            .user = userNumber,
            .processFolder = root() + QStringLiteral("/proc")};
    here.environment.insert(QStringLiteral("PATH"), root() + QStringLiteral("/usr/bin"));
    QDir().mkpath(here.home);
}

QString Scenery::at(const QString &path) const
{
    return path.startsWith(QStringLiteral("~/")) ? here.home + path.mid(1) : root() + path;
}

void Scenery::file(const QString &path, const QByteArray &text) const
{
    QFile file(at(path));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QString Scenery::program(const QString &name, const QByteArray &script) const
{
    const QString path = QStringLiteral("/usr/bin/") + name;
    file(path, script);
    QFile::setPermissions(at(path), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    return at(path);
}

void Scenery::process(int pid, int user, const QStringList &words, const QByteArray &environment,
                      const QByteArray &numbers) const
{
    const QString folder = QStringLiteral("/proc/") + QString::number(pid) + u'/';
    QByteArray line;
    for (const QString &word : words)
        line += word.toUtf8() + '\0';
    file(folder + QStringLiteral("cmdline"), line);
    const QByteArray number = QByteArray::number(user);
    file(folder + QStringLiteral("status"), "Name:\tx\nUid:\t" + number + '\t' + number + '\t' +
                                                number + '\t' + number + "\nNSpid:\t" + numbers +
                                                "\nThreads:\t1\n");
    if (!environment.isEmpty())
        file(folder + QStringLiteral("environ"), environment);
}

void Scenery::set(const char *name, const QString &value)
{
    here.environment.insert(QString::fromLatin1(name), value);
}

void Scenery::answer(const QString &program, const QStringList &words, const QByteArray &output,
                     bool isSuccess)
{
    answer({here.program(program), words}, output, isSuccess);
}

void Scenery::answer(const detection::Question &question, const QByteArray &output, bool isSuccess)
{
    m_answers.add(question, {.error = {}, .isSuccess = isSuccess, .output = output});
}

void Scenery::answerNothingInTime(const QString &program, const QStringList &words)
{
    m_answers.add({here.program(program), words},
                  {.error = Error{ErrorCode::TimedOut, "does not answer in time"},
                   .isSuccess = false,
                   .output = {}});
}

detection::Scene Scenery::scene() const
{
    return {.here = here,
            .cache = cache,
            .processes = detection::runningProcesses(here.processFolder, here.user,
                                                     detection::daemonNames()),
            .answers = m_answers};
}

QByteArray Scenery::recorded(const QString &name)
{
    QFile file(QStringLiteral(LANYARD_RECORDED "/") + name);
    [&] {
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
    }();
    return file.readAll();
}

ClientInstallation found(const QList<ClientInstallation> &installations, const QString &id)
{
    for (const ClientInstallation &installation : installations) {
        if (installation.id == id)
            return installation;
    }
    [&] {
        QStringList ids;
        for (const ClientInstallation &installation : installations)
            ids << installation.id;
        QFAIL(qPrintable(QStringLiteral("no %1 among %2").arg(id, ids.join(u' '))));
    }();
    return {};
}

QString obstaclesOf(const ClientInstallation &installation)
{
    static const QStringList names{
        QStringLiteral("NotRunning"),   QStringLiteral("NoAccess"),
        QStringLiteral("FlagConflict"), QStringLiteral("ProxyInTheWay"),
        QStringLiteral("Unreachable"),  QStringLiteral("OverridesSystem"),
        QStringLiteral("TooOld")};
    QStringList kinds;
    for (const Obstacle &obstacle : installation.obstacles)
        kinds << names.at(static_cast<int>(obstacle.kind)) +
                     (obstacle.isFatal ? QStringLiteral("!") : QString());
    return kinds.join(u' ');
}

QString useOf(const ClientInstallation &installation)
{
    static const QStringList names{QStringLiteral("Nothing"), QStringLiteral("Cache"),
                                   QStringLiteral("OtherMirror"), QStringLiteral("Partly")};
    return names.at(static_cast<int>(installation.use));
}

QStringList wordsOf(const QList<detection::Question> &questions, const QString &program)
{
    QStringList lines;
    for (const detection::Question &question : questions) {
        if (question.program.endsWith(u'/' + program))
            lines << question.arguments.join(u' ');
    }
    return lines;
}

} // namespace lanyard::test
