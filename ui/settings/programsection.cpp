// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/programsection.h"

#include "widgets/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

#include <algorithm>

namespace lanyard::ui {

ProgramSection::ProgramSection(QWidget *parent)
    : FormCard(tr("Program"), parent)
    , m_language(new QComboBox(this))
    , m_languageNote(new FieldNote(m_language, this))
    , m_startsAtLogin(new QCheckBox(tr("Start when I log in to this computer"), this))
    , m_startsMinimised(new QCheckBox(tr("Start without its &window, in the tray"), this))
    , m_closing(new QComboBox(this))
    , m_notifies(new QCheckBox(tr("Tell me what happens with &notifications"), this))
    , m_trouble(new FieldNote(m_startsAtLogin, this))
{
    m_startsAtLogin->setObjectName(QStringLiteral("startsAtLogin"));
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const QString &language : availableLanguages()) {
        // Each in its own words, for who cannot read the others.
        const QString name = QLocale(language).nativeLanguageName();
        m_language->addItem(name.left(1).toUpper() + name.mid(1), language);
    }
    m_closing->addItem(tr("Keep running in the tray"), static_cast<int>(CloseAction::KeepRunning));
    m_closing->addItem(tr("Quit"), static_cast<int>(CloseAction::Quit));
    m_closing->addItem(tr("Ask"), static_cast<int>(CloseAction::Ask));
    addField(tr("Language:"), m_language);
    addBelow(m_languageNote);
    addField(tr("At the start:"), m_startsAtLogin);
    addBelow(m_startsMinimised);
    addBelow(m_trouble);
    addField(tr("When the window is closed:"), m_closing);
    addField(tr("Notifications:"), m_notifies);
    connect(m_language, &QComboBox::activated, this, &ProgramSection::onEdited);
    connect(m_closing, &QComboBox::activated, this, &ProgramSection::onEdited);
    for (QCheckBox *box : {m_startsAtLogin, m_startsMinimised, m_notifies})
        connect(box, &QCheckBox::clicked, this, &ProgramSection::onEdited);
}

void ProgramSection::fill(const ProgramSettings &settings)
{
    if (!m_spoken)
        m_spoken = settings.language;
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_startsAtLogin->setChecked(settings.startsAtLogin);
    m_startsMinimised->setChecked(settings.startsMinimised);
    m_closing->setCurrentIndex(m_closing->findData(static_cast<int>(settings.closeAction)));
    m_notifies->setChecked(settings.notifies);
    tellOfLanguage();
}

ProgramSettings ProgramSection::collect() const
{
    return {.language = m_language->currentData().toString(),
            .startsAtLogin = m_startsAtLogin->isChecked(),
            .startsMinimised = m_startsMinimised->isChecked(),
            .closeAction = static_cast<CloseAction>(m_closing->currentData().toInt()),
            .notifies = m_notifies->isChecked()};
}

void ProgramSection::showTrouble(const QString &trouble)
{
    m_trouble->say(FieldNote::Kind::Problem, trouble);
}

void ProgramSection::onEdited()
{
    tellOfLanguage();
    Q_EMIT edited();
}

void ProgramSection::tellOfLanguage()
{
    const bool isAnother = m_language->currentData().toString() != m_spoken;
    m_languageNote->say(FieldNote::Kind::Hint,
                        isAnother ? tr("Its words change when Lanyard is started next.")
                                  : QString());
}

} // namespace lanyard::ui
