// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programsettings.h"
#include "widgets/formcard.h"

#include <optional>

class QCheckBox;
class QComboBox;

namespace lanyard::ui {

class FieldNote;

/// How the program itself behaves.
class ProgramSection final : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgramSection)

public:
    explicit ProgramSection(QWidget *parent = nullptr);

    /// The first ones are those with which the program was started.
    void fill(const ProgramSettings &settings);
    ProgramSettings collect() const;
    /// Why it could not be kept; empty: it was.
    void showTrouble(const QString &trouble);

Q_SIGNALS:
    void edited();

private:
    void onEdited();
    void tellOfLanguage();

    QComboBox *m_language;
    FieldNote *m_languageNote;
    QCheckBox *m_startsAtLogin;
    QCheckBox *m_startsMinimised;
    QComboBox *m_closing;
    QCheckBox *m_notifies;
    FieldNote *m_trouble;
    std::optional<QString> m_spoken; ///< the language that the program has until it ends
};

} // namespace lanyard::ui
