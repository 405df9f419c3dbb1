// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace lanyard::ui {

/// A file or folder, typed or chosen in a dialog.
class PathField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathField)

public:
    enum class Kind { Folder, File, NewFile };

    /// `name` is for those who cannot see its label, and the title of its dialog.
    PathField(Kind kind, const QString &name, QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// What counts while it is empty.
    void setUsual(const QString &path);
    /// Absolute where it is valid, without ~ and what else stands for something; may be empty.
    QString path() const;
    /// Empty, absolute, or below the home.
    bool isValid() const;

Q_SIGNALS:
    void edited();

private:
    void browse();

    const Kind m_kind;
    const QString m_name;
    QLineEdit *m_text;
};

} // namespace lanyard::ui
