// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever somebody asks root for: what is taken for a request names only files of the list, with
// the content that belongs there, and services of the system, and survives being written and read
// again; all else is refused with a reason.
#include "setup/privilegedrequest.h"
#include "setup/privilegedtarget.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using namespace lanyard::setup;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireHarmless(const QString &path)
{
    require(path.startsWith(QLatin1String("/etc/")));
    require(!path.contains(QLatin1String("/.")) && !path.contains(QLatin1String("//")));
    require(!path.contains(QChar(0)) && !path.contains(QLatin1Char('\n')));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto request = privilegedRequestFrom(json);
    if (!request) {
        require(request.error().code == ErrorCode::InvalidInput);
        require(!request.error().message.isEmpty());
        return 0;
    }
    const bool isUndo = request->operation == PrivilegedRequest::Operation::Undo;
    require(isUndo ? request->changes.isEmpty() : request->records.isEmpty());
    require(isUndo || isStamp(request->stamp));
    for (const FileChange &change : request->changes) {
        requireHarmless(change.path);
        require(checkTarget(change.path, change.recipe).has_value());
    }
    for (const FileRecord &record : request->records) {
        requireHarmless(record.path);
        require(checkTarget(record.path, record.recipe).has_value());
        require(isStamp(record.stamp));
        for (const QString &folder : record.createdFolders)
            require(record.path.startsWith(folder + QLatin1Char('/')));
    }
    for (const ServiceTask &task : request->services)
        require(isOfSystem(task.action));
    const auto again = privilegedRequestFrom(toJson(*request));
    require(again.has_value());
    // What is recorded has no password, whoever sent one along.
    require(isUndo || *again == *request);
    return 0;
}
