// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/fileundo.h"

#include "core/fileerror.h"
#include "recipes/daemonjson.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace lanyard::setup {

namespace {

QByteArray systemName(const QString &name)
{
    return QFile::encodeName(name);
}

} // namespace

Result<FileUndo> FileUndo::begin(FilePlace place, FileRecord record)
{
    FileUndo undo(std::move(place), std::move(record));
    auto done = undo.readFiles();
    if (done)
        done = undo.decide();
    if (!done)
        return tl::unexpected(done.error());
    undo.planStopover();
    return undo;
}

FileUndo::FileUndo(FilePlace place, FileRecord record)
    : m_place(std::move(place))
    , m_record(std::move(record))
{
}

Result<void> FileUndo::readFiles()
{
    auto now = m_place.read(m_place.name());
    if (!now)
        return tl::unexpected(now.error());
    m_now = *std::move(now);
    // One that cannot be read is none.
    if (auto backup = m_place.read(backupName(m_place.name(), m_record.stamp)))
        m_backup = *std::move(backup);
    const auto prepared = m_place.read(preparedName(m_place.name(), m_record.stamp));
    m_hasLeftovers = isBackupGood() || !prepared || *prepared;
    m_hasFolders = !m_record.sha256Before && m_place.hasAny(m_record.createdFolders);
    return {};
}

bool FileUndo::isBackupGood() const
{
    return m_backup && m_record.sha256Before == sha256Of(m_backup->bytes);
}

/// Whether nobody but us has changed the file: it is as after the set-up, or as in the middle of an
/// undo.
bool FileUndo::isAsWritten() const
{
    const QByteArray sha256 = sha256Of(m_now->bytes);
    if (sha256 == m_record.sha256After)
        return true;
    if (m_record.recipe.kind != recipes::Recipe::Kind::DaemonJson)
        return false;
    if (m_record.sha256Before && !isBackupGood())
        return false;
    const auto before = m_record.sha256Before ? std::optional(m_backup->bytes) : std::nullopt;
    const auto stopover = recipes::withEmptyMirrors(m_record.recipe, before);
    return stopover && sha256 == sha256Of(*stopover);
}

/// Whether the file of now is what the recipe makes of none: then there is nothing of anybody's in
/// it, whatever the record says, which is the word of who asks.
bool FileUndo::isOnlyRecipe() const
{
    const auto made = recipes::withRecipe(m_record.recipe, std::nullopt);
    if (made && *made == m_now->bytes)
        return true;
    if (m_record.recipe.kind != recipes::Recipe::Kind::DaemonJson)
        return false;
    const auto stopover = recipes::withEmptyMirrors(m_record.recipe, std::nullopt);
    return stopover && *stopover == m_now->bytes;
}

Result<void> FileUndo::decide()
{
    const QString path = m_place.path();
    if (!m_now) {
        if (m_record.sha256Before)
            m_note = {QT_TRANSLATE_NOOP("engine", "%1 has been removed since; it stays so."),
                      {path}};
        return {};
    }
    if (m_record.sha256Before == sha256Of(m_now->bytes))
        return {};
    if (!isAsWritten()) {
        m_note = {
            QT_TRANSLATE_NOOP(
                "engine", "%1 has been edited since: only what Lanyard put there is taken out."),
            {path}};
        return takeOursOut();
    }
    if (!m_record.sha256Before)
        return decideForNew();
    if (isBackupGood()) {
        m_way = Way::Restore;
        return {};
    }
    m_note = {QT_TRANSLATE_NOOP(
                  "engine",
                  "The copy of %1 of before is gone: only what Lanyard put there is taken out."),
              {path}};
    return takeOursOut();
}

Result<void> FileUndo::decideForNew()
{
    if (isOnlyRecipe()) {
        m_way = Way::Remove;
        return {};
    }
    // With a login, its text is not known here: the record has no password.
    auto done = takeOursOut();
    if (done && m_way != Way::Remove)
        m_note = {
            QT_TRANSLATE_NOOP(
                "engine",
                "%1 has more in it than Lanyard writes: only what Lanyard put there is taken out."),
            {m_place.path()}};
    return done;
}

Result<void> FileUndo::takeOursOut()
{
    auto text = recipes::withoutRecipe(m_record.recipe, m_now->bytes);
    if (!text)
        return tl::unexpected(inFile(m_place.path())(text.error()));
    const bool isNothingLeft = !*text;
    if (isNothingLeft && hasOnlyOursInBackup()) {
        m_way = Way::Restore;
        return {};
    }
    if (isNothingLeft) {
        m_way = Way::Remove;
    } else {
        m_edited = **std::move(text);
        m_way = m_edited == m_now->bytes ? Way::Nothing : Way::Edit;
    }
    if (isBackupGood()) {
        //: What is kept is a file.
        const Message kept(
            QT_TRANSLATE_NOOP("engine", "As it was before the set-up, it is kept as %1."),
            {m_place.pathOf(backupName(m_place.name(), m_record.stamp))});
        m_note = {"%1 %2", {m_note, kept}};
    }
    return {};
}

/// Else what somebody has taken out since would come back with it.
bool FileUndo::hasOnlyOursInBackup() const
{
    if (!isBackupGood())
        return false;
    const auto rest = recipes::withoutRecipe(m_record.recipe, m_backup->bytes);
    return rest && !*rest;
}

void FileUndo::planStopover()
{
    if (m_record.recipe.kind != recipes::Recipe::Kind::DaemonJson || m_way == Way::Nothing)
        return;
    std::optional<QByteArray> last;
    if (m_way == Way::Restore)
        last = m_backup->bytes;
    else if (m_way == Way::Edit)
        last = m_edited;
    const auto text = recipes::withEmptyMirrors(m_record.recipe, last);
    if (text && (!last || *text != *last))
        m_stopover = *text;
}

Result<void> FileUndo::placeStopover()
{
    const auto folder = m_place.openFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    if (auto same = requireUnchanged(); !same)
        return same;
    if (auto written = write(*folder, *m_stopover); !written)
        return written;
    m_now->bytes = *m_stopover;
    return {};
}

Result<void> FileUndo::commit()
{
    const auto folder = m_place.openFolder();
    if (!folder && folder.error().code != ErrorCode::NotFound)
        return tl::unexpected(folder.error());
    if (folder) {
        if (auto done = commitIn(*folder); !done)
            return done;
    }
    if (!m_record.sha256Before)
        m_place.removeFolders(m_record.createdFolders);
    return {};
}

Result<void> FileUndo::commitIn(const FileDescriptor &folder)
{
    if (auto done = change(folder); !done)
        return done;
    removeBeside(folder, preparedName(m_place.name(), m_record.stamp));
    const bool isExact = m_way == Way::Nothing && m_note.isEmpty();
    if (isExact && isBackupGood())
        removeBeside(folder, backupName(m_place.name(), m_record.stamp));
    if (::fsync(folder.get()) != 0)
        return tl::unexpected(
            systemError(m_place.path(), QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1")));
    return {};
}

Result<void> FileUndo::change(const FileDescriptor &folder)
{
    if (m_way == Way::Nothing)
        return {};
    if (auto same = requireUnchanged(); !same)
        return same;
    const QByteArray name = systemName(m_place.name());
    const QByteArray backup = systemName(backupName(m_place.name(), m_record.stamp));
    if (m_way == Way::Edit)
        return write(folder, m_edited);
    const int status = m_way == Way::Remove ? ::unlinkat(folder.get(), name.constData(), 0)
                                            : ::renameat(folder.get(), backup.constData(),
                                                         folder.get(), name.constData());
    if (status != 0)
        return tl::unexpected(
            systemError(m_place.path(), QT_TRANSLATE_NOOP("engine", "cannot be put back: %1")));
    return {};
}

Result<void> FileUndo::requireUnchanged() const
{
    const auto now = m_place.read(m_place.name());
    if (!now)
        return tl::unexpected(now.error());
    if (!*now || (*now)->bytes != m_now->bytes)
        return failure(ErrorCode::InUse,
                       Message::at(m_place.path(),
                                   QT_TRANSLATE_NOOP(
                                       "engine", "is being changed by somebody else; try again")));
    return {};
}

Result<void> FileUndo::write(const FileDescriptor &folder, const QByteArray &text)
{
    const QString name = preparedName(m_place.name(), m_record.stamp);
    removeBeside(folder, name);
    auto file = m_place.makeFile(folder, name, /*isPrivate*/ true);
    if (!file)
        return tl::unexpected(file.error());
    auto done = file->take(traitsWithoutOurs());
    if (done)
        done = file->write(text);
    if (done)
        done = file->place(systemName(m_place.name()).toStdString());
    return done.map_error(inFile(m_place.path()));
}

/// A file with a login is for its owner alone; without it, it is again for whom it was.
FileTraits FileUndo::traitsWithoutOurs() const
{
    FileTraits traits = m_now->traits;
    const bool hadLogin = !m_record.recipe.cache.user.isEmpty();
    if (hadLogin && isBackupGood() && traits.mode == modeWithSecret(m_backup->traits.mode))
        traits.mode = m_backup->traits.mode;
    return traits;
}

void FileUndo::removeBeside(const FileDescriptor &folder, const QString &name) const
{
    ::unlinkat(folder.get(), systemName(name).constData(), 0);
}

} // namespace lanyard::setup
