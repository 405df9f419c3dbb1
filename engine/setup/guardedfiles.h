// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/result.h"
#include "recipes/recipe.h"
#include "setup/fileplace.h"

#include <QString>

namespace lanyard::setup {

/// The files that root writes for somebody who asks. On the way to one, nothing is followed, and no
/// folder is passed that others than the user of this process (root, in earnest) may change. Only
/// the file itself may be a link: to another file of the list that this user owns. A value.
class GuardedFiles
{
public:
    /// `root` stands before every path; empty: /.
    explicit GuardedFiles(QString root);

    /// InvalidInput: there is no such file on the list, or something on the way to it is not as it
    /// has to be; Io.
    Result<FilePlace> find(const QString &path, const recipes::Recipe &recipe) const;

private:
    Result<FilePlace> follow(const QString &folder, const FileDescriptor &opened,
                             const QString &name, const recipes::Recipe &recipe) const;
    FilePlace placeOf(const QString &path) const;

    QString m_root;
};

} // namespace lanyard::setup
