// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lanyard::test {

/// The statements that make the index's database one of an earlier version: what each version has
/// added goes again, the newest first.
inline QStringList backToSchema(int version)
{
    QStringList statements;
    if (version < 5)
        statements << QStringLiteral("ALTER TABLE repositories DROP COLUMN visibility")
                   << QStringLiteral("ALTER TABLE repositories DROP COLUMN visibility_since_ms")
                   << QStringLiteral("ALTER TABLE pins DROP COLUMN seen")
                   << QStringLiteral("ALTER TABLE pins DROP COLUMN seen_at_ms");
    if (version < 4)
        statements << QStringLiteral("ALTER TABLE links DROP COLUMN pulls");
    if (version < 3)
        statements << QStringLiteral("DROP TABLE pins");
    if (version < 2)
        statements << QStringLiteral("DROP TABLE image_index")
                   << QStringLiteral("DROP TABLE children");
    return statements << QStringLiteral("PRAGMA user_version = %1").arg(version);
}

} // namespace lanyard::test
