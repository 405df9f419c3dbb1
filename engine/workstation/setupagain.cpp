// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/setupagain.h"

#include <algorithm>

namespace lanyard::workstation {

namespace {

bool isSameLogin(const CacheEndpoint &a, const CacheEndpoint &b)
{
    return a.url() == b.url() && a.user == b.user;
}

} // namespace

bool addPassword(setup::ClientChange &change, const CacheEndpoint &login)
{
    bool isKnown = true;
    for (setup::FileChange &file : change.files) {
        CacheEndpoint &cache = file.recipe.cache;
        if (cache.user.isEmpty())
            continue;
        if (isSameLogin(cache, login))
            cache.password = login.password;
        isKnown = isKnown && !cache.password.isEmpty();
    }
    return isKnown;
}

bool hasOtherLogin(const QList<setup::FileRecord> &files, const CacheEndpoint &login)
{
    return std::any_of(files.cbegin(), files.cend(), [&login](const setup::FileRecord &file) {
        const CacheEndpoint &cache = file.recipe.cache;
        return !cache.user.isEmpty() && !isSameLogin(cache, login);
    });
}

bool restartsAll(const ClientPlan &plan, const QList<setup::ServiceTask> &services)
{
    const auto isInPlan = [&plan](const setup::ServiceTask &task) {
        return std::any_of(
            plan.commands.cbegin(), plan.commands.cend(),
            [&task](const PlannedCommand &command) { return command.action == task.action; });
    };
    return std::all_of(services.cbegin(), services.cend(), isInPlan);
}

} // namespace lanyard::workstation
