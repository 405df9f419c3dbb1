// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/filetransaction.h"
#include "setup/fileundo.h"
#include "setupfixture.h"

// One file that gets a recipe, and loses it.
namespace lanyard::setup::test {

inline const QByteArray settings = "{\n    \"debug\": true\n}\n";

inline Result<FileTransaction> begun(const QString &path, const recipes::Recipe &recipe)
{
    return FilePlace::find(path).and_then([&](const FilePlace &place) {
        return FileTransaction::begin(place, changeOf(recipe, path), stamp);
    });
}

inline Result<FileRecord> applied(const QString &path,
                                  const recipes::Recipe &recipe = dockerRecipe())
{
    auto transaction = begun(path, recipe);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto prepared = transaction->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    if (auto committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
    return transaction->record();
}

/// The note, where it worked.
inline Result<QString> undone(const FileRecord &record)
{
    auto undo = FilePlace::find(record.path).and_then([&](const FilePlace &place) {
        return FileUndo::begin(place, record);
    });
    if (!undo)
        return tl::unexpected(undo.error());
    if (auto committed = undo->commit(); !committed)
        return tl::unexpected(committed.error());
    return QString::fromStdString(undo->note().english());
}

} // namespace lanyard::setup::test
