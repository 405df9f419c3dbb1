// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <set>

namespace lanyard::store {

/// How far a check of all content has come, in the order of digests. A value, kept in the folder as
/// JSON: {"version": 1, "after": "sha256:...", "damaged": ["sha256:..."]}.
struct CheckMark
{
    std::optional<Digest> after; ///< it and all before it have been seen; nullopt: none
    std::set<Digest> damaged;    ///< of these; at most limits::damagedListedMax

    bool isPassed(const Digest &digest) const
    {
        return after && digest <= *after && damaged.count(digest) == 0;
    }

    bool operator==(const CheckMark &) const = default;
};

QByteArray toJson(const CheckMark &mark);
/// What is no mark is one of a check that has seen nothing: then all is checked again.
CheckMark parseCheckMark(QByteArrayView text);

} // namespace lanyard::store
