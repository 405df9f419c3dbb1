// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace lanyard::ui {

class MessageLine;

/// A field of a form with what is wrong with it below. A line, or a list with a line for each item.
class FormField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    enum class Kind { Line, List, File };

    explicit FormField(Kind kind, QWidget *parent = nullptr);

    /// What a label is the buddy of.
    QWidget *editor() const;
    /// That label: screen readers do not find it, as it is not beside what it is of.
    void setLabel(const QString &label);

    void setText(const QString &text);
    void setItems(const QStringList &items);
    void setPlaceholder(const QString &text);
    /// What it is for, as a tooltip and for screen readers.
    void setHelp(const QString &help);
    void setReadOnly(bool isReadOnly);

    QString text() const;
    /// Without empty ones.
    QStringList items() const;

    /// Empty: nothing is.
    void setProblem(const QString &problem);
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void pickFile();

    QLineEdit *m_line = nullptr;      ///< of a line or a file
    QPlainTextEdit *m_list = nullptr; ///< of a list
    MessageLine *m_problem;
};

} // namespace lanyard::ui
