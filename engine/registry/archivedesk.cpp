// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/archivedesk.h"

#include "archive/imagesource.h"
#include "registry/imageexport.h"
#include "registry/imageimport.h"

#include <QDir>
#include <QString>

#include <utility>

namespace lanyard::registry {

ArchiveDesk::ArchiveDesk(store::Store &store, const upstream::Routes &routes)
    : m_store(store)
    , m_routes(routes)
{
}

ArchiveDesk::~ArchiveDesk() = default;

Result<void> ArchiveDesk::startExport(const ExportRequest &request, Progressed progressed,
                                      Finished<ExportResult> finished)
{
    return start<ExportResult>(
        request.path,
        [this, request](const std::stop_token &stop, Progressed told) {
            return ImageExport(m_store, m_routes, request, stop, std::move(told)).run();
        },
        std::move(progressed), std::move(finished));
}

Result<void> ArchiveDesk::startImport(const ImportRequest &request, Progressed progressed,
                                      Finished<ImportResult> finished)
{
    ImportRequest whole = request;
    const auto upstream = request.registry.isEmpty()
                              ? m_routes.defaultUpstream()
                              : m_routes.byName(request.registry.toStdString());
    if (upstream)
        whole.registry = QByteArray::fromStdString(m_routes.registry(*upstream));
    else if (!request.registry.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "%1 is not a configured registry"),
                        {request.registry.toStdString()}});
    return start<ImportResult>(
        request.path,
        [this, whole](const std::stop_token &stop, Progressed told) {
            return import(whole, stop, std::move(told));
        },
        std::move(progressed), std::move(finished));
}

/// On the thread of the work.
Result<ImportResult> ArchiveDesk::import(const ImportRequest &request, const std::stop_token &stop,
                                         Progressed progressed)
{
    return archive::openImageSource(request.path.toStdString(),
                                    {.registry = request.registry.toStdString(), .stop = stop})
        .and_then([&](const std::unique_ptr<archive::ImageSource> &source) {
            return ImageImport(m_store, m_routes, request, std::move(progressed)).run(*source);
        });
}

template <typename Value>
Result<void> ArchiveDesk::start(const QByteArray &path, Work<Value> work, Progressed progressed,
                                Finished<Value> finished)
{
    if (m_progressed)
        return failure(ErrorCode::InUse,
                       QT_TRANSLATE_NOOP("engine", "an export or import is running already"));
    if (!QDir::isAbsolutePath(QString::fromUtf8(path)))
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine", "'%1' is not an absolute path"), {path.toStdString()}});
    if (m_thread.joinable())
        m_thread.join();
    m_progressed = std::make_shared<const Progressed>(std::move(progressed));
    const auto tell = [this](const ArchiveProgress &progress) {
        m_tasks.post([this, progress] {
            if (const auto listener = m_progressed)
                (*listener)(progress);
        });
    };
    // `finished` travels along and is never copied: what it holds belongs to the engine thread.
    m_thread = std::jthread([this, tell, work = std::move(work),
                             finished = std::move(finished)](const std::stop_token &stop) mutable {
        Result<Value> result = work(stop, tell);
        m_tasks.post([this, result = std::move(result), finished = std::move(finished)] {
            m_progressed.reset();
            finished(result);
        });
    });
    return {};
}

void ArchiveDesk::stop()
{
    m_thread.request_stop();
}

} // namespace lanyard::registry
