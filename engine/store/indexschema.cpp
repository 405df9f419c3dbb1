// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexschema.h"

#include "api/visibility.h"

namespace lanyard::store::indexschema {

namespace {

/// A digest is stored raw: its length tells the algorithm. A size that is NULL: the file is not
/// there, the content is only named.
QStringList tablesOfVersion1()
{
    return {
        QStringLiteral("CREATE TABLE registries ("
                       " id INTEGER PRIMARY KEY,"
                       " name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE repositories ("
                       " id INTEGER PRIMARY KEY,"
                       " registry INTEGER NOT NULL REFERENCES registries (id),"
                       " name TEXT NOT NULL,"
                       " UNIQUE (registry, name))"),
        QStringLiteral("CREATE TABLE media_types ("
                       " id INTEGER PRIMARY KEY,"
                       " name TEXT NOT NULL UNIQUE)"),
        QStringLiteral("CREATE TABLE contents ("
                       " id INTEGER PRIMARY KEY,"
                       " digest BLOB NOT NULL UNIQUE,"
                       " size INTEGER)"),
        // Without a rowid, the rows of a repository lie together and the key is stored once.
        QStringLiteral("CREATE TABLE links ("
                       " repository INTEGER NOT NULL REFERENCES repositories (id),"
                       " content INTEGER NOT NULL REFERENCES contents (id),"
                       " media_type INTEGER REFERENCES media_types (id),"
                       " size INTEGER NOT NULL,"
                       " is_manifest INTEGER NOT NULL,"
                       " used_at_ms INTEGER NOT NULL DEFAULT 0,"
                       " PRIMARY KEY (repository, content)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE tags ("
                       " repository INTEGER NOT NULL REFERENCES repositories (id),"
                       " name TEXT NOT NULL,"
                       " content INTEGER NOT NULL REFERENCES contents (id),"
                       " checked_at_ms INTEGER NOT NULL,"
                       " PRIMARY KEY (repository, name)) WITHOUT ROWID"),
    };
}

/// What manifests name, and the index.json that this database agrees with. What the manifests of an
/// earlier version name is found by the inventory, after the start.
QStringList tablesOfVersion2()
{
    return {
        QStringLiteral("CREATE TABLE children ("
                       " parent INTEGER NOT NULL REFERENCES contents (id),"
                       " child INTEGER NOT NULL REFERENCES contents (id),"
                       " PRIMARY KEY (parent, child)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE image_index ("
                       " id INTEGER PRIMARY KEY CHECK (id = 0),"
                       " size INTEGER NOT NULL,"
                       " modified_at_ns INTEGER NOT NULL)"),
    };
}

/// What the user wants to keep, by name: a pin may be there before what it names.
QStringList tablesOfVersion3()
{
    return {
        QStringLiteral("CREATE TABLE pins ("
                       " repository INTEGER NOT NULL REFERENCES repositories (id),"
                       " name TEXT NOT NULL,"
                       " PRIMARY KEY (repository, name)) WITHOUT ROWID"),
    };
}

/// How often a manifest was pulled.
QStringList columnsOfVersion4()
{
    return {QStringLiteral("ALTER TABLE links ADD COLUMN pulls INTEGER NOT NULL DEFAULT 0")};
}

/// Who can read a repository upstream, and since when that is known; and what upstream was seen to
/// have under a pinned name, NULL where nobody has looked.
QStringList columnsOfVersion5()
{
    return {
        QStringLiteral("ALTER TABLE repositories ADD COLUMN visibility INTEGER NOT NULL DEFAULT 0"),
        // What was read before that was asked may have been read with a credential.
        QStringLiteral("UPDATE repositories SET visibility = %1")
            .arg(static_cast<int>(Visibility::Unproven)),
        QStringLiteral("ALTER TABLE repositories ADD COLUMN visibility_since_ms"
                       " INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE pins ADD COLUMN seen BLOB"),
        QStringLiteral("ALTER TABLE pins ADD COLUMN seen_at_ms INTEGER NOT NULL DEFAULT 0"),
    };
}

/// The statements that lead from the version before to each version; the first makes the tables.
QList<QStringList> migrations()
{
    return {tablesOfVersion1(), tablesOfVersion2(), tablesOfVersion3(), columnsOfVersion4(),
            columnsOfVersion5()};
}

QStringList pragmas()
{
    return {
        // A transaction is one append to the log instead of two writes with fsync; and a backup or
        // a curious sqlite3 shell can read while Lanyard writes.
        QStringLiteral("PRAGMA journal_mode = WAL"),
        // With a WAL, NORMAL never corrupts; a power cut may lose the last transactions. A row that
        // is lost that way leaves a file that the next download replaces: not worth an fsync each.
        QStringLiteral("PRAGMA synchronous = NORMAL"),
        // The log keeps the size of its largest transaction otherwise, for ever.
        QStringLiteral("PRAGMA journal_size_limit = 67108864"),
    };
}

} // namespace

sqlite::Schema schema()
{
    return {.pragmas = pragmas(), .migrations = migrations()};
}

QString selectMediaTypes()
{
    return QStringLiteral("SELECT id, name FROM media_types");
}

QString selectRepositories()
{
    return QStringLiteral("SELECT repositories.id, registries.name, repositories.name,"
                          " visibility, visibility_since_ms"
                          " FROM repositories JOIN registries"
                          " ON registries.id = repositories.registry");
}

QString selectContents()
{
    return QStringLiteral("SELECT id, digest, size FROM contents ORDER BY id");
}

QString selectLinks()
{
    return QStringLiteral(
        "SELECT repository, content, media_type, size, is_manifest, used_at_ms, pulls"
        " FROM links"
        " ORDER BY repository, content");
}

QString selectTags()
{
    return QStringLiteral("SELECT repository, name, content, checked_at_ms FROM tags");
}

QString selectChildren()
{
    return QStringLiteral("SELECT parent, child FROM children ORDER BY parent, child");
}

QString selectPins()
{
    return QStringLiteral("SELECT repository, name, seen, seen_at_ms FROM pins");
}

QString selectImageIndex()
{
    return QStringLiteral("SELECT size, modified_at_ns FROM image_index");
}

QString insertRegistry()
{
    return QStringLiteral("INSERT INTO registries (name) VALUES (?) ON CONFLICT DO NOTHING");
}

QString insertRepository()
{
    return QStringLiteral("INSERT INTO repositories (name, registry)"
                          " SELECT ?, id FROM registries WHERE name = ?"
                          " ON CONFLICT DO NOTHING");
}

QString selectRepository()
{
    return QStringLiteral("SELECT repositories.id FROM repositories JOIN registries"
                          " ON registries.id = repositories.registry"
                          " WHERE registries.name = ? AND repositories.name = ?");
}

QString setAccess()
{
    return QStringLiteral("UPDATE repositories SET visibility = ?, visibility_since_ms = ?"
                          " WHERE id = ?");
}

QString insertMediaType()
{
    return QStringLiteral("INSERT INTO media_types (name) VALUES (?) ON CONFLICT DO NOTHING");
}

QString insertContent()
{
    return QStringLiteral("INSERT INTO contents (digest) VALUES (?) ON CONFLICT DO NOTHING");
}

QString storeContent()
{
    return QStringLiteral("INSERT INTO contents (digest, size) VALUES (?, ?)"
                          " ON CONFLICT (digest) DO UPDATE SET size = excluded.size");
}

QString insertLink()
{
    // As the catalogue has it: what came with a fetched manifest is not replaced by what another
    // manifest says of it, and a media type that is not known replaces none.
    return QStringLiteral("INSERT INTO links (repository, content, media_type, size, is_manifest)"
                          " SELECT ?1, id, (SELECT id FROM media_types WHERE name = ?2), ?3, ?4"
                          " FROM contents WHERE digest = ?5"
                          " ON CONFLICT (repository, content) DO UPDATE SET"
                          " media_type = coalesce(excluded.media_type, media_type),"
                          " size = excluded.size, is_manifest = excluded.is_manifest"
                          " WHERE excluded.is_manifest >= links.is_manifest");
}

QString removeChildren()
{
    return QStringLiteral("DELETE FROM children"
                          " WHERE parent = (SELECT id FROM contents WHERE digest = ?)");
}

QString insertChild()
{
    return QStringLiteral("INSERT INTO children (parent, child)"
                          " SELECT parents.id, contents.id FROM contents AS parents, contents"
                          " WHERE parents.digest = ? AND contents.digest = ?"
                          " ON CONFLICT DO NOTHING");
}

QString useLink()
{
    return QStringLiteral("UPDATE links SET used_at_ms = ?, pulls = pulls + ?"
                          " WHERE repository = ?"
                          " AND content = (SELECT id FROM contents WHERE digest = ?)");
}

QString setTag()
{
    return QStringLiteral("INSERT INTO tags (repository, name, checked_at_ms, content)"
                          " SELECT ?, ?, ?, id FROM contents WHERE digest = ?"
                          " ON CONFLICT (repository, name) DO UPDATE SET"
                          " content = excluded.content, checked_at_ms = excluded.checked_at_ms");
}

QString removeTag()
{
    return QStringLiteral("DELETE FROM tags WHERE repository = ? AND name = ?");
}

QString insertPin()
{
    return QStringLiteral("INSERT INTO pins (repository, name) VALUES (?, ?)"
                          " ON CONFLICT DO NOTHING");
}

QString removePin()
{
    return QStringLiteral("DELETE FROM pins WHERE repository = ? AND name = ?");
}

QString setSeen()
{
    return QStringLiteral("UPDATE pins SET seen = ?, seen_at_ms = ?"
                          " WHERE repository = ? AND name = ?");
}

QString removeLink()
{
    return QStringLiteral("DELETE FROM links WHERE repository = ?"
                          " AND content = (SELECT id FROM contents WHERE digest = ?)");
}

QStringList removeAll()
{
    QStringList statements;
    for (const char *table : {"image_index", "pins", "tags", "links", "children", "contents",
                              "media_types", "repositories", "registries"})
        statements.append(QStringLiteral("DELETE FROM ") + QLatin1String(table));
    return statements;
}

QString setImageIndex()
{
    return QStringLiteral("INSERT INTO image_index (id, size, modified_at_ns) VALUES (0, ?, ?)"
                          " ON CONFLICT (id) DO UPDATE SET"
                          " size = excluded.size, modified_at_ns = excluded.modified_at_ns");
}

} // namespace lanyard::store::indexschema
