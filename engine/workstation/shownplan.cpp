// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/shownplan.h"

#include "setup/filechange.h"

#include <algorithm>

namespace lanyard::workstation {

namespace {

bool becomesAsShown(const FileEdit &edit, const QString &path, const setup::ClientChange &change)
{
    const auto file =
        std::find_if(change.files.cbegin(), change.files.cend(),
                     [&path](const setup::FileChange &one) { return one.path == path; });
    if (file == change.files.cend())
        return false;
    const Result<QByteArray> after = recipes::withRecipe(file->recipe, edit.before);
    return after && edit.after == *after;
}

bool isShown(const ClientPlan &plan, const setup::ServiceTask &task)
{
    return std::any_of(
        plan.commands.cbegin(), plan.commands.cend(),
        [&task](const PlannedCommand &command) { return command.action == task.action; });
}

} // namespace

Result<void>
requireAsSeen(const ClientPlan &plan,
              const std::function<Result<std::optional<QByteArray>>(const QString &path)> &read)
{
    for (const FileEdit &edit : plan.edits) {
        const Result<std::optional<QByteArray>> now = read(edit.path);
        if (now && *now != edit.before)
            return tl::unexpected(setup::notAsSeen(edit.path));
    }
    return {};
}

Result<void> requireAsShown(const ClientPlan &plan, const setup::ClientChange &change,
                            const std::function<QString(const QString &)> &onDisk)
{
    for (const FileEdit &edit : plan.edits) {
        if (!becomesAsShown(edit, onDisk(edit.path), change))
            return failure(
                ErrorCode::InUse,
                Message::at(edit.path,
                            QT_TRANSLATE_NOOP(
                                "engine",
                                "would become something else than was shown; look at the changes "
                                "again before they are made")));
    }
    for (const setup::ServiceTask &task : change.services) {
        if (!isShown(plan, task))
            return failure(
                ErrorCode::InUse,
                Message::at(change.clientName,
                            QT_TRANSLATE_NOOP(
                                "engine",
                                "more would be reloaded or restarted than was shown; look at the "
                                "changes again before they are made")));
    }
    return {};
}

} // namespace lanyard::workstation
