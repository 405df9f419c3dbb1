// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

#include <cstdio>
#include <sys/stat.h>

namespace lanyard::test {

/// Writes a file for its owner alone, in the place of what is there.
inline void putFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(::chmod(qPrintable(path), S_IRUSR | S_IWUSR), 0);
}

/// The same by another file that takes its name, as editors do.
inline void replaceFile(const QString &path, const QByteArray &text)
{
    const QString other = path + QStringLiteral(".new");
    putFile(other, text);
    QCOMPARE(std::rename(qPrintable(other), qPrintable(path)), 0);
}

} // namespace lanyard::test
