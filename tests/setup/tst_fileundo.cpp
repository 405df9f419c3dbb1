// SPDX-License-Identifier: GPL-3.0-or-later
// One file is given back exactly, or without what is ours where somebody has edited it since;
// nothing goes that Lanyard did not put there.
#include "filework.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

class TestFileUndo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesOnlyOursOutOfAnEditedFile();
    void removesOursWhereNothingElseIsLeft();
    void removesOnlyWhatItMade_data();
    void removesOnlyWhatItMade();
    void isForEveryoneAgain_data();
    void isForEveryoneAgain();
    void undoesWhatWasRemoved();
    void undoesWithoutTheCopy();
    void undoesTwice();
    void undoesWhatWasCutShort_data();
    void undoesWhatWasCutShort();
    void passesByAnEmptyList();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("daemon.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileUndo::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFileUndo::takesOnlyOursOutOfAnEditedFile()
{
    QVERIFY(put(path(), settings));
    const auto record = applied(path());
    QVERIFY(record);
    QByteArray edited = contentOf(path());
    edited.replace("true", "false");
    QVERIFY(put(path(), edited));
    const auto note = undone(*record);
    QVERIFY(note);
    QVERIFY(note->contains(path()));
    QVERIFY(note->contains(QStringLiteral("edited")));
    QCOMPARE(contentOf(path()), QByteArray(settings).replace("true", "false"));
    // What was before is somebody's, and kept.
    QCOMPARE(contentOf(path() + QStringLiteral(".lanyard-") + stamp), settings);
    // Where ours cannot be found any more, nothing is touched.
    QVERIFY(put(path(), "{,}"));
    const auto refused = undone(*record);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QCOMPARE(contentOf(path()), QByteArray("{,}"));
}

/// What they have taken out does not come back with the copy.
void TestFileUndo::removesOursWhereNothingElseIsLeft()
{
    const QByteArray other = "{\n  \"registry-mirrors\": [\"http://10.0.0.1:5000\"]\n}\n";
    for (const QByteArray &before : {other, QByteArray("{}\n")}) {
        QVERIFY(put(path(), before));
        const auto record = applied(path());
        QVERIFY(record);
        const QByteArray edited = "{\"registry-mirrors\": [\"http://10.0.0.9:5000\"]}";
        QVERIFY(put(path(), edited));
        const auto note = undone(*record);
        QVERIFY(note);
        const QString copy = path() + QStringLiteral(".lanyard-") + stamp;
        const bool isTheirs = before == other;
        QCOMPARE(QFile::exists(path()), !isTheirs);
        QCOMPARE(contentOf(isTheirs ? copy : path()), before);
        QCOMPARE(note->contains(copy), isTheirs);
        QFile::remove(copy);
    }
}

void TestFileUndo::removesOnlyWhatItMade_data()
{
    QTest::addColumn<recipes::Recipe>("recipe");
    QTest::addColumn<QByteArray>("theirs");
    recipes::Recipe withLogin = hostsRecipe(QStringLiteral("quay.io"), QStringLiteral("x"));
    withLogin.cache.password.clear();
    QTest::newRow("daemon.json") << dockerRecipe() << settings;
    QTest::newRow("daemon.json with ours in it")
        << dockerRecipe() << recipes::withRecipe(dockerRecipe(), settings).value();
    QTest::newRow("hosts.toml") << withLogin
                                << QByteArray("server = \"https://quay.io\"\n"
                                              "[host.\"http://10.0.0.9:5000\"]\n");
}

/// A record is the word of who asks: that there was no file, and that it is as it was written.
void TestFileUndo::removesOnlyWhatItMade()
{
    QFETCH(recipes::Recipe, recipe);
    QFETCH(QByteArray, theirs);
    QVERIFY(put(path(), theirs));
    const FileRecord record{.recipe = recipe,
                            .path = path(),
                            .sha256Before = {},
                            .sha256After = sha256Of(theirs),
                            .stamp = stamp,
                            .createdFolders = {}};
    const auto note = undone(record);
    QVERIFY(note);
    QVERIFY(note->contains(path()));
    QCOMPARE(contentOf(path()), recipes::withoutRecipe(recipe, theirs)->value());
}

void TestFileUndo::isForEveryoneAgain_data()
{
    QTest::addColumn<mode_t>("mode");
    QTest::addColumn<mode_t>("after");
    QTest::newRow("as it was left") << mode_t(0600) << mode_t(0644);
    QTest::newRow("changed by somebody") << mode_t(0640) << mode_t(0640);
}

/// A file with a password is its owner's alone; edited since, it is without the password.
void TestFileUndo::isForEveryoneAgain()
{
    QFETCH(mode_t, mode);
    QFETCH(mode_t, after);
    QVERIFY(put(path(), "server = \"https://quay.io\"\n"));
    const auto record =
        applied(path(), hostsRecipe(QStringLiteral("quay.io"), QStringLiteral("a secret")));
    QVERIFY(record);
    QCOMPARE(modeOf(path()), mode_t(0600));
    QVERIFY(put(path(), "# mine\n" + contentOf(path()), mode));
    QVERIFY(undone(*record));
    QVERIFY(contentOf(path()).startsWith("# mine\n"));
    QVERIFY(!contentOf(path()).contains("Authorization"));
    QCOMPARE(modeOf(path()), after);
}

void TestFileUndo::undoesWhatWasRemoved()
{
    QVERIFY(put(path(), settings));
    const auto record = applied(path());
    QVERIFY(record);
    QVERIFY(QFile::remove(path()));
    const auto note = undone(*record);
    QVERIFY(note);
    QVERIFY(note->contains(QStringLiteral("removed")));
    QVERIFY(!QFile::exists(path()));
}

void TestFileUndo::undoesWithoutTheCopy()
{
    for (const bool isThere : {true, false}) {
        QVERIFY(put(path(), settings));
        const auto record = applied(path());
        QVERIFY(record);
        const QString copy = path() + QStringLiteral(".lanyard-") + stamp;
        QVERIFY(isThere ? put(copy, "of somebody") : QFile::remove(copy));
        const auto note = undone(*record);
        QVERIFY(note);
        QVERIFY(note->contains(QStringLiteral("copy")));
        QCOMPARE(contentOf(path()), settings);
        QCOMPARE(contentOf(copy), QByteArray(isThere ? "of somebody" : ""));
        QFile::remove(copy);
    }
}

void TestFileUndo::undoesTwice()
{
    QVERIFY(put(path(), settings));
    const auto tree = treeOf(m_folder->path());
    const auto record = applied(path());
    QVERIFY(record);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(undone(*record));
        QCOMPARE(treeOf(m_folder->path()), tree);
    }
}

void TestFileUndo::undoesWhatWasCutShort_data()
{
    QTest::addColumn<bool>("hasFile");
    QTest::addColumn<bool>("hasCopy");
    QTest::newRow("before the copy") << true << false;
    QTest::newRow("after the copy") << true << true;
    QTest::newRow("of a new file") << false << false;
}

/// A kill at any moment leaves the record (without folders), and files beside.
void TestFileUndo::undoesWhatWasCutShort()
{
    QFETCH(bool, hasFile);
    QFETCH(bool, hasCopy);
    if (hasFile)
        QVERIFY(put(path(), settings));
    const auto tree = treeOf(m_folder->path());
    FileRecord record;
    {
        const auto transaction = begun(path(), dockerRecipe());
        QVERIFY(transaction);
        record = transaction->record();
    }
    const QString copy = path() + QStringLiteral(".lanyard-") + stamp;
    QVERIFY(put(copy + QStringLiteral(".new"), "half of it"));
    if (hasCopy)
        QVERIFY(put(copy, settings));
    const auto note = undone(record);
    QVERIFY(note);
    QCOMPARE(*note, QString());
    QCOMPARE(treeOf(m_folder->path()), tree);
}

void TestFileUndo::passesByAnEmptyList()
{
    QVERIFY(put(path(), settings));
    const auto tree = treeOf(m_folder->path());
    const auto record = applied(path());
    QVERIFY(record);
    // Cut short on the way, the undo knows the file again.
    for (const bool isCutShort : {true, false}) {
        auto undo = FileUndo::begin(FilePlace::find(path()).value(), *record);
        QVERIFY(undo);
        QVERIFY(undo->hasStopover());
        QVERIFY(undo->placeStopover());
        const QJsonValue mirrors = QJsonDocument::fromJson(contentOf(path()))
                                       .object()
                                       .value(QStringLiteral("registry-mirrors"));
        QCOMPARE(mirrors, QJsonValue(QJsonArray()));
        if (!isCutShort)
            QVERIFY(undo->commit());
    }
    QCOMPARE(treeOf(m_folder->path()), tree);
}

QTEST_GUILESS_MAIN(TestFileUndo)
#include "tst_fileundo.moc"
