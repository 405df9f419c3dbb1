// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/layout.h"

#include <QDir>
#include <QFile>

#include <charconv>
#include <system_error>

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

std::string Layout::quarantine() const
{
    return m_data + "/quarantine";
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

std::string Layout::quarantineName(const Digest &digest)
{
    return std::string(digest.algorithmName()) + '-' + digest.hex();
}

std::string Layout::partialName(const Digest &digest, std::uint64_t number)
{
    return std::string(digest.algorithmName()) + '-' + digest.hex() + '.' + std::to_string(number);
}

std::string Layout::newFileName(const Digest &digest, std::uint64_t number)
{
    return partialName(digest, number) + ".new";
}

std::optional<Layout::PartialName> Layout::parsePartialName(std::string_view name)
{
    const std::size_t dash = name.find('-');
    const std::size_t dot = name.find('.');
    if (dash == std::string_view::npos || dot == std::string_view::npos || dot < dash)
        return std::nullopt;
    const auto digest = Digest::parse(std::string(name.substr(0, dash)) + ':' +
                                      std::string(name.substr(dash + 1, dot - dash - 1)));
    const std::string_view text = name.substr(dot + 1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!digest || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return PartialName{.digest = *digest, .number = number};
}

} // namespace lanyard::store
