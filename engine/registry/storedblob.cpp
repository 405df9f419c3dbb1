// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/storedblob.h"

#include <utility>

namespace lanyard::registry {

Result<StoredBlob> openStoredBlob(store::Store &store, const Digest &digest)
{
    return store.openContent(digest).map([&store, &digest](SharedFile &&file) {
        return StoredBlob{.file = std::move(file), .onUnreadable = [&store, digest] {
                              store.reportUnreadable(digest);
                          }};
    });
}

} // namespace lanyard::registry
