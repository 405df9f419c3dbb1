// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/databasefile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace lanyard::sqlite {

namespace {

/// The database itself first: what is left without it is not taken for a database of its own.
constexpr std::array suffixes{"", "-wal", "-shm"};

std::optional<struct stat> statusOf(const std::string &path)
{
    struct stat status = {};
    if (lstat(path.c_str(), &status) != 0)
        return std::nullopt;
    return status;
}

/// ISO 8601 without what a file name should not have: 20261124T160512Z.
std::string compactTime(WallTime time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm utc = {};
    gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
    return {text.data(), length};
}

} // namespace

DatabaseFile::DatabaseFile(std::string path)
    : m_path(std::move(path))
{
}

bool DatabaseFile::isMissing() const
{
    const auto status = statusOf(m_path);
    return !status || (S_ISREG(status->st_mode) && status->st_size == 0);
}

bool DatabaseFile::isNoFile() const
{
    const auto status = statusOf(m_path);
    return status && !S_ISREG(status->st_mode) && !S_ISLNK(status->st_mode);
}

bool DatabaseFile::hasLeftovers() const
{
    return isMissing() && !isClosed();
}

bool DatabaseFile::isClosed() const
{
    const auto log = statusOf(m_path + "-wal");
    return !log || log->st_size == 0;
}

void DatabaseFile::remember()
{
    if (const auto status = statusOf(m_path)) {
        m_device = status->st_dev;
        m_inode = status->st_ino;
    }
}

bool DatabaseFile::isSame() const
{
    const auto status = statusOf(m_path);
    return status && status->st_dev == m_device && status->st_ino == m_inode && status->st_size > 0;
}

Result<std::string> DatabaseFile::putAside(WallTime now) const
{
    const std::string base = m_path + ".corrupt-" + compactTime(now);
    std::string target = base;
    const auto isTaken = [&target](const char *suffix) {
        return statusOf(target + suffix).has_value();
    };
    for (int number = 2; std::any_of(suffixes.begin(), suffixes.end(), isTaken); ++number)
        target = base + '.' + std::to_string(number);
    for (const char *suffix : suffixes) {
        const std::string source = m_path + suffix;
        if (std::rename(source.c_str(), (target + suffix).c_str()) != 0 && errno != ENOENT)
            return failure(
                ErrorCode::Io,
                Message::at(source, {QT_TRANSLATE_NOOP("engine",
                                                       "it is damaged and cannot be put aside: %1"),
                                     {std::generic_category().message(errno)}}));
    }
    return std::filesystem::path(target).filename().string();
}

} // namespace lanyard::sqlite
