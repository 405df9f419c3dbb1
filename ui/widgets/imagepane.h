// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeWidget;

namespace lanyard::ui {

class MutedLabel;
struct ImageNode;

/// Everything about the image that is selected, or what to do to see it.
class ImagePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagePane)

public:
    explicit ImagePane(QWidget *parent = nullptr);

    void showImage(const ImageDetails &details);
    /// A sentence in the place of an image.
    void showText(const QString &text);

    /// Whose details are shown; empty: nobody's.
    const QByteArray &name() const { return m_name; }

private:
    QWidget *makeForm();
    QWidget *makeDigest();
    QLabel *addLine(QFormLayout &form, const QString &title);
    void fillPlatforms(const QList<ImagePlatform> &platforms);

    QByteArray m_name;
    QStackedWidget *m_stack;
    MutedLabel *m_text;
    QLabel *m_title;
    QLineEdit *m_digest;
    QLabel *m_kind = nullptr;
    QLabel *m_tags = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_used = nullptr;
    QLabel *m_readers = nullptr;
    QLabel *m_rule = nullptr;
    QLabel *m_upstream = nullptr;
    QTreeWidget *m_platforms;
};

} // namespace lanyard::ui
