// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"
#include "control/verb.h"
#include "core/result.h"

#include <functional>

namespace lanyard::control {

template <typename Request, typename Answer>
struct ArchiveActions
{
    using Progressed = std::function<void(const ArchiveProgress &)>;
    using Finished = std::function<void(const Result<Answer> &)>;

    /// An error: nothing is done, and neither is called.
    std::function<Result<void>(const Request &, Progressed, Finished)> start;
    std::function<void()> stop;
};

/// `export`: writes images as an OCI image layout. Arguments: `references`, a list, and `path`,
/// which is absolute. Events say how far it is. It ends when the client leaves.
Verb exportVerb(ArchiveActions<ExportRequest, ExportResult> actions);

/// `import`: takes images in from a disk. Arguments: `path`, which is absolute, and, optional,
/// `name`, `registry`, `replace`. Events say how far it is. It ends when the client leaves.
Verb importVerb(ArchiveActions<ImportRequest, ImportResult> actions);

} // namespace lanyard::control
