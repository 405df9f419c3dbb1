// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace lanyard::ui {

/// What is to be said of a field, below it: how it is meant, or what is wrong with it. Hidden when
/// there is nothing to say. A label, whose height follows its width in every layout.
class FieldNote final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldNote)

public:
    enum class Kind { Hint, Warning, Problem };

    /// `field` is described by it for those who cannot see it.
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    /// Plain text; an empty one says nothing.
    void say(Kind kind, const QString &text);

    bool isProblem() const { return m_kind == Kind::Problem; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void adapt();
    int iconSide() const;

    QWidget *m_field;
    Kind m_kind = Kind::Hint;
};

} // namespace lanyard::ui
