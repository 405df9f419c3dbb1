// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/filedescriptor.h"
#include "core/result.h"
#include "store/store.h"

#include <functional>

namespace lanyard::registry {

/// A stored blob that is open, and what to call, on any thread, when it turns out while it is sent
/// that its file cannot be read to the end.
struct StoredBlob
{
    SharedFile file;
    std::function<void()> onUnreadable;
};

/// Opens a stored blob; from any thread. Once its file has turned out to be unreadable, the store
/// counts it as not there, so that it is fetched anew on next use. The store outlives the blob.
Result<StoredBlob> openStoredBlob(store::Store &store, const Digest &digest);

} // namespace lanyard::registry
