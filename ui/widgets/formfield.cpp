// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formfield.h"

#include "widgets/messageline.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard::ui {

FormField::FormField(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_problem(new MessageLine(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    layout->addLayout(row);
    layout->addWidget(m_problem);
    if (kind == Kind::List) {
        constexpr int linesShown = 3;
        m_list = new QPlainTextEdit(this);
        m_list->setTabChangesFocus(true);
        m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_list->setFixedHeight(fontMetrics().lineSpacing() * linesShown + 12);
        connect(m_list, &QPlainTextEdit::textChanged, this, &FormField::edited);
        row->addWidget(m_list, 1);
    } else {
        m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::textChanged, this, &FormField::edited);
        row->addWidget(m_line, 1);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(editor());
    if (kind == Kind::File) {
        auto *pick = new QPushButton(tr("Choose…"), this);
        pick->setAccessibleName(tr("Choose a file"));
        pick->setAutoDefault(false);
        connect(pick, &QPushButton::clicked, this, &FormField::pickFile);
        row->addWidget(pick);
    }
}

void FormField::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!text().isEmpty())
        dialog->selectFile(text());
    connect(dialog, &QFileDialog::fileSelected, this, &FormField::setText);
    dialog->open();
}

QWidget *FormField::editor() const
{
    return m_list != nullptr ? static_cast<QWidget *>(m_list) : m_line;
}

void FormField::setLabel(const QString &label)
{
    QString name = label;
    editor()->setAccessibleName(name.remove(u'&').remove(u':').remove(u'\uff1a').trimmed());
}

void FormField::setText(const QString &text)
{
    m_line->setText(text);
}

void FormField::setItems(const QStringList &items)
{
    m_list->setPlainText(items.join(u'\n'));
}

void FormField::setPlaceholder(const QString &text)
{
    if (m_list != nullptr)
        m_list->setPlaceholderText(text);
    else
        m_line->setPlaceholderText(text);
}

void FormField::setHelp(const QString &help)
{
    editor()->setToolTip(QStringLiteral("<p>%1</p>").arg(help.toHtmlEscaped()));
    editor()->setAccessibleDescription(help);
}

void FormField::setReadOnly(bool isReadOnly)
{
    if (m_list != nullptr)
        m_list->setReadOnly(isReadOnly);
    else
        m_line->setReadOnly(isReadOnly);
}

QString FormField::text() const
{
    return m_line->text().trimmed();
}

QStringList FormField::items() const
{
    QStringList items;
    const QStringList lines = m_list->toPlainText().split(u'\n');
    for (const QString &line : lines)
        items += line.trimmed();
    items.removeAll(QString());
    return items;
}

void FormField::setProblem(const QString &problem)
{
    if (problem.isEmpty())
        m_problem->clear();
    else
        m_problem->tell({.severity = Notice::Severity::Error, .text = problem});
}

QString FormField::problem() const
{
    return m_problem->text();
}

} // namespace lanyard::ui
