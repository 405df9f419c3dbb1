// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exportdialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QStandardPaths>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("export", text);
}

} // namespace

void askForExportFile(QWidget *parent, const std::function<void(const QString &path)> &chosen)
{
    auto *dialog =
        new QFileDialog(parent, translated(QT_TRANSLATE_NOOP("export", "Export requests")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({translated(QT_TRANSLATE_NOOP("export", "Table (*.csv)")),
                            translated(QT_TRANSLATE_NOOP("export", "JSON (*.json)")),
                            translated(QT_TRANSLATE_NOOP("export", "JSON lines (*.jsonl)"))});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    // Without its end, which follows the choice below it.
    dialog->selectFile(QStringLiteral("requests-%1")
                           .arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss")));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.');
        dialog->setDefaultSuffix(filter.sliced(dot + 1).chopped(1));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace lanyard::ui
