// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QVariant>

class QHeaderView;
class QSplitter;

namespace lanyard::ui {

/// What a person has changed of how a part of a window is laid out. Only that is kept: the rest is
/// worked out anew in the next run, by its font and its words. A child of the part, made when the
/// program has set that up.
class KeptLayout : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptLayout)

public:
    /// As it is stored; an invalid one: nothing.
    virtual QVariant changes() const = 0;
    /// Takes the place of what was changed before.
    virtual void apply(const QVariant &changes) = 0;

Q_SIGNALS:
    void changed();

protected:
    /// `name` tells it from the others of the window; empty: it is not stored.
    KeptLayout(QObject &part, const QString &name);
};

/// How wide the columns of a list are, in which order they stand, and by which the list is sorted.
class KeptColumns final : public KeptLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptColumns)

public:
    KeptColumns(QHeaderView &header, const QString &name);

    QVariant changes() const override;
    void apply(const QVariant &changes) override;

    /// Another form of the same list: from now on both have what is changed in one of them. Begins
    /// with what is changed here.
    void shareWith(KeptColumns &other);

private:
    bool isResizable(int column) const;

    QHeaderView &m_header;
    QList<int> m_widths; ///< as the program has worked them out
    const int m_sortColumn;
    const int m_sortOrder;
};

/// Where a splitter was moved to.
class KeptSplitter final : public KeptLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptSplitter)

public:
    KeptSplitter(QSplitter &splitter, const QString &name);

    QVariant changes() const override;
    void apply(const QVariant &changes) override;

private:
    QSplitter &m_splitter;
    bool m_isMoved = false; ///< by a person
};

/// What was changed of all parts below that have a name.
QByteArray saveLayout(const QObject &window);
/// Nothing where it is of another version.
void restoreLayout(const QObject &window, const QByteArray &layout);

} // namespace lanyard::ui
