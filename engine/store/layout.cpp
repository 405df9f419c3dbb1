// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/layout.h"

#include <QDir>
#include <QFile>

namespace lanyard::store {

Layout::Layout(const QString &directory)
    : m_data(QFile::encodeName(QDir(directory).absolutePath()).toStdString())
{
}

std::string Layout::blobs() const
{
    return m_data + "/blobs";
}

std::string Layout::blobs(Digest::Algorithm algorithm) const
{
    return blobs() + (algorithm == Digest::Algorithm::Sha256 ? "/sha256" : "/sha512");
}

std::string Layout::partial() const
{
    return m_data + "/partial";
}

std::string Layout::lockFile() const
{
    return m_data + "/lanyard.lock";
}

QString Layout::databaseFile() const
{
    return QFile::decodeName(QByteArray::fromStdString(m_data + "/lanyard.db"));
}

std::string Layout::blobName(const Digest &digest)
{
    return digest.hex();
}

std::string Layout::partialName(const Digest &digest, std::uint64_t number)
{
    return std::string(digest.algorithmName()) + '-' + digest.hex() + '.' + std::to_string(number);
}

} // namespace lanyard::store
