// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedregistry.h"

#include <QList>

#include <string>
#include <vector>

namespace lanyard::test {

/// What a client may get: a status, where 200 stands for the whole right body, or a body that is
/// visibly cut.
constexpr int isCut = 0;
using Outcomes = QList<int>;

/// One way in which an upstream answers wrongly, and what becomes of it.
struct FaultRow
{
    std::string name;
    std::vector<Fault> faults;  ///< of the path that is asked for
    Outcomes blob;              ///< when its size is known
    Outcomes unsizedBlob;       ///< when only upstream can tell it
    Outcomes document;          ///< a manifest by tag, or a list; when nothing is cached
    bool isDenial = false;      ///< the upstream says that there is nothing: a cached tag goes
    bool isNoticedLate = false; ///< when it is over
};

/// The table of faults, for content of `size` bytes. In the values of fields, `URL` stands for that
/// of the registry.
std::vector<FaultRow> faultRows(qsizetype size);

} // namespace lanyard::test
