// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;
class QToolButton;
class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class ClientsField;
class FieldNote;
class PathField;

/// One address on which clients are served, how they speak there, and which.
class ListenerEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListenerEditor)

public:
    /// The engine is asked whether an address is free; it must outlive this.
    explicit ListenerEditor(Engine &engine, QWidget *parent = nullptr);

    void setListener(const ListenConfig &listener);
    ListenConfig listener() const;
    bool isValid() const;
    bool usesLocalCa() const;
    void setRemovable(bool isRemovable);
    /// Another one has the same address.
    void setRepeated(bool isRepeated);
    /// Asks whether the address is free.
    void check();

Q_SIGNALS:
    void edited();
    void removalWanted();

private:
    enum class Encryption { None, LocalCa, Files, Acme };

    void buildFields();
    QLayout *makeAddressRow();
    void onEdited();
    void validate();
    void showCheck(const AddressCheck &check);
    std::optional<ListenAddress> address() const;
    Encryption encryption() const;
    std::optional<TlsConfig> tls() const;

    Engine &m_engine;
    QComboBox *m_host;
    QSpinBox *m_port;
    QToolButton *m_remove;
    FieldNote *m_addressNote;
    QPushButton *m_useNext;
    QComboBox *m_encryption;
    FieldNote *m_encryptionNote;
    QWidget *m_files;
    PathField *m_certificate;
    PathField *m_key;
    ClientsField *m_clients;
    QCheckBox *m_asksLogin;
    QFormLayout *m_form;
    ListenConfig m_given; ///< has what has no field
    AddressCheck m_check;
    int m_question = 0; ///< answers to an older one, or of another state, count no more
    bool m_isRepeated = false;
    QTimer m_checkTimer;
};

} // namespace lanyard::ui
