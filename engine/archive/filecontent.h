// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/imagesource.h"
#include "store/folder.h"

#include <stop_token>
#include <string>

namespace lanyard::archive {

/// Passes the file that should have this digest on to `take`, where it is there.
Result<void> takeFile(const store::Folder &folder, const std::string &name, const Digest &digest,
                      const std::stop_token &stop, const ImageSource::Take &take);

/// All bytes of a small file. NotFound; Corrupt when it is larger than `bytesMax`; Io.
Result<QByteArray> readSmallFile(const store::Folder &folder, const std::string &name,
                                 std::int64_t bytesMax);

/// All that a source gives, which is not much.
Result<QByteArray> readToEnd(const ByteSource &next);

/// What is said of work that was given up.
tl::unexpected<Error> givenUp();

} // namespace lanyard::archive
