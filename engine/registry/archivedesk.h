// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"
#include "core/result.h"
#include "core/taskqueue.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace lanyard::registry {

/// Exports images and imports them, one after the other, on a thread of its own.
///
/// Lives on the engine thread, where its events arrive, later; none of them after its end. One that
/// is refused at once has no events: InUse while another runs, InvalidInput when a path is not
/// absolute or a registry not configured.
class ArchiveDesk
{
public:
    /// Both outlive it.
    ArchiveDesk(store::Store &store, const upstream::Routes &routes);
    /// Gives up what runs; blocks until that has ended.
    ~ArchiveDesk();
    ArchiveDesk(const ArchiveDesk &) = delete;
    ArchiveDesk &operator=(const ArchiveDesk &) = delete;

    using Progressed = std::function<void(const ArchiveProgress &)>; ///< a few times a second
    template <typename Value>
    using Finished = std::function<void(const Result<Value> &)>;

    Result<void> startExport(const ExportRequest &request, Progressed progressed,
                             Finished<ExportResult> finished);
    Result<void> startImport(const ImportRequest &request, Progressed progressed,
                             Finished<ImportResult> finished);
    /// What runs ends soon, as Cancelled.
    void stop();

    bool isBusy() const { return m_progressed != nullptr; }

private:
    template <typename Value>
    using Work = std::function<Result<Value>(const std::stop_token &stop, Progressed progressed)>;

    template <typename Value>
    Result<void> start(const QByteArray &path, Work<Value> work, Progressed progressed,
                       Finished<Value> finished);
    Result<ImportResult> import(const ImportRequest &request, const std::stop_token &stop,
                                Progressed progressed);

    store::Store &m_store;
    const upstream::Routes &m_routes;
    TaskQueue m_tasks;
    std::shared_ptr<const Progressed> m_progressed; ///< set: something runs
    std::jthread m_thread;
};

} // namespace lanyard::registry
