// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/privilegeddesk.h"

#include "setup/privilegedrequest.h"

#include <QProcessEnvironment>

namespace lanyard::setup {

namespace {

/// Nothing of the environment of who asks.
QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace

PrivilegedDesk::PrivilegedDesk(const QString &root)
    : m_files(root)
    , m_services(root, plainEnvironment())
    , m_batch([this](const QString &path,
                     const recipes::Recipe &recipe) { return m_files.find(path, recipe); },
              m_services)
{
}

void PrivilegedDesk::serve(const QByteArray &bytes, const Answered &answered)
{
    const auto request = privilegedRequestFrom(bytes);
    if (!request) {
        answered(answerJson(tl::unexpected(request.error())));
        return;
    }
    // Who asked tells the user how far it is.
    const Progress silent = [](const Message &, SetUpStep::State, const Message &) {
    };
    const auto done = [answered](const Result<ChangeBatch::Outcome> &outcome) {
        answered(answerJson(outcome));
    };
    if (request->operation == PrivilegedRequest::Operation::Undo)
        m_batch.undo(request->records, request->services, silent, done);
    else
        m_batch.apply(request->changes, request->services, request->stamp, silent, done);
}

} // namespace lanyard::setup
