// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard {

/// One pair of golden files: tests/recipes/golden/KIND/NAME.
struct GoldenCase
{
    QByteArray name;
    std::optional<QByteArray> before; ///< none: there is no file yet
    std::optional<QByteArray> after;  ///< none: the text is refused
    QByteArray refused;               ///< what the refusal says
    /// What is left when it is undone; none: no file.
    std::optional<QByteArray> undone;
};

inline std::optional<QByteArray> readGolden(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

/// Undone is as before, unless a file says otherwise; an empty one says that nothing is left.
inline GoldenCase goldenCase(const QString &folder)
{
    const auto read = [&folder](const char *name) {
        return readGolden(folder + QLatin1Char('/') + QLatin1String(name));
    };
    GoldenCase one{.name = QDir(folder).dirName().toUtf8(),
                   .before = read("before"),
                   .after = read("after"),
                   .refused = read("refused").value_or(QByteArray()).trimmed(),
                   .undone = {}};
    const auto undone = read("undone");
    one.undone = undone ? undone : one.before;
    if (one.undone && one.undone->isEmpty())
        one.undone.reset();
    return one;
}

inline QStringList goldenFolders(const QString &kind)
{
    const QDir folder(QStringLiteral(LANYARD_GOLDEN) + QLatin1Char('/') + kind);
    QStringList folders;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        folders.append(folder.absoluteFilePath(name));
    return folders;
}

} // namespace lanyard
