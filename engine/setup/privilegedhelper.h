// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"
#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>

#include <functional>
#include <memory>

namespace lanyard::setup {

/// Who does as root what a request says, see privilegedrequest.h. One request at a time; has its
/// thread. Destroying it, nothing is answered any more.
class PrivilegedHelper
{
public:
    /// With the answer; Cancelled: the user did not give the privilege, and nothing was done; else
    /// nobody knows what was done.
    using Answered = std::function<void(const Result<QByteArray> &answer)>;

    PrivilegedHelper() = default;
    virtual ~PrivilegedHelper() = default;
    Q_DISABLE_COPY_MOVE(PrivilegedHelper)

    virtual void ask(const QByteArray &request, const Answered &answered) = 0;
};

/// The helper program, run by pkexec: the system asks the user for the password. Has a thread with
/// an event loop. What it runs then is root's, and cannot be ended: destroying it leaves it to do
/// what it was asked.
class PkexecHelper final : public QObject, public PrivilegedHelper
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PkexecHelper)

public:
    /// `pkexec` is what is looked for in `environment`'s PATH; `program` is absolute; empty: there
    /// is none.
    PkexecHelper(QString program, QProcessEnvironment environment);
    ~PkexecHelper() override = default;

    void ask(const QByteArray &request, const Answered &answered) override;

private:
    void onFinished(const std::optional<Error> &error);

    const QString m_program;
    const QProcessEnvironment m_environment;
    std::unique_ptr<ChildProcess> m_process;
    Answered m_answered;
};

} // namespace lanyard::setup
