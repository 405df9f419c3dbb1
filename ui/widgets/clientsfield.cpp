// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clientsfield.h"

#include "engine.h"
#include "widgets/fieldnote.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

using Clients = std::vector<std::string>;

QString nameOf(ClientsField::Choice choice)
{
    switch (choice) {
    case ClientsField::Choice::AsElsewhere:
        return ClientsField::tr("As set under Access");
    case ClientsField::Choice::Private:
        return ClientsField::tr("Private networks");
    case ClientsField::Choice::Anyone:
        return ClientsField::tr("Anyone");
    case ClientsField::Choice::Nobody:
        return ClientsField::tr("Nobody else");
    case ClientsField::Choice::These:
        break;
    }
    return ClientsField::tr("These addresses and networks");
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace

ClientsField::ClientsField(const std::vector<Choice> &choices, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_list(new QLineEdit(this))
    , m_note(new FieldNote(m_list, this))
{
    for (const Choice one : choices)
        m_choice->addItem(nameOf(one), static_cast<int>(one));
    m_choice->setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_choice);
    m_list->setAccessibleName(tr("%1: addresses and networks").arg(name));
    m_list->setPlaceholderText(QStringLiteral("192.168.0.0/16, 2001:db8::/32"));
    connect(m_choice, &QComboBox::activated, this, [this] {
        validate();
        Q_EMIT edited();
    });
    connect(m_list, &QLineEdit::textEdited, this, [this] {
        validate();
        Q_EMIT edited();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_choice);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    validate();
}

ClientsField::Choice ClientsField::choice() const
{
    return static_cast<Choice>(m_choice->currentData().toInt());
}

void ClientsField::choose(Choice choice)
{
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(static_cast<int>(choice))));
}

void ClientsField::setClients(const std::optional<Clients> &now)
{
    if (now == clients() && isValid())
        return;
    if (!now) {
        choose(Choice::AsElsewhere);
    } else if (*now == Clients{"private"} && m_choice->findData(int(Choice::Private)) >= 0) {
        choose(Choice::Private);
    } else if (*now == Clients{"any"}) {
        choose(Choice::Anyone);
    } else if (now->empty() && m_choice->findData(int(Choice::Nobody)) >= 0) {
        choose(Choice::Nobody);
    } else {
        QStringList words;
        for (const std::string &one : *now)
            words.append(QString::fromStdString(one));
        m_list->setText(words.join(QStringLiteral(", ")));
        choose(Choice::These);
    }
    validate();
}

std::optional<Clients> ClientsField::clients() const
{
    switch (choice()) {
    case Choice::AsElsewhere:
        return std::nullopt;
    case Choice::Private:
        return Clients{"private"};
    case Choice::Anyone:
        return Clients{"any"};
    case Choice::Nobody:
        return Clients();
    case Choice::These:
        break;
    }
    Clients clients;
    for (const QString &word : wordsOf(m_list->text()))
        clients.push_back(word.toStdString());
    return clients;
}

bool ClientsField::isValid() const
{
    const QStringList words = wordsOf(m_list->text());
    return choice() != Choice::These ||
           (!words.isEmpty() && std::all_of(words.begin(), words.end(), &Engine::isAccessEntry));
}

void ClientsField::validate()
{
    m_list->setVisible(choice() == Choice::These);
    if (isValid()) {
        m_note->clear();
        return;
    }
    const QStringList words = wordsOf(m_list->text());
    const auto wrong = std::find_if_not(words.begin(), words.end(), &Engine::isAccessEntry);
    m_note->say(FieldNote::Kind::Problem,
                wrong == words.end()
                    ? tr("Name an address or a network, such as 10.0.0.0/8.")
                    : tr("“%1” is no address or network; 10.0.0.0/8 is one.").arg(*wrong));
}

} // namespace lanyard::ui
