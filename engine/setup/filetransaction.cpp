// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/filetransaction.h"

#include "core/fileerror.h"

#include <QFile>

#include <unistd.h>
#include <utility>

namespace lanyard::setup {

namespace {

/// Whether the file has the password in it then.
bool isSecret(const recipes::Recipe &recipe)
{
    using Kind = recipes::Recipe::Kind;
    const bool hasPlace = recipe.kind == Kind::HostsToml || recipe.kind == Kind::RegistriesYaml;
    return hasPlace && !recipe.cache.password.isEmpty();
}

std::optional<QByteArray> bytesOf(const std::optional<FilePlace::Content> &content)
{
    return content ? std::optional(content->bytes) : std::nullopt;
}

std::optional<QByteArray> sha256OfContent(const std::optional<FilePlace::Content> &content)
{
    return content ? std::optional(sha256Of(content->bytes)) : std::nullopt;
}

} // namespace

Result<FileTransaction> FileTransaction::begin(FilePlace place, FileChange change,
                                               const QString &stamp)
{
    auto before = place.read(place.name());
    if (!before)
        return tl::unexpected(before.error());
    if (sha256OfContent(*before) != change.sha256Before)
        return tl::unexpected(notAsSeen(change.path));
    const auto after = recipes::withRecipe(change.recipe, bytesOf(*before));
    if (!after)
        return tl::unexpected(inFile(change.path)(after.error()));

    const bool isPrivate = isSecret(change.recipe);
    change.recipe.cache.password.clear();
    FileTransaction transaction(std::move(place), {.recipe = std::move(change.recipe),
                                                   .path = change.path,
                                                   .sha256Before = change.sha256Before,
                                                   .sha256After = sha256Of(*after),
                                                   .stamp = stamp,
                                                   .createdFolders = {}});
    transaction.m_isSecret = isPrivate;
    transaction.m_before = *std::move(before);
    transaction.m_after = *after;
    return transaction;
}

FileTransaction::FileTransaction(FilePlace place, FileRecord record)
    : m_place(std::move(place))
    , m_record(std::move(record))
{
}

FileTransaction::~FileTransaction()
{
    if (m_isCommitted)
        return;
    m_file.reset();
    m_place.removeFolders(m_record.createdFolders);
}

bool FileTransaction::isNeeded() const
{
    return !m_before || m_before->bytes != m_after;
}

Result<void> FileTransaction::prepare()
{
    auto folder = m_place.makeFolder(m_record.createdFolders);
    if (!folder)
        return tl::unexpected(folder.error());
    m_folder = *std::move(folder);
    auto file = m_place.makeFile(m_folder, preparedName(m_place.name(), m_record.stamp),
                                 m_before || m_isSecret);
    if (!file)
        return tl::unexpected(file.error());
    m_file.emplace(*std::move(file));
    Result<void> done;
    if (m_before) {
        FileTraits traits = m_before->traits;
        if (m_isSecret)
            traits.mode = modeWithSecret(traits.mode);
        done = m_file->take(traits);
    }
    if (done)
        done = m_file->write(m_after);
    return done.map_error(inFile(m_place.path()));
}

QString FileTransaction::preparedPath() const
{
    return m_place.realPathOf(QString::fromStdString(m_file->name()));
}

Result<void> FileTransaction::commit()
{
    if (auto kept = keepBackup(); !kept)
        return kept;
    // As late as can be: what is written between this and the next line is lost.
    auto placed = requireUnchanged();
    if (placed)
        placed = m_file->place(QFile::encodeName(m_place.name()).toStdString())
                     .map_error(inFile(m_place.path()));
    if (!placed) {
        if (m_before)
            ::unlinkat(m_folder.get(),
                       QFile::encodeName(backupName(m_place.name(), m_record.stamp)).constData(),
                       0);
        return placed;
    }
    m_isCommitted = true;
    if (::fsync(m_folder.get()) != 0)
        return tl::unexpected(
            systemError(m_place.path(), QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1")));
    return {};
}

/// Like the file of before in all that a copy can be.
Result<void> FileTransaction::keepBackup()
{
    if (!m_before)
        return {};
    auto backup =
        m_place.makeFile(m_folder, backupName(m_place.name(), m_record.stamp), /*isPrivate*/ true);
    if (!backup)
        return tl::unexpected(backup.error());
    auto done = backup->take(m_before->traits);
    if (done)
        done = backup->write(m_before->bytes);
    if (!done)
        return done.map_error(inFile(m_place.path()));
    backup->keep();
    // Before the file is another one.
    if (::fsync(m_folder.get()) != 0)
        return tl::unexpected(
            systemError(m_place.path(), QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1")));
    return {};
}

Result<void> FileTransaction::requireUnchanged() const
{
    const auto now = m_place.read(m_place.name());
    if (!now)
        return tl::unexpected(now.error());
    if (sha256OfContent(*now) != m_record.sha256Before)
        return tl::unexpected(notAsSeen(m_record.path));
    return {};
}

} // namespace lanyard::setup
