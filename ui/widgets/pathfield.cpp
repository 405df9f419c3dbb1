// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pathfield.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace lanyard::ui {

PathField::PathField(Kind kind, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_name(name)
    , m_text(new QLineEdit(this))
{
    m_text->setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_text);
    auto *choose = new QToolButton(this);
    choose->setText(tr("Choose…"));
    choose->setAccessibleName(tr("Choose: %1").arg(name));
    connect(choose, &QToolButton::clicked, this, &PathField::browse);
    connect(m_text, &QLineEdit::textEdited, this, &PathField::edited);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_text, 1);
    layout->addWidget(choose);
}

void PathField::setPath(const QString &path)
{
    if (path != this->path())
        m_text->setText(QDir::toNativeSeparators(path));
}

void PathField::setUsual(const QString &path)
{
    m_text->setPlaceholderText(path);
}

QString PathField::path() const
{
    const QString text = m_text->text().trimmed();
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/")))
        return QDir::cleanPath(QDir::homePath() + text.mid(1));
    return text.isEmpty() ? QString() : QDir::cleanPath(text);
}

bool PathField::isValid() const
{
    const QString now = path();
    return now.isEmpty() || QDir::isAbsolutePath(now);
}

void PathField::browse()
{
    const QString start = path().isEmpty() ? m_text->placeholderText() : path();
    auto *dialog = new QFileDialog(this, m_name, start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    switch (m_kind) {
    case Kind::Folder:
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        break;
    case Kind::File:
        dialog->setFileMode(QFileDialog::ExistingFile);
        break;
    case Kind::NewFile:
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        break;
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        setPath(chosen);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace lanyard::ui
