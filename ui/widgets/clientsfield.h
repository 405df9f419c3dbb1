// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLineEdit;

namespace lanyard::ui {

class FieldNote;

/// Which clients may do something: those of private networks, all, or those of a list.
class ClientsField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsField)

public:
    enum class Choice { AsElsewhere, Private, Anyone, Nobody, These };

    /// `choices` in their order; `name` is for those who cannot see its label.
    ClientsField(const std::vector<Choice> &choices, const QString &name,
                 QWidget *parent = nullptr);

    /// As in an access list; nullopt: as elsewhere.
    void setClients(const std::optional<std::vector<std::string>> &clients);
    std::optional<std::vector<std::string>> clients() const;
    bool isValid() const;

Q_SIGNALS:
    void edited();

private:
    Choice choice() const;
    void choose(Choice choice);
    void validate();

    QComboBox *m_choice;
    QLineEdit *m_list;
    FieldNote *m_note;
};

} // namespace lanyard::ui
