// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/snippetblock.h"

#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "widgets/codeview.h"
#include "widgets/fieldnote.h"
#include "widgets/mutedlabel.h"
#include "widgets/titlelabel.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

namespace lanyard::ui {

SnippetBlock::SnippetBlock(const Snippet &snippet, QWidget *parent)
    : QWidget(parent)
    , m_snippet(snippet)
    , m_note(new FieldNote(this, this))
{
    const QString name = told(snippet.title);
    auto *title = new TitleLabel(name, this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto *place = new MutedLabel(
        snippet.file.isEmpty() ? tr("In a terminal") : printable(snippet.file.toUtf8()), this);
    place->setWordWrap(true);
    auto *code = new CodeView(name, this);
    QByteArray text = snippet.text.toUtf8();
    while (text.endsWith('\n'))
        text.chop(1);
    code->setCode(printableLines(text));
    auto *copied = new QPushButton(symbolIcon(Symbol::Copy), tr("Copy"), this);
    copied->setAccessibleName(tr("Copy: %1").arg(name));
    connect(copied, &QPushButton::clicked, this, &SnippetBlock::copy);
    auto *save = new QPushButton(symbolIcon(Symbol::Export), tr("Save…"), this);
    save->setAccessibleName(tr("Save: %1").arg(name));
    connect(save, &QPushButton::clicked, this, &SnippetBlock::askWhere);
    for (QPushButton *button : {copied, save})
        button->setAutoDefault(false);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(place);
    auto *head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(copied);
    head->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(code);
    layout->addWidget(m_note);
}

void SnippetBlock::copy() const
{
    QGuiApplication::clipboard()->setText(m_snippet.text);
}

void SnippetBlock::askWhere()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save the snippet"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString name = QFileInfo(m_snippet.file).fileName();
    dialog->selectFile(name.isEmpty() ? QStringLiteral("lanyard.sh") : name);
    connect(dialog, &QFileDialog::fileSelected, this, &SnippetBlock::saveTo);
    dialog->open();
}

void SnippetBlock::saveTo(const QString &path)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(m_snippet.text.toUtf8()) >= 0 && file.commit();
    const QString shown = QDir::toNativeSeparators(path);
    if (isWritten)
        m_note->say(FieldNote::Kind::Hint, tr("Written to %1.").arg(shown));
    else
        m_note->say(FieldNote::Kind::Problem,
                    tr("%1 cannot be written: %2").arg(shown, file.errorString()));
}

} // namespace lanyard::ui
