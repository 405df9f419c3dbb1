// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/growingfile.h"
#include "core/result.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace lanyard::store {

/// A blob that is being downloaded: the file that grows, its hash, and its commit.
///
/// Engine thread; writing, hashing and fsync happen on the disk pool, in order. The last
/// limits::heldBackBytes are published only when the digest of the whole is right. When the disk
/// takes no more, the rest *passes*: it goes to those who follow the file already, no faster than
/// they take it, and is not stored. Destroyed before verified(), it fails its readers, and what is
/// on disk is kept for the next download of the same; after that, the commit goes on without it.
class PartialBlob : public QObject
{
    Q_OBJECT

public:
    ~PartialBlob() override = default;

    virtual const Digest &digest() const = 0;
    /// Bytes that are here: what an earlier download has left, and all that was appended.
    virtual std::int64_t receivedBytes() const = 0;

    /// Says how long the whole is; nullopt when upstream does not. Once, before anything else.
    /// InvalidInput when that cannot be the size of a blob, or is less than what is here; that is
    /// thrown away then.
    virtual Result<void> begin(std::optional<std::int64_t> size) = 0;
    /// What readers follow, after begin(); nullptr when the size is not known: they wait for
    /// committed().
    virtual std::shared_ptr<GrowingFile> file() const = 0;

    /// Takes the next bytes. More than the announced size ends in failed(), and so does a disk that
    /// refuses when the size is not known.
    virtual void append(QByteArray bytes) = 0;
    /// Bytes taken and not on disk yet: the caller reads no more from upstream above
    /// limits::upstreamReadBufferBytes, until bytesWritten().
    virtual std::int64_t pendingBytes() const = 0;
    /// There are no more bytes; again is harmless. Ends in verified() and committed() or passed(),
    /// or in failed().
    virtual void finish() = 0;

Q_SIGNALS:
    void bytesWritten();
    /// From now on it passes: why. NoRoom, which was told to the user, or Io.
    void passing(const lanyard::Error &why);
    /// The digest is right and all bytes are published.
    void verified();
    /// The content is durable and in the catalogue; it is not linked to a repository by this.
    void committed();
    /// Instead: all of it has been published, and nothing is stored.
    void passed();
    /// Corrupt when the digest or the size is wrong, Io when the disk refused. The last signal;
    /// readers have been failed already.
    void failed(const lanyard::Error &error);

protected:
    PartialBlob() = default;
};

} // namespace lanyard::store
