// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeprograms.h"
#include "setup/applier.h"
#include "setup/privilegeddesk.h"
#include "setup/privilegedhelper.h"
#include "support/awaited.h"
#include "support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace lanyard::setup::test {

/// The helper's desk in this process; or who refuses, dies, or never answers.
class TestHelper final : public PrivilegedHelper
{
public:
    enum class Mood { Helpful, Refusing, Dying, Silent };

    explicit TestHelper(const QString &root)
        : m_desk(root)
    {
    }

    void ask(const QByteArray &request, const Answered &answered) override
    {
        requests.append(request);
        if (mood == Mood::Refusing)
            answered(failure(ErrorCode::Cancelled, "the permission was not given"));
        else if (mood == Mood::Dying)
            m_desk.serve(request, [answered](const QByteArray &) {
                answered(failure(ErrorCode::BadUpstream, "the helper crashed"));
            });
        else if (mood == Mood::Helpful)
            m_desk.serve(request, [answered](const QByteArray &json) { answered(json); });
    }

    Mood mood = Mood::Helpful;
    QList<QByteArray> requests;

private:
    PrivilegedDesk m_desk;
};

inline const QString client = QStringLiteral("docker");
inline const QByteArray text = "{\n  \"debug\": true\n}\n";

/// A system below a folder with two files of Docker Engine, one of the system's and one of the
/// user's, and an Applier in it.
class ApplierFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    QString path(const QString &inside) const { return m_root->path() + inside; }

    QString systemFile() const { return path(QStringLiteral("/etc/docker/daemon.json")); }

    QString userFile() const { return path(QStringLiteral("/home/.config/docker/daemon.json")); }

    QString stateFolder() const { return path(QStringLiteral("/home/.local/state/lanyard")); }

    /// As the services do that it reloads.
    QByteArray readsFiles() const
    {
        return "cat '" + QFile::encodeName(systemFile()) + "' '" + QFile::encodeName(userFile()) +
               "' > /dev/null\n";
    }

    std::unique_ptr<Applier> applierOf(bool isRoot);
    ClientChange change(const QStringList &files, const QList<ServiceTask> &services = {}) const;
    /// True when it worked; m_answer says what came of it.
    bool apply(const ClientChange &change, const Applier::Check &check = {});
    /// Whether it, or its undoing, was cut short.
    bool isCutShort() const;
    bool undo(Applier::Aftermath aftermath = Applier::Aftermath::Forget);
    Applier::StepProgress progress();
    QMap<QString, QByteArray> files() const;
    std::string trouble() const;

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<FakePrograms> m_programs;
    std::unique_ptr<TestHelper> m_helper;
    lanyard::test::ManualClock m_clock;
    std::unique_ptr<Applier> m_applier;
    lanyard::test::Awaited<SetUpResult> m_answer;
    QList<SetUpStep> m_steps;
};

} // namespace lanyard::setup::test
