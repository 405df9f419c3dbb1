// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a layout which is written is there whole, durably and under its name only, as a
// folder and as a tar file that tar(1) reads, and that nothing is left when it does not come so
// far.
#include "archive/layoutwriter.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace lanyard;
using archive::LayoutWriter;

namespace {

ByteSource inPieces(QByteArrayList pieces)
{
    return [pieces = std::move(pieces)]() mutable -> Result<QByteArray> {
        return pieces.isEmpty() ? QByteArray() : pieces.takeFirst();
    };
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

} // namespace

class TestLayoutWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesAll_data() { names(); }

    void writesAll();

    void leavesNothing_data() { names(); }

    void leavesNothing();

    void failsWithItsSource_data() { names(); }

    void failsWithItsSource();

    void wantsTheSizeThatWasSaid_data();
    void wantsTheSizeThatWasSaid();

    void leavesWhatIsThere_data() { names(); }

    void leavesWhatIsThere();

    void saysWhyItCannot_data() { names(); }

    void saysWhyItCannot();
    void sameContentGivesSameTar();

private:
    static void names();
    std::string pathOf(const QString &name) const;
    QStringList left() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLayoutWriter::names()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << "image";
    QTest::newRow("tar file") << "image.tar";
}

std::string TestLayoutWriter::pathOf(const QString &name) const
{
    return m_folder->filePath(name).toStdString();
}

QStringList TestLayoutWriter::left() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestLayoutWriter::writesAll()
{
    QFETCH(QString, name);
    auto writer = LayoutWriter::create(pathOf(name));
    QVERIFY2(writer, writer ? "" : writer.error().message.english().c_str());
    QVERIFY((*writer)->add("oci-layout", "version"));
    const QByteArray large(3'000'000, 'x');
    QVERIFY((*writer)->add("blobs/sha256/ab", large.size() + 1, inPieces({large, "y"})));
    QVERIFY((*writer)->add("blobs/sha256/cd", QByteArray()));
    QVERIFY2(!left().contains(name), "It has its name before it is whole");
    QVERIFY((*writer)->finish());
    writer->reset();

    QCOMPARE(left(), QStringList(name));
    QString layout = m_folder->filePath(name);
    if (name.endsWith(QStringLiteral(".tar"))) {
        layout = m_folder->filePath(QStringLiteral("unpacked"));
        QVERIFY(QDir().mkpath(layout));
        QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                                   {QStringLiteral("-C"), layout, QStringLiteral("-xf"),
                                    m_folder->filePath(name)}),
                 0);
    }
    QCOMPARE(contentOf(layout + QStringLiteral("/oci-layout")), QByteArray("version"));
    QCOMPARE(contentOf(layout + QStringLiteral("/blobs/sha256/ab")), large + 'y');
    QCOMPARE(contentOf(layout + QStringLiteral("/blobs/sha256/cd")), QByteArray());
}

void TestLayoutWriter::leavesNothing()
{
    QFETCH(QString, name);
    auto writer = LayoutWriter::create(pathOf(name));
    QVERIFY(writer);
    QVERIFY((*writer)->add("blobs/sha256/ab", QByteArray(3'000'000, 'x')));
    writer->reset();
    QCOMPARE(left(), QStringList());
}

void TestLayoutWriter::failsWithItsSource()
{
    QFETCH(QString, name);
    auto writer = LayoutWriter::create(pathOf(name));
    QVERIFY(writer);
    const Result<void> added = (*writer)->add(
        "blob", 10, []() -> Result<QByteArray> { return failure(ErrorCode::Cancelled, "enough"); });
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Cancelled);
    QCOMPARE(added.error().message.english(), std::string("enough"));
}

void TestLayoutWriter::wantsTheSizeThatWasSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArrayList>("pieces");
    for (const char *name : {"image", "image.tar"}) {
        QTest::addRow("%s, less", name) << name << QByteArrayList{"ab"};
        QTest::addRow("%s, nothing", name) << name << QByteArrayList{};
        QTest::addRow("%s, more", name) << name << QByteArrayList{"ab", "cd"};
    }
}

void TestLayoutWriter::wantsTheSizeThatWasSaid()
{
    QFETCH(QString, name);
    QFETCH(QByteArrayList, pieces);
    auto writer = LayoutWriter::create(pathOf(name));
    QVERIFY(writer);
    const Result<void> added = (*writer)->add("blob", 3, inPieces(pieces));
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Corrupt);
    QCOMPARE(added.error().message.english(),
             std::string("blob: not the 3 bytes that it should have"));
}

void TestLayoutWriter::leavesWhatIsThere()
{
    QFETCH(QString, name);
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto writer = LayoutWriter::create(pathOf(name));
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::InvalidInput);
    QCOMPARE(writer.error().message.english(), pathOf(name) + ": it is there already");
    QCOMPARE(contentOf(file.fileName()), QByteArray("mine"));
}

void TestLayoutWriter::saysWhyItCannot()
{
    QFETCH(QString, name);
    const auto writer = LayoutWriter::create(pathOf(QStringLiteral("none/") + name));
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, ErrorCode::InvalidInput);
    QCOMPARE(writer.error().message.english(), pathOf(QStringLiteral("none/") + name) +
                                                   ": cannot write it: No such file or directory");
}

void TestLayoutWriter::sameContentGivesSameTar()
{
    for (const char *name : {"a.tar", "b.tar"}) {
        auto writer = LayoutWriter::create(pathOf(QLatin1String(name)));
        QVERIFY(writer);
        QVERIFY((*writer)->add("blobs/sha256/ab", "bytes"));
        QVERIFY((*writer)->finish());
    }
    QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("a.tar"))),
             contentOf(m_folder->filePath(QStringLiteral("b.tar"))));
}

QTEST_GUILESS_MAIN(TestLayoutWriter)
#include "tst_layoutwriter.moc"
