// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

#include <QTemporaryDir>

namespace lanyard::test {

/// A computer in a temporary folder: files, programs and processes, and what programs say.
class Scenery
{
public:
    static constexpr const char *home = "/home/me"; ///< below the root
    static constexpr int userNumber = 1000;         ///< whose it is

    Scenery();

    QString root() const { return m_folder.path(); }

    /// The absolute path of a path of the system, or of "~/...".
    QString at(const QString &path) const;
    void file(const QString &path, const QByteArray &text) const;
    /// An executable in PATH. What is not a script says nothing.
    QString program(const QString &name, const QByteArray &script = "#!/bin/sh\n") const;
    /// A process as Linux tells of it; `numbers` are those of NSpid.
    void process(int pid, int user, const QStringList &words, const QByteArray &environment = {},
                 const QByteArray &numbers = "1") const;
    void set(const char *name, const QString &value);
    /// What the program of that name in PATH says to these words.
    void answer(const QString &program, const QStringList &words, const QByteArray &output,
                bool isSuccess = true);
    /// The same to any question.
    void answer(const detection::Question &question, const QByteArray &output,
                bool isSuccess = true);
    void answerNothingInTime(const QString &program, const QStringList &words);

    /// With all that was said above.
    detection::Scene scene() const;

    CacheEndpoint cache{.host = QStringLiteral("192.168.0.80"), .port = 5000};
    detection::Surroundings here;

    /// A file of recorded/.
    static QByteArray recorded(const QString &name);

private:
    QTemporaryDir m_folder;
    detection::Answers m_answers;
};

/// The one with that id; a failure of the test, and an empty one, where it is not there.
ClientInstallation found(const QList<ClientInstallation> &installations, const QString &id);
/// The kinds of its obstacles, and whether they are fatal: "TooOld Unreachable!"
QString obstaclesOf(const ClientInstallation &installation);
/// Nothing, Cache, OtherMirror, Partly.
QString useOf(const ClientInstallation &installation);
/// Those words that all questions of that program in PATH have, a line each.
QStringList wordsOf(const QList<detection::Question> &questions, const QString &program);

} // namespace lanyard::test
