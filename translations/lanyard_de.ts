<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>Die Platte ist nicht nutzbar: %1. Clients werden auf später verwiesen.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>Die Platte ist voll: %1 sind frei, %2 sollen es bleiben. Was jetzt abgerufen wird, wird durchgereicht und nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 ist seit %2 nicht erreichbar: %3. Was davon im Cache ist, wird geliefert.</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%1, ein Server von %2, ist seit %3 nicht erreichbar: %4. Ein anderer wird gefragt.</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 will bis %2 keine Anfragen (429). Mit einer Anmeldung dort gewährt sie mehr.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 lehnt die Zugangsdaten ab: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 gewährt noch %2 von %3 Pulls. Tags gelten so lange länger; eine Anmeldung dort erhöht die Zahl.</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>Sie arbeiten offline: Keine Registry wird gefragt, nur was im Cache ist, wird geliefert.</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>Die lokale CA läuft am %1 ab. Clients müssen bis dahin einer neuen vertrauen.</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>Das Zertifikat dieses Caches läuft am %1 ab und wurde nicht von selbst erneuert.</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) hat nicht bekommen, was angefragt wurde, und es wohl bei der Registry selbst abgerufen: %3, Status %4.</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>Clients fragen nach Images von %1, was kein Upstream ist: Sie rufen am Cache vorbei ab.</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>Der Cache ist angehalten: Seine Clients rufen bei den Registrys selbst ab.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Online arbeiten</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>Für %1 kam um %2 falscher Inhalt (einmal seit dem Start). Er wurde abgelehnt und nicht gespeichert.</numerusform>
            <numerusform>Für %1 kam um %2 falscher Inhalt (%n-mal seit dem Start). Er wurde abgelehnt und nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>Die Platte nimmt nichts mehr auf, etwa weil eine Quota ausgeschöpft ist. Was jetzt abgerufen wird, wird durchgereicht und nicht gespeichert.</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>Der Cache ist voll: %1 von %2 sind belegt, abgerufene %3 passten nicht hinein. Lösen oder entfernen Sie Images, oder geben Sie ihm mehr Platz.</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>Das Zertifikat dieses Caches ist am %1 abgelaufen und wurde nicht von selbst erneuert: Clients lehnen es ab.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>Das Zertifikat in %1 ist am %2 abgelaufen: Clients lehnen es ab. Legen Sie dort ein neues ab; es wird sofort übernommen.</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>Das Zertifikat in %1 läuft am %2 ab. Legen Sie dort ein neues ab; es wird sofort übernommen.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 was not given what it asked for, and has probably pulled it from the registry itself: %2, status %3.</source>
        <translation>%1 hat nicht bekommen, was angefragt wurde, und es wohl bei der Registry selbst abgerufen: %2, Status %3.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>die genannte Registry ist kein Upstream</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>er darf nicht bedient werden</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>er hat zu oft gefragt</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>der Cache hatte es nicht und konnte es nicht bekommen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>Muss sich anmelden</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Image</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1: nicht geliefert: %2 (Status %3): %4. Clients gehen dann zur Registry selbst und melden es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Bedient; wich einmal aus</numerusform>
            <numerusform>Bedient; wich %n-mal aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Wich aus (einmal)</numerusform>
            <numerusform>Wich aus (%n-mal)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>this folder, where certificates by ACME are kept, cannot be made, or belongs to another user</source>
        <translation>dieser Ordner, in dem über ACME bezogene Zertifikate aufbewahrt werden, lässt sich nicht anlegen oder gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>%1, or by another listener: acme for the same host has to say the same everywhere, or another directory</source>
        <extracomment>%1: another Lanyard has the folder</extracomment>
        <translation>%1 oder von einem anderen Listener: acme muss für denselben Host überall dasselbe festlegen oder ein anderes directory nennen</translation>
    </message>
    <message>
        <source>the program lego, by which it is asked for, is not installed: apt-get install lego</source>
        <translation>das Programm lego, mit dem es angefordert wird, ist nicht installiert: apt-get install lego</translation>
    </message>
    <message>
        <source>orders have to be written down, but %1</source>
        <translation>Bestellungen müssen festgehalten werden, aber: %1</translation>
    </message>
    <message>
        <source>The certificate for %1 has been issued, and holds until %2.</source>
        <translation>Das Zertifikat für %1 wurde ausgestellt und gilt bis %2.</translation>
    </message>
    <message>
        <source>the certificate that came is not for all of them</source>
        <translation>das erhaltene Zertifikat gilt nicht für alle</translation>
    </message>
    <message>
        <source>%1. It is asked for again at %2</source>
        <translation>%1. Nächster Versuch: %2</translation>
    </message>
    <message>
        <source>The certificate of before is not for %1</source>
        <translation>Das bisherige Zertifikat gilt nicht für %1</translation>
    </message>
    <message>
        <source>There is no certificate for %1 yet</source>
        <translation>Es gibt noch kein Zertifikat für %1</translation>
    </message>
    <message>
        <source>%1: it is asked for now. %2</source>
        <translation>%1: Es wird jetzt angefordert. %2</translation>
    </message>
    <message>
        <source>%1: it is asked for at %2, as orders have to be apart. %3</source>
        <translation>%1: Nächste Anforderung %2, da zwischen Bestellungen ein Abstand liegen muss. %3</translation>
    </message>
    <message>
        <source>The certificate for %1 cannot be had: %2. %3</source>
        <translation>Das Zertifikat für %1 ist nicht zu bekommen: %2. %3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1: a host, %2: how many other ones</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The one that is there stays in use; it ends at %1.</source>
        <translation>Das vorhandene bleibt in Gebrauch; es gilt bis %1.</translation>
    </message>
    <message>
        <source>Until then its port speaks plain HTTP.</source>
        <translation>Bis dahin spricht der Port einfaches HTTP.</translation>
    </message>
    <message>
        <source>Until then its port closes every connection (acme.plainMeanwhile: true has it speak plain HTTP).</source>
        <translation>Bis dahin schließt der Port jede Verbindung (mit acme.plainMeanwhile: true spricht er einfaches HTTP).</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>belegt durch %1</translation>
    </message>
    <message>
        <source>the challenge is answered at %1, which cannot be listened on: %2</source>
        <translation>die Challenge wird unter %1 beantwortet, wo nicht gelauscht werden kann: %2</translation>
    </message>
    <message>
        <source>the challenge for %1 would be answered at %2, which is in the way of %3 of listen: let challengeAddress name another port, to which the one of the world leads, or choose another challenge (dns-01 needs none)</source>
        <translation>die Challenge für %1 würde unter %2 beantwortet, was %3 aus listen im Weg ist: Geben Sie in challengeAddress einen anderen Port an, auf den der öffentliche führt, oder wählen Sie eine andere Challenge (dns-01 braucht keinen)</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>Zertifikat und Schlüssel gehören nicht zusammen</translation>
    </message>
    <message>
        <source>lego says nothing</source>
        <translation>lego sagt nichts</translation>
    </message>
    <message>
        <source>lego says: %1</source>
        <translation>lego sagt: %1</translation>
    </message>
    <message>
        <source>another program has that port: let challengeAddress name another one, to which the port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads</source>
        <translation>ein anderes Programm hat diesen Port: Geben Sie in challengeAddress einen anderen an, auf den der Port 80 (http-01) oder 443 (tls-alpn-01) der Hosts führt</translation>
    </message>
    <message>
        <source>ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a systemd unit), or a challengeAddress with another port, to which they lead</source>
        <translation>Ports unter 1024 brauchen ein Recht (AmbientCapabilities=CAP_NET_BIND_SERVICE einer systemd-Unit) oder eine challengeAddress mit einem anderen Port, auf den sie führen</translation>
    </message>
    <message>
        <source>the authority has been asked too often: nothing helps but waiting</source>
        <translation>die CA wurde zu oft gefragt: Da hilft nur Warten</translation>
    </message>
    <message>
        <source>the hosts have to be known in the DNS, and lead here</source>
        <translation>die Hosts müssen im DNS bekannt sein und hierher führen</translation>
    </message>
    <message>
        <source>the authority asks port 80 (http-01) or 443 (tls-alpn-01) of the hosts: these have to lead here, through whatever firewall is between</source>
        <translation>die CA fragt Port 80 (http-01) oder 443 (tls-alpn-01) der Hosts: Diese müssen hierher führen, durch jede Firewall dazwischen</translation>
    </message>
    <message>
        <source>the port 443 of the hosts has to lead here, and not to another server</source>
        <translation>der Port 443 der Hosts muss hierher führen und nicht zu einem anderen Server</translation>
    </message>
    <message>
        <source>the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and not to another server; with dns-01, the zone has to be the one that the world sees</source>
        <translation>die Ports 80 (http-01) oder 443 (tls-alpn-01) der Hosts müssen hierher führen und nicht zu einem anderen Server; bei dns-01 muss die Zone die öffentlich sichtbare sein</translation>
    </message>
    <message>
        <source>the authority issues nothing for these hosts</source>
        <translation>die CA stellt für diese Hosts nichts aus</translation>
    </message>
    <message>
        <source>a CAA record of the hosts in the DNS names another authority</source>
        <translation>ein CAA-Eintrag der Hosts im DNS nennt eine andere CA</translation>
    </message>
    <message>
        <source>email has to be an address that can be reached</source>
        <translation>email muss eine erreichbare Adresse sein</translation>
    </message>
    <message>
        <source>this lego was built without that dnsProvider, as some are in Debian&apos;s package: put one from https://github.com/go-acme/lego/releases into PATH</source>
        <translation>dieses lego wurde ohne diesen dnsProvider gebaut (im Debian-Paket fehlen manche): Legen Sie eines von https://github.com/go-acme/lego/releases in PATH ab</translation>
    </message>
    <message>
        <source>dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is</source>
        <translation>dnsSettings muss sie nennen; `lego dnshelp -c PROVIDER` listet die möglichen auf</translation>
    </message>
    <message>
        <source>directoryCa has to name the certificate of the authority&apos;s own authority</source>
        <translation>directoryCa muss das Zertifikat der CA nennen, die hinter dieser CA steht</translation>
    </message>
    <message>
        <source>directoryUrl cannot be reached from here</source>
        <translation>directoryUrl ist von hier nicht erreichbar</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>ohne Version</translation>
    </message>
    <message>
        <source>the lego that is installed (%1) cannot be used: expected 4.5 or a later 4, as in Debian 12: apt-get install lego</source>
        <translation>das installierte lego (%1) ist nicht verwendbar: Erwartet wird 4.5 oder ein späteres 4, wie in Debian 12: apt-get install lego</translation>
    </message>
    <message>
        <source>a variable has no NUL in it</source>
        <translation>eine Variable enthält kein NUL</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>cannot look into it: %1</source>
        <translation>Inhalt nicht zugänglich: %1</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>hat mehr als %1 Byte</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>wurde aufgegeben</translation>
    </message>
    <message>
        <source>cannot write it: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>neither a folder nor a file</source>
        <translation>weder Ordner noch Datei</translation>
    </message>
    <message>
        <source>neither an OCI image layout (it has no index.json) nor the storage of a registry (it has no docker/registry/v2)</source>
        <translation>weder ein OCI-Image-Layout (index.json fehlt) noch der Speicher einer Registry (docker/registry/v2 fehlt)</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>ist schon vorhanden</translation>
    </message>
    <message>
        <source>not the %1 bytes that it should have</source>
        <translation>nicht die %1 Byte, die es sein sollten</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json. `docker save` before Docker 25 does not keep the manifests that a registry serves</source>
        <translation>kein OCI-Image-Layout: index.json fehlt. `docker save` vor Docker 25 bewahrt die Manifeste nicht, die eine Registry liefert</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json</source>
        <translation>kein OCI-Image-Layout: index.json fehlt</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>das Passwort ist leer</translation>
    </message>
    <message>
        <source>the password is longer than %1 bytes, and bcrypt looks at no more</source>
        <translation>das Passwort ist länger als %1 Byte; mehr berücksichtigt bcrypt nicht</translation>
    </message>
    <message>
        <source>the password has a NUL</source>
        <translation>das Passwort enthält ein NUL</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>das System liefert keine Zufallsbytes</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) knows no bcrypt</source>
        <translation>crypt(3) des Systems kennt kein bcrypt</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) makes no bcrypt hash</source>
        <translation>crypt(3) des Systems erzeugt keinen bcrypt-Hash</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>ein Benutzer</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>set it again with `lanyard user add %1` or `htpasswd -B`</source>
        <translation>setzen Sie es neu mit `lanyard user add %1` oder `htpasswd -B`</translation>
    </message>
    <message>
        <source>the password of %1 is not kept with bcrypt</source>
        <translation>%1 hat ein Passwort, das nicht mit bcrypt aufbewahrt wird</translation>
    </message>
    <message>
        <source>the password of %1 is kept with a cost of %2, not %3 to %4</source>
        <translation>%1 hat ein Passwort mit Kostenfaktor %2 statt %3 bis %4</translation>
    </message>
    <message>
        <source>the name of the user is empty</source>
        <translation>der Benutzername ist leer</translation>
    </message>
    <message>
        <source>the name of the user is longer than %1 bytes</source>
        <translation>der Benutzername ist länger als %1 Byte</translation>
    </message>
    <message>
        <source>the name of the user has a colon</source>
        <translation>der Benutzername enthält einen Doppelpunkt</translation>
    </message>
    <message>
        <source>the name of the user has control characters</source>
        <translation>der Benutzername enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>the name of the user begins or ends with a blank</source>
        <translation>der Benutzername beginnt oder endet mit einem Leerzeichen</translation>
    </message>
    <message>
        <source>the name of the user begins with &apos;#&apos;</source>
        <translation>der Benutzername beginnt mit &apos;#&apos;</translation>
    </message>
    <message>
        <source>longer than %1 bytes; remove users who are not needed</source>
        <translation>länger als %1 Byte; entfernen Sie nicht benötigte Benutzer</translation>
    </message>
    <message>
        <source>not NAME:HASH; remove it, or put a &apos;#&apos; before it</source>
        <translation>nicht NAME:HASH; entfernen Sie die Zeile, oder setzen Sie ein &apos;#&apos; davor</translation>
    </message>
    <message>
        <source>change or remove it</source>
        <translation>ändern oder entfernen Sie ihn</translation>
    </message>
    <message>
        <source>more than %1 users; remove those who are not needed</source>
        <translation>mehr als %1 Benutzer; entfernen Sie nicht benötigte</translation>
    </message>
    <message>
        <source>lines %1 and %2</source>
        <translation>Zeilen %1 und %2</translation>
    </message>
    <message>
        <source>%1 is there twice; remove one of them</source>
        <translation>%1 ist zweimal vorhanden; entfernen Sie einen davon</translation>
    </message>
    <message>
        <source>it is not there; `lanyard user add NAME` makes it</source>
        <translation>nicht vorhanden; `lanyard user add NAME` legt sie an</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>others may write it, and so log in as they like; run: %1</source>
        <translation>andere dürfen sie schreiben und sich so nach Belieben anmelden; führen Sie aus: %1</translation>
    </message>
    <message>
        <source>everybody on this computer may read the hashes in it; run: %1</source>
        <translation>alle auf diesem Rechner dürfen die Hashes darin lesen; führen Sie aus: %1</translation>
    </message>
    <message>
        <source>this is not a file; put it aside</source>
        <translation>ist keine Datei; legen Sie es beiseite</translation>
    </message>
    <message>
        <source>until then nobody can log in</source>
        <translation>bis dahin kann sich niemand anmelden</translation>
    </message>
    <message>
        <source>until then the users of before count</source>
        <translation>bis dahin gelten die bisherigen Benutzer</translation>
    </message>
    <message>
        <source>it has no users, so nobody can log in; `lanyard user add NAME` adds one</source>
        <translation>enthält keine Benutzer, also kann sich niemand anmelden; `lanyard user add NAME` fügt einen hinzu</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>nobody has to log in here; name a file of users in the configuration first: access.htpasswd.path (in one of registry:2: auth.htpasswd.path)</source>
        <translation>hier muss sich niemand anmelden; nennen Sie zuerst eine Benutzerdatei in der Konfiguration: access.htpasswd.path (in einer von registry:2: auth.htpasswd.path)</translation>
    </message>
    <message>
        <source>%1 has no user &apos;%2&apos;</source>
        <translation>%1 enthält keinen Benutzer &apos;%2&apos;</translation>
    </message>
    <message>
        <source>the change is written, and counts when that is mended</source>
        <translation>die Änderung ist geschrieben und gilt, sobald das behoben ist</translation>
    </message>
    <message>
        <source>an address such as me@example.org</source>
        <translation>eine Adresse wie me@example.org</translation>
    </message>
    <message>
        <source>a URL that begins with https://</source>
        <translation>eine URL, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>http-01, tls-alpn-01 or dns-01</source>
        <translation>http-01, tls-alpn-01 oder dns-01</translation>
    </message>
    <message>
        <source>expected hosts, the names that the certificate is for: it is not asked for whatever name a client says</source>
        <translation>erwartet wird hosts, die Namen, für die das Zertifikat gilt: Es wird nicht für jeden Namen angefordert, den ein Client nennt</translation>
    </message>
    <message>
        <source>expected at least one name</source>
        <translation>erwartet wird mindestens ein Name</translation>
    </message>
    <message>
        <source>a certificate is for %1 names at most</source>
        <translation>ein Zertifikat gilt für höchstens %1 Namen</translation>
    </message>
    <message>
        <source>the name of a host such as cache.example.org</source>
        <translation>der Name eines Hosts wie cache.example.org</translation>
    </message>
    <message>
        <source>a name with * is proven by challenge: dns-01 only</source>
        <translation>ein Name mit * wird nur durch challenge: dns-01 nachgewiesen</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 ist schon vorhanden</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as &quot;:8080&quot;</source>
        <translation>[ADRESSE]:PORT wie &quot;:8080&quot;</translation>
    </message>
    <message>
        <source>nobody asks there with challenge: dns-01</source>
        <translation>mit challenge: dns-01 fragt dort niemand</translation>
    </message>
    <message>
        <source>expected challenge: dns-01 beside it</source>
        <translation>erwartet wird daneben challenge: dns-01</translation>
    </message>
    <message>
        <source>expected dnsProvider, one of those that `lego dnshelp` lists</source>
        <translation>erwartet wird dnsProvider, einer von denen, die `lego dnshelp` auflistet</translation>
    </message>
    <message>
        <source>one of those that `lego dnshelp` lists</source>
        <translation>einer von denen, die `lego dnshelp` auflistet</translation>
    </message>
    <message>
        <source>manual waits for a person, and nobody is here to ask</source>
        <translation>manual wartet auf einen Menschen, und hier ist niemand, den man fragen könnte</translation>
    </message>
    <message>
        <source>%1 is not the name of a variable: expected A to Z, 0 to 9 and _</source>
        <translation>%1 ist nicht der Name einer Variablen: Erwartet werden A bis Z, 0 bis 9 und _</translation>
    </message>
    <message>
        <source>expected %1 at most</source>
        <translation>erwartet werden höchstens %1</translation>
    </message>
    <message>
        <source>expected a text, {file: PATH} or {env: NAME}</source>
        <translation>erwartet wird ein Text, {file: PFAD} oder {env: NAME}</translation>
    </message>
    <message>
        <source>expected the name of a variable</source>
        <translation>erwartet wird der Name einer Variablen</translation>
    </message>
    <message>
        <source>HOST:PORT such as 127.0.0.1:53</source>
        <translation>HOST:PORT wie 127.0.0.1:53</translation>
    </message>
    <message>
        <source>expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)</source>
        <translation>erwartet wird version: 1 (Lanyard) oder version: 0.1 (eine Registry als Proxy)</translation>
    </message>
    <message>
        <source>this is no configuration</source>
        <translation>das ist keine Konfiguration</translation>
    </message>
    <message>
        <source>error: %1</source>
        <extracomment>What is wrong with a file, behind where: &quot;config.yml:3:5: error: ...&quot;</extracomment>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>expected a registry such as quay.io or localhost:5001</source>
        <translation>erwartet wird eine Registry wie quay.io oder localhost:5001</translation>
    </message>
    <message>
        <source>%1 is an upstream already</source>
        <translation>%1 ist schon ein Upstream</translation>
    </message>
    <message>
        <source>%1 is no upstream</source>
        <translation>%1 ist kein Upstream</translation>
    </message>
    <message>
        <source>there is no configuration file</source>
        <translation>es gibt keine Konfigurationsdatei</translation>
    </message>
    <message>
        <source>expected version: 1</source>
        <translation>erwartet wird version: 1</translation>
    </message>
    <message>
        <source>expected at least one address</source>
        <translation>erwartet wird mindestens eine Adresse</translation>
    </message>
    <message>
        <source>this address is in the list already</source>
        <translation>diese Adresse steht schon in der Liste</translation>
    </message>
    <message>
        <source>only this computer is answered there; %1 can name others, such as [private]</source>
        <translation>dort wird nur diesem Rechner geantwortet; %1 kann andere nennen, etwa [private]</translation>
    </message>
    <message>
        <source>expected address, such as &quot;0.0.0.0:5000&quot;</source>
        <translation>erwartet wird address, etwa &quot;0.0.0.0:5000&quot;</translation>
    </message>
    <message>
        <source>ADDRESS:PORT such as &quot;0.0.0.0:5000&quot; or &quot;[::]:5000&quot;</source>
        <translation>ADRESSE:PORT wie &quot;0.0.0.0:5000&quot; oder &quot;[::]:5000&quot;</translation>
    </message>
    <message>
        <source>a size such as 50GiB</source>
        <translation>eine Größe wie 50GiB</translation>
    </message>
    <message>
        <source>off, hourly or daily</source>
        <translation>off, hourly oder daily</translation>
    </message>
    <message>
        <source>nothing is refreshed with check: off</source>
        <translation>mit check: off wird nichts aufgefrischt</translation>
    </message>
    <message>
        <source>the registry of one of the upstreams</source>
        <translation>die Registry eines der Upstreams</translation>
    </message>
    <message>
        <source>trusted, any or off</source>
        <translation>trusted, any oder off</translation>
    </message>
    <message>
        <source>expected path, the file of the users</source>
        <translation>erwartet wird path, die Benutzerdatei</translation>
    </message>
    <message>
        <source>expected at least one entry</source>
        <translation>erwartet wird mindestens ein Eintrag</translation>
    </message>
    <message>
        <source>private, any, an address or a CIDR such as 10.0.0.0/8</source>
        <translation>private, any, eine Adresse oder ein CIDR wie 10.0.0.0/8</translation>
    </message>
    <message>
        <source>there are no users: expected access.htpasswd</source>
        <translation>es gibt keine Benutzer: Erwartet wird access.htpasswd</translation>
    </message>
    <message>
        <source>combined or json</source>
        <translation>combined oder json</translation>
    </message>
    <message>
        <source>what was there before stays in use</source>
        <translation>was vorher galt, bleibt in Gebrauch</translation>
    </message>
    <message>
        <source>what was changed of %1 does not count, as the program was started with something else</source>
        <translation>was an %1 geändert wurde, gilt nicht, da das Programm mit etwas anderem gestartet wurde</translation>
    </message>
    <message>
        <source>too many problems; the rest is not listed</source>
        <translation>zu viele Probleme; die übrigen werden nicht aufgeführt</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>version 0.1 is a configuration of a registry as a proxy; it is read as it is, and not changed</source>
        <translation>Version 0.1 ist eine Konfiguration einer Registry als Proxy; sie wird gelesen, wie sie ist, und nicht geändert</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner dafür lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>expected the name of a header field</source>
        <translation>erwartet wird der Name eines Header-Felds</translation>
    </message>
    <message>
        <source>this header field is set by the server for each answer</source>
        <translation>dieses Header-Feld setzt der Server bei jeder Antwort</translation>
    </message>
    <message>
        <source>expected one line without control characters</source>
        <translation>erwartet wird eine Zeile ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>a time such as 10s, 5m or 1h</source>
        <translation>eine Zeit wie 10s, 5m oder 1h</translation>
    </message>
    <message>
        <source>a time of at least 100ms</source>
        <translation>eine Zeit von mindestens 100ms</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>eine Zuordnung (Schlüssel: Wert)</translation>
    </message>
    <message>
        <source>unknown key %1; expected one of %2</source>
        <translation>unbekannter Schlüssel %1; erwartet wird einer von %2</translation>
    </message>
    <message>
        <source>unknown key %1 in %2; expected one of %3</source>
        <translation>unbekannter Schlüssel %1 in %2; erwartet wird einer von %3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>expected %1, not %2</source>
        <extracomment>%1 and %2 are told apart: &quot;a list&quot;, &quot;true or false&quot;, &apos;x&apos;</extracomment>
        <translation>erwartet wird %1, gefunden wurde %2</translation>
    </message>
    <message>
        <source>expected a text without control characters</source>
        <translation>erwartet wird ein Text ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>expected version: 0.1</source>
        <translation>erwartet wird version: 0.1</translation>
    </message>
    <message>
        <source>error, warn, info or debug</source>
        <translation>error, warn, info oder debug</translation>
    </message>
    <message>
        <source>text, json or logstash</source>
        <translation>text, json oder logstash</translation>
    </message>
    <message>
        <source>expected storage.filesystem.rootdirectory, the folder to store in</source>
        <translation>erwartet wird storage.filesystem.rootdirectory, der Ordner zum Speichern</translation>
    </message>
    <message>
        <source>data is kept in %1; what a registry stored beside it is neither read nor changed</source>
        <translation>Daten liegen in %1; was eine Registry daneben gespeichert hat, wird weder gelesen noch geändert</translation>
    </message>
    <message>
        <source>expected one kind of it</source>
        <translation>erwartet wird eine einzige Art davon</translation>
    </message>
    <message>
        <source>expected realm and path</source>
        <translation>erwartet werden realm und path</translation>
    </message>
    <message>
        <source>this version answers at /v2/ only</source>
        <translation>diese Version antwortet nur unter /v2/</translation>
    </message>
    <message>
        <source>expected certificate and key, or letsencrypt</source>
        <translation>erwartet werden certificate und key oder aber letsencrypt</translation>
    </message>
    <message>
        <source>expected certificate and key</source>
        <translation>erwartet werden certificate und key</translation>
    </message>
    <message>
        <source>tls1.2 is the least here</source>
        <translation>tls1.2 ist hier das Mindeste</translation>
    </message>
    <message>
        <source>tls1.2 or tls1.3</source>
        <translation>tls1.2 oder tls1.3</translation>
    </message>
    <message>
        <source>only clients with private addresses are served; access.allow of Lanyard&apos;s own configuration (version: 1) can name others</source>
        <translation>bedient werden nur Clients mit privaten Adressen; access.allow der eigenen Konfiguration von Lanyard (version: 1) kann andere nennen</translation>
    </message>
    <message>
        <source>%1 is ignored: the figures are at /metrics</source>
        <translation>%1 wird ignoriert: Die Metriken stehen unter /metrics</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000</source>
        <translation>[ADRESSE]:PORT wie :5000 oder 127.0.0.1:5000</translation>
    </message>
    <message>
        <source>expected proxy.remoteurl: Lanyard is a cache in front of a registry, not a registry to push to</source>
        <translation>erwartet wird proxy.remoteurl: Lanyard ist ein Cache vor einer Registry, keine Registry für Pushes</translation>
    </message>
    <message>
        <source>a time that is not negative</source>
        <translation>eine Zeit, die nicht negativ ist</translation>
    </message>
    <message>
        <source>content does not expire by its age here; tags are checked upstream at every pull</source>
        <translation>Inhalt verfällt hier nicht nach Alter; Tags werden bei jedem Pull beim Upstream geprüft</translation>
    </message>
    <message>
        <source>no key of the configuration has this name; ignored</source>
        <translation>so heißt kein Schlüssel der Konfiguration; ignoriert</translation>
    </message>
    <message>
        <source>the value is not YAML; put it in quotes</source>
        <translation>der Wert ist kein YAML; setzen Sie ihn in Anführungszeichen</translation>
    </message>
    <message>
        <source>the list has no item of this number</source>
        <translation>die Liste hat kein Element mit dieser Nummer</translation>
    </message>
    <message>
        <source>has no effect on a cache</source>
        <translation>hat bei einem Cache keine Wirkung</translation>
    </message>
    <message>
        <source>this version sends no mail</source>
        <translation>diese Version versendet keine E-Mail</translation>
    </message>
    <message>
        <source>this version reports to no service</source>
        <translation>diese Version berichtet an keinen Dienst</translation>
    </message>
    <message>
        <source>no answer of a cache holds its own address</source>
        <translation>keine Antwort eines Caches enthält seine eigene Adresse</translation>
    </message>
    <message>
        <source>running transfers get 30s</source>
        <translation>laufende Übertragungen bekommen 30s</translation>
    </message>
    <message>
        <source>with http.tls.clientcas every client has to show a certificate</source>
        <translation>mit http.tls.clientcas muss jeder Client ein Zertifikat vorweisen</translation>
    </message>
    <message>
        <source>OpenSSL chooses them</source>
        <translation>OpenSSL wählt sie</translation>
    </message>
    <message>
        <source>this version speaks HTTP/1.1</source>
        <translation>diese Version spricht HTTP/1.1</translation>
    </message>
    <message>
        <source>this version notifies nobody</source>
        <translation>diese Version benachrichtigt niemanden</translation>
    </message>
    <message>
        <source>this version keeps its index by itself</source>
        <translation>diese Version führt ihren Index selbst</translation>
    </message>
    <message>
        <source>this version checks nothing but itself</source>
        <translation>diese Version prüft nichts außer sich selbst</translation>
    </message>
    <message>
        <source>this version runs no credential helper; give proxy.username and proxy.password</source>
        <translation>diese Version führt keinen Helper für Zugangsdaten aus; geben Sie proxy.username und proxy.password an</translation>
    </message>
    <message>
        <source>a page holds up to 1000</source>
        <translation>eine Seite enthält bis zu 1000</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m or 168h</source>
        <translation>eine Zeit wie 30s, 5m oder 168h</translation>
    </message>
    <message>
        <source>this version stores in a folder only; expected storage.filesystem.rootdirectory</source>
        <translation>diese Version speichert nur in einem Ordner; erwartet wird storage.filesystem.rootdirectory</translation>
    </message>
    <message>
        <source>this version asks for logins by htpasswd only</source>
        <translation>diese Version verlangt Anmeldungen nur per htpasswd</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>unbekannter Schlüssel %1</translation>
    </message>
    <message>
        <source>unknown key %1 is ignored</source>
        <translation>unbekannter Schlüssel %1 wird ignoriert</translation>
    </message>
    <message>
        <source>%1 is ignored: %2</source>
        <translation>%1 wird ignoriert: %2</translation>
    </message>
    <message>
        <source>%1 is written by hand, in the file</source>
        <translation>%1 wird von Hand geschrieben, in der Datei</translation>
    </message>
    <message>
        <source>after this change the file would be wrong: %1</source>
        <translation>nach dieser Änderung wäre die Datei falsch: %1</translation>
    </message>
    <message>
        <source>this change cannot be written so that the file comes to it exactly</source>
        <translation>diese Änderung lässt sich nicht so schreiben, dass die Datei genau das Gewünschte ergibt</translation>
    </message>
    <message>
        <source>its folder cannot be written by you</source>
        <translation>in den Ordner dafür können Sie nicht schreiben</translation>
    </message>
    <message>
        <source>this regular expression is wrong at its character %1: %2</source>
        <translation>dieser reguläre Ausdruck ist bei Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>expected a tag with * and ? as wildcards, or re: and a regular expression</source>
        <translation>erwartet wird ein Tag mit * und ? als Platzhaltern, oder re: und ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>expected %1, a file</source>
        <translation>erwartet wird %1, eine Datei</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>ein Hostname oder eine Adresse</translation>
    </message>
    <message>
        <source>give either acme or localCa</source>
        <translation>geben Sie entweder acme oder localCa an</translation>
    </message>
    <message>
        <source>%1 has files of its own; give either %1, or certificate and key</source>
        <translation>%1 hat eigene Dateien; geben Sie entweder %1 oder certificate und key an</translation>
    </message>
    <message>
        <source>expected at least one file</source>
        <translation>erwartet wird mindestens eine Datei</translation>
    </message>
    <message>
        <source>1.2 or 1.3</source>
        <translation>1.2 oder 1.3</translation>
    </message>
    <message>
        <source>expected at least one registry</source>
        <translation>erwartet wird mindestens eine Registry</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 ist zweimal vorhanden</translation>
    </message>
    <message>
        <source>expected registry, a name such as docker.io</source>
        <translation>erwartet wird registry, ein Name wie docker.io</translation>
    </message>
    <message>
        <source>expected url, such as https://registry-1.docker.io</source>
        <translation>erwartet wird url, etwa https://registry-1.docker.io</translation>
    </message>
    <message>
        <source>expected one of password, passwordFile and passwordEnv</source>
        <translation>erwartet wird nur eines von password, passwordFile und passwordEnv</translation>
    </message>
    <message>
        <source>expected a username beside it</source>
        <translation>erwartet wird daneben ein username</translation>
    </message>
    <message>
        <source>expected a password, a passwordFile or a passwordEnv beside it</source>
        <translation>erwartet wird daneben ein password, passwordFile oder passwordEnv</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>expected a path</source>
        <translation>erwartet wird ein Pfad</translation>
    </message>
    <message>
        <source>the beginning of a repository&apos;s name, such as team</source>
        <translation>der Anfang eines Repository-Namens, etwa team</translation>
    </message>
    <message>
        <source>expected a username</source>
        <translation>erwartet wird ein username</translation>
    </message>
    <message>
        <source>HOST or HOST:PORT in lower case</source>
        <translation>HOST oder HOST:PORT in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>%1 is the name of another already</source>
        <translation>%1 ist schon der Name eines anderen</translation>
    </message>
    <message>
        <source>expected match, a pattern of tags</source>
        <translation>erwartet wird match, ein Muster für Tags</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m, 1h, 7d or 0</source>
        <translation>eine Zeit wie 30s, 5m, 1h, 7d oder 0</translation>
    </message>
    <message>
        <source>an immutable tag has no ttl</source>
        <translation>ein unveränderliches Tag hat kein ttl</translation>
    </message>
    <message>
        <source>expected ttl, immutable: true or revalidate: always</source>
        <translation>erwartet wird ttl, immutable: true oder revalidate: always</translation>
    </message>
    <message>
        <source>an immutable tag is never revalidated</source>
        <translation>ein unveränderliches Tag wird nie neu bestätigt</translation>
    </message>
    <message>
        <source>expected either ttl or revalidate</source>
        <translation>erwartet wird entweder ttl oder revalidate</translation>
    </message>
    <message>
        <source>a user or password must not stand in the URL; use username and password</source>
        <translation>ein Benutzer oder Passwort darf nicht in der URL stehen; verwenden Sie username und password</translation>
    </message>
    <message>
        <source>expected a URL such as https://registry.example.com</source>
        <translation>erwartet wird eine URL wie https://registry.example.com</translation>
    </message>
    <message>
        <source>expected a URL without a path: registries are reached at /v2/</source>
        <translation>erwartet wird eine URL ohne Pfad: Registrys sind unter /v2/ erreichbar</translation>
    </message>
    <message>
        <source>expected a host name, or an address, and a port from 1 to 65535</source>
        <translation>erwartet wird ein Hostname oder eine Adresse und ein Port von 1 bis 65535</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT or socks5://HOST:PORT, without a user</source>
        <translation>erwartet wird http://HOST:PORT oder socks5://HOST:PORT, ohne Benutzer</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>ein absoluter Pfad oder einer, der mit ~/ beginnt</translation>
    </message>
    <message>
        <source>no control socket: %1</source>
        <translation>kein Steuer-Socket: %1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>lässt sich nicht starten: %1</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>says more than it may</source>
        <translation>gibt mehr aus als zulässig</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>ist abgestürzt</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>Datei nicht vorhanden</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>this is not a file, but a pipe or a device</source>
        <translation>ist keine Datei, sondern eine Pipe oder ein Gerät</translation>
    </message>
    <message>
        <source>cannot open: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>cannot lock: %1</source>
        <translation>lässt sich nicht sperren: %1</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard</source>
        <translation>der Ordner wird von einem anderen Lanyard benutzt</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard (process %1)</source>
        <translation>der Ordner wird von einem anderen Lanyard benutzt (Prozess %1)</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>its attribute %1 cannot be read: %2</source>
        <translation>das Attribut %1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>cannot be written: no new file in its folder: %1</source>
        <translation>lässt sich nicht schreiben: keine neue Datei im Ordner möglich: %1</translation>
    </message>
    <message>
        <source>cannot be written: its attribute %1 cannot be kept: %2</source>
        <translation>lässt sich nicht schreiben: das Attribut %1 kann nicht beibehalten werden: %2</translation>
    </message>
    <message>
        <source>cannot be written: its owner cannot be kept: %1</source>
        <translation>lässt sich nicht schreiben: der Eigentümer kann nicht beibehalten werden: %1</translation>
    </message>
    <message>
        <source>cannot be written: its permissions cannot be kept: %1</source>
        <translation>lässt sich nicht schreiben: die Zugriffsrechte können nicht beibehalten werden: %1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>lässt sich nicht ersetzen: %1</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>die Umgebungsvariable %1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>it belongs to another user; run: %1</source>
        <translation>gehört einem anderen Benutzer; führen Sie aus: %1</translation>
    </message>
    <message>
        <source>it has secrets, and others may read or write it; run: %1</source>
        <translation>enthält Geheimnisse, und andere dürfen die Datei lesen oder schreiben; führen Sie aus: %1</translation>
    </message>
    <message>
        <source>this is a symbolic link, not a file; put the file in its place</source>
        <translation>ist ein symbolischer Link, keine Datei; legen Sie an seiner Stelle die Datei ab</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>länger als %1 Byte</translation>
    </message>
    <message>
        <source>cannot be made durable: %1</source>
        <translation>lässt sich nicht dauerhaft speichern: %1</translation>
    </message>
    <message>
        <source>has been changed by somebody else since it was read</source>
        <translation>wurde seit dem Lesen von jemand anderem geändert</translation>
    </message>
    <message>
        <source>this is no file that can be replaced</source>
        <translation>ist keine Datei, die sich ersetzen lässt</translation>
    </message>
    <message>
        <source>is replaced, but may be the old one again after a power cut: %1</source>
        <translation>wurde ersetzt, kann nach einem Stromausfall aber wieder die alte Datei sein: %1</translation>
    </message>
    <message>
        <source>too many requests wait for one credential</source>
        <translation>zu viele Anfragen warten auf dieselben Zugangsdaten</translation>
    </message>
    <message>
        <source>it is too long for a password</source>
        <translation>ist zu lang für ein Passwort</translation>
    </message>
    <message>
        <source>the user name is empty</source>
        <translation>der Benutzername ist leer</translation>
    </message>
    <message>
        <source>the user name has a colon or a control character</source>
        <translation>der Benutzername enthält einen Doppelpunkt oder ein Steuerzeichen</translation>
    </message>
    <message>
        <source>the user name or the password is too long</source>
        <translation>der Benutzername oder das Passwort ist zu lang</translation>
    </message>
    <message>
        <source>the user name or the password is not text</source>
        <translation>der Benutzername oder das Passwort ist kein Text</translation>
    </message>
    <message>
        <source>the name of a credential helper has only letters, digits, - _ and .</source>
        <translation>der Name eines Helpers für Zugangsdaten enthält nur Buchstaben, Ziffern, - _ und .</translation>
    </message>
    <message>
        <source>nothing is written to it until this is mended, or the file put aside</source>
        <translation>nichts wird hineingeschrieben, bis das behoben oder die Datei beiseitegelegt ist</translation>
    </message>
    <message>
        <source>has as many credentials as it may</source>
        <translation>enthält die Höchstzahl an Zugangsdaten</translation>
    </message>
    <message>
        <source>would be longer than it may be</source>
        <translation>würde länger als zulässig</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>erwartet wird %1</translation>
    </message>
    <message>
        <source>expected an object &quot;credentials&quot; beside the version, and no more</source>
        <translation>erwartet wird ein Objekt &quot;credentials&quot; neben der Version und nichts weiter</translation>
    </message>
    <message>
        <source>has more credentials than it may</source>
        <translation>enthält mehr Zugangsdaten als zulässig</translation>
    </message>
    <message>
        <source>credential %1</source>
        <translation>Zugangsdaten Nr. %1</translation>
    </message>
    <message>
        <source>is there twice, in two spellings</source>
        <translation>zweimal vorhanden, in zwei Schreibweisen</translation>
    </message>
    <message>
        <source>%1 is not in PATH; install it</source>
        <translation>%1 ist nicht in PATH; installieren Sie es</translation>
    </message>
    <message>
        <source>too many questions wait for credential helpers</source>
        <translation>zu viele Anfragen warten auf Helper für Zugangsdaten</translation>
    </message>
    <message>
        <source>the file has no credential for %1</source>
        <translation>die Datei enthält keine Zugangsdaten für %1</translation>
    </message>
    <message>
        <source>expected username and password, identityToken, or helper</source>
        <translation>erwartet wird username und password, identityToken oder helper</translation>
    </message>
    <message>
        <source>expected the name of a registry, such as quay.io or quay.io/org</source>
        <translation>erwartet wird der Name einer Registry, etwa quay.io oder quay.io/org</translation>
    </message>
    <message>
        <source>expected a path of repositories behind the registry, such as quay.io/org</source>
        <translation>erwartet wird ein Pfad von Repositorys hinter der Registry, etwa quay.io/org</translation>
    </message>
    <message>
        <source>%1 has a credential in the configuration, which goes before others; change it there</source>
        <translation>%1 hat Zugangsdaten in der Konfiguration, die anderen vorgehen; ändern Sie sie dort</translation>
    </message>
    <message>
        <source>the configuration is written by hand only</source>
        <translation>die Konfiguration wird nur von Hand geschrieben</translation>
    </message>
    <message>
        <source>the name of a helper is kept in the file only</source>
        <translation>der Name eines Helpers wird nur in der Datei aufbewahrt</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>hier gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>%1 has its credential in the configuration; remove it there</source>
        <translation>die Zugangsdaten für %1 stehen in der Konfiguration; entfernen Sie sie dort</translation>
    </message>
    <message>
        <source>no credential is kept for %1</source>
        <translation>für %1 werden keine Zugangsdaten aufbewahrt</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>erwartet wird Text</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>enthält zu viele Einträge</translation>
    </message>
    <message>
        <source>entry %1 is for no registry</source>
        <translation>Eintrag %1 gilt für keine Registry</translation>
    </message>
    <message>
        <source>auth is not base64</source>
        <translation>auth ist kein base64</translation>
    </message>
    <message>
        <source>auth is not the base64 of user:password</source>
        <translation>auth ist nicht das base64 von user:password</translation>
    </message>
    <message>
        <source>does not answer with a credential</source>
        <extracomment>after the name of a program</extracomment>
        <translation>antwortet nicht mit Zugangsdaten</translation>
    </message>
    <message>
        <source>gives a credential that cannot be used: %1</source>
        <translation>liefert Zugangsdaten, die nicht verwendbar sind: %1</translation>
    </message>
    <message>
        <source>does not answer with a list</source>
        <translation>antwortet nicht mit einer Liste</translation>
    </message>
    <message>
        <source>has no credential for it</source>
        <translation>hat keine Zugangsdaten dafür</translation>
    </message>
    <message>
        <source>has no whole credential for it</source>
        <translation>hat keine vollständigen Zugangsdaten dafür</translation>
    </message>
    <message>
        <source>failed; run it by hand to see why</source>
        <translation>ist gescheitert; führen Sie es von Hand aus, um den Grund zu sehen</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>erwartet wird ein JSON-Objekt</translation>
    </message>
    <message>
        <source>the keychain has something else than a credential there; set it again</source>
        <translation>der Schlüsselbund enthält dort etwas anderes als Zugangsdaten; setzen Sie sie neu</translation>
    </message>
    <message>
        <source>the keychain does not give the credential of %1: it is locked, or has it no more</source>
        <translation>der Schlüsselbund gibt die Zugangsdaten für %1 nicht heraus: Er ist gesperrt oder hat sie nicht mehr</translation>
    </message>
    <message>
        <source>too many questions wait for the keychain</source>
        <translation>zu viele Anfragen warten auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>the keychain does not answer; it may wait to be unlocked</source>
        <translation>der Schlüsselbund antwortet nicht; vielleicht wartet er darauf, entsperrt zu werden</translation>
    </message>
    <message>
        <source>put the file aside, and set the credentials of the keychain again</source>
        <translation>legen Sie die Datei beiseite, und setzen Sie die Zugangsdaten des Schlüsselbunds neu</translation>
    </message>
    <message>
        <source>the keychain has as many credentials of Lanyard as it may</source>
        <translation>der Schlüsselbund enthält die Höchstzahl an Zugangsdaten von Lanyard</translation>
    </message>
    <message>
        <source>expected &quot;version&quot;: 1 and an object &quot;users&quot;</source>
        <translation>erwartet wird &quot;version&quot;: 1 und ein Objekt &quot;users&quot;</translation>
    </message>
    <message>
        <source>has more entries than it may</source>
        <translation>enthält mehr Einträge als zulässig</translation>
    </message>
    <message>
        <source>entry %1 is no registry with a user name</source>
        <translation>Eintrag %1 ist keine Registry mit Benutzername</translation>
    </message>
    <message>
        <source>the keychain has no such entry</source>
        <translation>der Schlüsselbund hat keinen solchen Eintrag</translation>
    </message>
    <message>
        <source>the keychain stays closed: its user said no</source>
        <translation>der Schlüsselbund bleibt zu: Sein Benutzer hat abgelehnt</translation>
    </message>
    <message>
        <source>the keychain is locked, or denies access</source>
        <translation>der Schlüsselbund ist gesperrt oder verweigert den Zugriff</translation>
    </message>
    <message>
        <source>there is no keychain service here</source>
        <translation>hier gibt es keinen Schlüsselbund-Dienst</translation>
    </message>
    <message>
        <source>the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)</source>
        <translation>der Schlüsselbund ist nicht nutzbar: %1 (nötig ist eine D-Bus-Sitzung mit einem Schlüsselbund-Dienst)</translation>
    </message>
    <message>
        <source>buildkitd does not run; start its service</source>
        <translation>buildkitd läuft nicht; starten Sie den Dienst</translation>
    </message>
    <message>
        <source>the builder does not run; it starts with its next build</source>
        <translation>der Builder läuft nicht; er startet mit seinem nächsten Build</translation>
    </message>
    <message>
        <source>it does not run; start it: %1</source>
        <translation>läuft nicht; starten mit: %1</translation>
    </message>
    <message>
        <source>its CRI plugin is off in %1 (disabled_plugins): only nerdctl, and ctr with --hosts-dir, read %2</source>
        <translation>das CRI-Plugin ist in %1 abgeschaltet (disabled_plugins): Nur nerdctl und ctr mit --hosts-dir lesen %2</translation>
    </message>
    <message>
        <source>%1 has mirrors of its own, beside which config_path is an error; move them to %2</source>
        <translation>%1 enthält eigene Mirrors, neben denen config_path ein Fehler ist; verschieben Sie sie nach %2</translation>
    </message>
    <message>
        <source>for Kubernetes, containerd %1 reads %2 only when config_path in %3 says so; set it and restart containerd</source>
        <translation>für Kubernetes liest containerd %1 die Dateien in %2 nur, wenn config_path in %3 das so festlegt; setzen Sie es und starten Sie containerd neu</translation>
    </message>
    <message>
        <source>%1 does not run; start it: %2</source>
        <translation>%1 läuft nicht; starten mit: %2</translation>
    </message>
    <message>
        <source>%1 is not reached from inside the container %2; see whether the cache serves that address, and what a firewall says of containers</source>
        <translation>%1 ist aus dem Container %2 nicht erreichbar; prüfen Sie, ob der Cache diese Adresse bedient und was eine Firewall für Container vorsieht</translation>
    </message>
    <message>
        <source>is no JSON object: %1</source>
        <translation>ist kein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>this user may not ask Docker; add it to the group docker (which is as good as root), or use sudo</source>
        <translation>dieser Benutzer darf Docker nicht ansprechen; nehmen Sie ihn in die Gruppe docker auf (was so viel ist wie root) oder verwenden Sie sudo</translation>
    </message>
    <message>
        <source>docker info does not answer in time; see whether its service hangs</source>
        <translation>docker info antwortet nicht rechtzeitig; prüfen Sie, ob der Dienst hängt</translation>
    </message>
    <message>
        <source>%1 does not run; start Docker Desktop</source>
        <translation>%1 läuft nicht; starten Sie Docker Desktop</translation>
    </message>
    <message>
        <source>dockerd was started with %1, and does not start when %2 says it, too; take the option off its command line (systemctl edit docker)</source>
        <translation>dockerd wurde mit %1 gestartet und startet nicht, wenn auch %2 das enthält; nehmen Sie die Option aus der Befehlszeile (systemctl edit docker)</translation>
    </message>
    <message>
        <source>add %1 to no-proxy, in the proxies of %2 or in its service&apos;s NO_PROXY, and restart it</source>
        <translation>nehmen Sie %1 in no-proxy auf, bei den Proxys in %2 oder in NO_PROXY des Dienstes, und starten Sie ihn neu</translation>
    </message>
    <message>
        <source>Docker Engine %1 mirrors only docker.io; for other registries it has to be 28 or later</source>
        <translation>Docker Engine %1 spiegelt nur docker.io; für andere Registrys ist mindestens Version 28 nötig</translation>
    </message>
    <message>
        <source>its image store (%1) mirrors only docker.io for docker pull; for other registries it needs containerd&apos;s store</source>
        <translation>der Image-Speicher (%1) spiegelt für docker pull nur docker.io; für andere Registrys ist der Speicher von containerd nötig</translation>
    </message>
    <message>
        <source>global.buildkit_host in %1 names a builder elsewhere, which what is set here does not reach; set up that builder, or take the key out</source>
        <translation>global.buildkit_host in %1 nennt einen Builder andernorts, den die Einrichtung hier nicht erreicht; richten Sie jenen Builder ein oder entfernen Sie den Schlüssel</translation>
    </message>
    <message>
        <source>%1 does not run; start its service</source>
        <translation>%1 läuft nicht; starten Sie den Dienst</translation>
    </message>
    <message>
        <source>the cluster&apos;s nodes do not run</source>
        <translation>die Knoten des Clusters laufen nicht</translation>
    </message>
    <message>
        <source>it runs in a network of its own, where %1 is not this computer</source>
        <translation>läuft in einem eigenen Netz, in dem %1 nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>it runs in a container, where %1 is not this computer</source>
        <translation>läuft in einem Container, in dem %1 nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>it runs in containers, where %1 is not this computer</source>
        <translation>läuft in Containern, in denen %1 nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>it runs in a virtual machine, where %1 is not this computer</source>
        <translation>läuft in einer virtuellen Maschine, in der %1 nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>it runs in a machine of its own, where %1 is not this computer</source>
        <translation>läuft in einer eigenen Maschine, in der %1 nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>give the cache by the address that this computer has on its network</source>
        <translation>geben Sie den Cache mit der Adresse an, die dieser Rechner in seinem Netz hat</translation>
    </message>
    <message>
        <source>%1 would ask the proxy %2 for %3</source>
        <extracomment>%1: a program; %2, %3: addresses</extracomment>
        <translation>%1 würde %3 über den Proxy %2 ansprechen</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of its service</source>
        <translation>nehmen Sie %1 in NO_PROXY des Dienstes auf</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of your environment</source>
        <translation>nehmen Sie %1 in NO_PROXY Ihrer Umgebung auf</translation>
    </message>
    <message>
        <source>this user may not read %1; as root it is known what is in it</source>
        <translation>dieser Benutzer darf %1 nicht lesen; nur root sieht, was darin steht</translation>
    </message>
    <message>
        <source>%1 has a table for %2, and is read after the file of Lanyard, which then says it for nothing</source>
        <translation>%1 enthält eine Tabelle für %2 und wird nach der Datei von Lanyard gelesen, die damit wirkungslos ist</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), and is read after the file of Lanyard, which then says it for nothing</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 enthält eine Tabelle für %2 (%3) und wird nach der Datei von Lanyard gelesen, die damit wirkungslos ist</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), whose place a table of Lanyard&apos;s takes</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 enthält eine Tabelle für %2 (%3), an deren Stelle eine von Lanyard tritt</translation>
    </message>
    <message>
        <source>change it there, or leave %1 out of the set-up</source>
        <translation>ändern Sie es dort, oder nehmen Sie %1 von der Einrichtung aus</translation>
    </message>
    <message>
        <source>%1 says something else of %2, and is read later; take it out there</source>
        <translation>%1 legt für %2 etwas anderes fest und wird später gelesen; entfernen Sie es dort</translation>
    </message>
    <message>
        <source>%1 is there, so that nothing in %2 is read; take it away, or put what is in it there</source>
        <translation>%1 ist vorhanden, daher wird in %2 nichts gelesen; entfernen Sie die Datei, oder übertragen Sie ihren Inhalt dorthin</translation>
    </message>
    <message>
        <source>No file descriptors are left: new connections wait. Raise the limit (ulimit -n).</source>
        <translation>Es sind keine Dateideskriptoren mehr frei: Neue Verbindungen warten. Erhöhen Sie die Grenze (ulimit -n).</translation>
    </message>
    <message>
        <source>its disk cannot be asked</source>
        <translation>die Platte lässt sich nicht abfragen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not &quot;private&quot;, &quot;any&quot;, an address or an address range</source>
        <translation>&apos;%1&apos; ist weder &quot;private&quot; noch &quot;any&quot; noch eine Adresse noch ein Adressbereich</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>auf %1 kann nicht gelauscht werden: %2</translation>
    </message>
    <message>
        <source>the port is used by another program</source>
        <translation>der Port wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>the port is used by %1</source>
        <translation>der Port wird von %1 benutzt</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>dieser Rechner hat keine solche Adresse</translation>
    </message>
    <message>
        <source>this user may not use the port: take one above 1023, or grant CAP_NET_BIND_SERVICE</source>
        <translation>dieser Benutzer darf den Port nicht verwenden: Nehmen Sie einen über 1023, oder gewähren Sie CAP_NET_BIND_SERVICE</translation>
    </message>
    <message>
        <source>the process has no file descriptor left</source>
        <translation>der Prozess hat keinen Dateideskriptor mehr frei</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an IP address</source>
        <translation>&apos;%1&apos; ist keine IP-Adresse</translation>
    </message>
    <message>
        <source>what happened before is not known, and what happens now is forgotten at the end</source>
        <translation>was vorher geschah, ist nicht bekannt, und was jetzt geschieht, wird am Ende vergessen</translation>
    </message>
    <message>
        <source>what happens is kept in memory only</source>
        <translation>was geschieht, wird nur im Arbeitsspeicher festgehalten</translation>
    </message>
    <message>
        <source>it was put aside as %1</source>
        <translation>beiseitegelegt als %1</translation>
    </message>
    <message>
        <source>its rows contradict each other</source>
        <translation>die Zeilen widersprechen einander</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>ist keine Datenbank</translation>
    </message>
    <message>
        <source>put back what was there, or make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>stellen Sie wieder her, was da war, oder erstellen Sie mit `lanyard ca create --force` eine andere CA, der alle Clients neu vertrauen müssen</translation>
    </message>
    <message>
        <source>this is not the key of the certificate in %1</source>
        <translation>ist nicht der Schlüssel zum Zertifikat in %1</translation>
    </message>
    <message>
        <source>it has to belong to the user who runs Lanyard</source>
        <translation>muss dem Benutzer gehören, der Lanyard ausführt</translation>
    </message>
    <message>
        <source>this is no certificate of an authority</source>
        <translation>ist kein Zertifikat einer CA</translation>
    </message>
    <message>
        <source>other users of this computer may use the key, and pose as any server to those that trust the local CA: %1</source>
        <translation>andere Benutzer dieses Rechners dürfen den Schlüssel verwenden und sich gegenüber allen, die der lokalen CA vertrauen, als beliebiger Server ausgeben: %1</translation>
    </message>
    <message>
        <source>cannot be made readable: %1</source>
        <translation>lässt sich nicht lesbar machen: %1</translation>
    </message>
    <message>
        <source>there is something already</source>
        <translation>dort ist schon etwas</translation>
    </message>
    <message>
        <source>cannot be put in its place: %1</source>
        <translation>lässt sich nicht an seinen Ort bringen: %1</translation>
    </message>
    <message>
        <source>a certificate cannot be made: %1</source>
        <translation>ein Zertifikat lässt sich nicht erstellen: %1</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: %2</source>
        <translation>die lokale CA galt nur bis %1: %2</translation>
    </message>
    <message>
        <source>make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>erstellen Sie mit `lanyard ca create --force` eine andere CA, der alle Clients neu vertrauen müssen</translation>
    </message>
    <message>
        <source>the local CA holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right? If it was wrong when the CA was made, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>die lokale CA gilt erst ab %1: Clients lehnen sie bis dahin ab; geht die Uhr dieses Rechners richtig? Wenn sie beim Erstellen der CA falsch ging, erstellen Sie mit `lanyard ca create --force` eine andere CA, der alle Clients neu vertrauen müssen</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: clients refuse its certificates</source>
        <translation>die lokale CA galt nur bis %1: Clients lehnen ihre Zertifikate ab</translation>
    </message>
    <message>
        <source>the local CA ends at %1: before that, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>die lokale CA gilt nur noch bis %1: Erstellen Sie vorher mit `lanyard ca create --force` eine andere CA, der alle Clients neu vertrauen müssen</translation>
    </message>
    <message>
        <source>there is no local CA; `lanyard ca create` makes one</source>
        <translation>es gibt keine lokale CA; `lanyard ca create` erstellt eine</translation>
    </message>
    <message>
        <source>The certificate of the local CA has no room for all names and addresses of this computer: it lacks %1</source>
        <translation>Das Zertifikat der lokalen CA bietet nicht für alle Namen und Adressen dieses Rechners Platz. Nicht enthalten: %1</translation>
    </message>
    <message>
        <source>the certificate of before stays in use</source>
        <translation>das bisherige Zertifikat bleibt in Gebrauch</translation>
    </message>
    <message>
        <source>Lanyard does not run</source>
        <translation>Lanyard läuft nicht</translation>
    </message>
    <message>
        <source>there is something else than certificates in this file, which would be lost: move it away</source>
        <translation>in dieser Datei steht anderes als Zertifikate, das verloren ginge: Verschieben Sie sie</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 ist keine Liste</translation>
    </message>
    <message>
        <source>the cache has TLS, and this says that it has not; please change it</source>
        <translation>der Cache hat TLS, hier steht das Gegenteil; bitte ändern Sie das</translation>
    </message>
    <message>
        <source>the cache has no TLS, and this says that it has; please change it</source>
        <translation>der Cache hat kein TLS, hier steht das Gegenteil; bitte ändern Sie das</translation>
    </message>
    <message>
        <source>expected an object: { }</source>
        <translation>erwartet wird ein Objekt: { }</translation>
    </message>
    <message>
        <source>expected a list of texts: [ ]</source>
        <translation>erwartet wird eine Liste von Texten: [ ]</translation>
    </message>
    <message>
        <source>expected a text in double quotes</source>
        <translation>erwartet wird ein Text in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>in the text that begins here, %1</source>
        <translation>im Text, der hier beginnt: %1</translation>
    </message>
    <message>
        <source>the path of the certificate has a colon, with which it cannot be given to the container of BuildKit: %1</source>
        <translation>der Pfad des Zertifikats enthält einen Doppelpunkt und lässt sich so dem Container von BuildKit nicht übergeben: %1</translation>
    </message>
    <message>
        <source>expected a list of arguments</source>
        <translation>erwartet wird eine Liste von Argumenten</translation>
    </message>
    <message>
        <source>expected a text with the configuration of BuildKit</source>
        <translation>erwartet wird ein Text mit der Konfiguration von BuildKit</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which its readers do not understand; please save it without one</source>
        <translation>die Datei beginnt mit einer Bytereihenfolge-Markierung (BOM), die ihre Leser nicht verstehen; bitte speichern Sie sie ohne</translation>
    </message>
    <message>
        <source>this text cannot be edited safely</source>
        <translation>dieser Text lässt sich nicht sicher bearbeiten</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>erwartet wird ein Text</translation>
    </message>
    <message>
        <source>this host may not pull and resolve; please add that to its capabilities</source>
        <translation>dieser Host darf nicht pull und resolve; bitte ergänzen Sie das in seinen capabilities</translation>
    </message>
    <message>
        <source>this host has no ca, which the certificate of the cache needs; please add it, or remove the host</source>
        <translation>diesem Host fehlt ca, was für das Zertifikat des Caches nötig ist; bitte ergänzen Sie es, oder entfernen Sie den Host</translation>
    </message>
    <message>
        <source>this host has no header with the login of the cache; please add it, or remove the host</source>
        <translation>diesem Host fehlt der Header mit der Anmeldung am Cache; bitte ergänzen Sie ihn, oder entfernen Sie den Host</translation>
    </message>
    <message>
        <source>a hosts.toml is of one registry</source>
        <translation>eine hosts.toml gilt für nur eine Registry</translation>
    </message>
    <message>
        <source>expected the name or the address of a computer</source>
        <translation>erwartet wird der Name oder die Adresse eines Rechners</translation>
    </message>
    <message>
        <source>expected a number from 1 to 65535</source>
        <translation>erwartet wird eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>there is one, and no TLS</source>
        <translation>angegeben, aber ohne TLS</translation>
    </message>
    <message>
        <source>expected certificates as PEM, and nothing else</source>
        <translation>erwartet werden Zertifikate als PEM und nichts anderes</translation>
    </message>
    <message>
        <source>expected a name without colons and control characters</source>
        <translation>erwartet wird ein Name ohne Doppelpunkte und Steuerzeichen</translation>
    </message>
    <message>
        <source>there is one, and no user</source>
        <translation>angegeben, aber ohne Benutzer</translation>
    </message>
    <message>
        <source>this file has no place for all of them</source>
        <translation>diese Datei bietet nicht für alle Platz</translation>
    </message>
    <message>
        <source>expected names of registries, such as quay.io</source>
        <translation>erwartet werden Namen von Registrys, etwa quay.io</translation>
    </message>
    <message>
        <source>there are too many, or one is there twice</source>
        <translation>es sind zu viele, oder eine ist doppelt</translation>
    </message>
    <message>
        <source>a hosts.toml is of one</source>
        <translation>eine hosts.toml gilt für nur eine</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>erwartet wird mindestens eine</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>erwartet wird ein absoluter Pfad</translation>
    </message>
    <message>
        <source>this is for a daemon.json and plain HTTP</source>
        <translation>nur für eine daemon.json und einfaches HTTP</translation>
    </message>
    <message>
        <source>expected certificates as PEM</source>
        <translation>erwartet werden Zertifikate als PEM</translation>
    </message>
    <message>
        <source>this is no recipe: %1</source>
        <extracomment>A recipe is what is to be put into a file; that comes to root&apos;s helper program.</extracomment>
        <translation>das ist kein Rezept: %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>erwartet wird true oder false</translation>
    </message>
    <message>
        <source>expected a list of texts</source>
        <translation>erwartet wird eine Liste von Texten</translation>
    </message>
    <message>
        <source>there is a key that is not known</source>
        <translation>enthält einen unbekannten Schlüssel</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>expected an object as JSON</source>
        <translation>erwartet wird ein Objekt als JSON</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>diesen Namen gibt es nicht</translation>
    </message>
    <message>
        <source>expected a path of this computer</source>
        <translation>erwartet wird ein Pfad auf diesem Rechner</translation>
    </message>
    <message>
        <source>the cache has no TLS; please add %1 to this mirror</source>
        <translation>der Cache hat kein TLS; bitte ergänzen Sie diesen Mirror um %1</translation>
    </message>
    <message>
        <source>this is the old form of the file, which cannot have mirrors; please write it in the new one, with %1</source>
        <translation>dies ist die alte Form der Datei, die keine Mirrors kennt; bitte schreiben Sie sie in der neuen, mit %1</translation>
    </message>
    <message>
        <source>%1 is not a configured registry</source>
        <translation>%1 ist keine konfigurierte Registry</translation>
    </message>
    <message>
        <source>an export or import is running already</source>
        <translation>ein Export oder Import läuft bereits</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an absolute path</source>
        <translation>&apos;%1&apos; ist kein absoluter Pfad</translation>
    </message>
    <message>
        <source>%1 does not say how long the blob is</source>
        <translation>%1 gibt nicht an, wie lang der Blob ist</translation>
    </message>
    <message>
        <source>it is another name of %1; log in there</source>
        <translation>ist ein anderer Name für %1; melden Sie sich dort an</translation>
    </message>
    <message>
        <source>it is no upstream</source>
        <translation>ist kein Upstream</translation>
    </message>
    <message>
        <source>too many requests wait for this blob</source>
        <translation>zu viele Anfragen warten auf diesen Blob</translation>
    </message>
    <message>
        <source>%1 sends %2 bytes for %3, its manifest says %4</source>
        <extracomment>%1: a registry, %2 and %4: numbers of bytes, %3: a digest</extracomment>
        <translation>%1 sendet %2 Byte für %3, laut Manifest sind es %4</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <extracomment>%1: the digest of a blob, %2: why</extracomment>
        <translation>%1 wurde nicht geholt: %2</translation>
    </message>
    <message>
        <source>it is not complete for any platform; prefetch fetches what is missing</source>
        <extracomment>&quot;prefetch&quot; is the name of a command.</extracomment>
        <translation>ist für keine Plattform vollständig; prefetch holt, was fehlt</translation>
    </message>
    <message>
        <source>too many questions wait for an answer</source>
        <translation>zu viele Anfragen warten auf eine Antwort</translation>
    </message>
    <message>
        <source>the engine stops</source>
        <translation>die Engine wird beendet</translation>
    </message>
    <message>
        <source>no image was named</source>
        <translation>kein Image genannt</translation>
    </message>
    <message>
        <source>%1 is damaged here: %2; the next pull fetches it anew</source>
        <translation>%1 ist hier beschädigt: %2; der nächste Pull holt es neu</translation>
    </message>
    <message>
        <source>it has other bytes</source>
        <translation>hat einen anderen Inhalt</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>hat %1 Byte</translation>
    </message>
    <message>
        <source>it is no manifest of an image that clients take today</source>
        <translation>ist kein Manifest eines Images, das heutige Clients annehmen</translation>
    </message>
    <message>
        <source>no image is in it</source>
        <translation>enthält kein Image</translation>
    </message>
    <message>
        <source>a name is for one image, and it has more</source>
        <translation>ein Name gilt für ein einziges Image, und hier sind mehrere</translation>
    </message>
    <message>
        <source>the archive does not say of which repository it is: give it a name</source>
        <translation>das Archiv gibt nicht an, zu welchem Repository es gehört: Geben Sie einen Namen an</translation>
    </message>
    <message>
        <source>%1 is not configured</source>
        <translation>%1 ist nicht konfiguriert</translation>
    </message>
    <message>
        <source>%1 is another image than %2</source>
        <translation>%1 ist ein anderes Image als %2</translation>
    </message>
    <message>
        <source>its manifest is not in the archive</source>
        <translation>das Manifest ist nicht im Archiv</translation>
    </message>
    <message>
        <source>its manifest</source>
        <translation>das Manifest</translation>
    </message>
    <message>
        <source>%1 is not in the cache</source>
        <translation>%1 ist nicht im Cache</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of an image, such as alpine:3.19 or quay.io/org/name@sha256:...</source>
        <translation>&apos;%1&apos; ist nicht der Name eines Images, etwa alpine:3.19 oder quay.io/org/name@sha256:...</translation>
    </message>
    <message>
        <source>too many requests wait for this manifest</source>
        <translation>zu viele Anfragen warten auf dieses Manifest</translation>
    </message>
    <message>
        <source>%1 answered a manifest with the digest %2 instead of %3</source>
        <translation>%1 antwortete mit einem Manifest mit dem Digest %2 statt %3</translation>
    </message>
    <message>
        <source>%1 was not stored: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end in time</source>
        <translation>die Liste des Upstreams endet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end</source>
        <translation>die Liste des Upstreams endet nicht</translation>
    </message>
    <message>
        <source>too many platforms</source>
        <translation>zu viele Plattformen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a platform, such as linux/amd64 or linux/arm/v7</source>
        <translation>&apos;%1&apos; ist keine Plattform, etwa linux/amd64 oder linux/arm/v7</translation>
    </message>
    <message>
        <source>there is no image for %1, only for %2</source>
        <extracomment>%1: a platform, %2: a list of platforms</extracomment>
        <translation>es gibt kein Image für %1, nur für %2</translation>
    </message>
    <message>
        <source>it was not stored, a warning says why</source>
        <translation>nicht gespeichert; eine Warnung nennt den Grund</translation>
    </message>
    <message>
        <source>%1 was not stored, a warning says why</source>
        <translation>%1 wurde nicht gespeichert; eine Warnung nennt den Grund</translation>
    </message>
    <message>
        <source>a digest names the same image for ever</source>
        <translation>ein Digest bezeichnet für immer dasselbe Image</translation>
    </message>
    <message>
        <source>its registry could not be asked</source>
        <translation>die Registry war nicht zu fragen</translation>
    </message>
    <message>
        <source>%1 was not stored</source>
        <translation>%1 wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 is not one of the configured upstreams</source>
        <translation>%1 ist keiner der konfigurierten Upstreams</translation>
    </message>
    <message>
        <source>too many images are being fetched ahead</source>
        <translation>es werden zu viele Images vorab geholt</translation>
    </message>
    <message>
        <source>too many requests wait for this repository</source>
        <translation>zu viele Anfragen warten auf dieses Repository</translation>
    </message>
    <message>
        <source>%1 sends something else than the missing part of %2</source>
        <translation>%1 sendet etwas anderes als den fehlenden Teil von %2</translation>
    </message>
    <message>
        <source>%1 sent %2 up to byte %3, not %4</source>
        <extracomment>%1: a registry, %2: a digest, %3 and %4: numbers of bytes</extracomment>
        <translation>%1 hat %2 bis Byte %3 gesendet, nicht bis %4</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of referrers is not one</source>
        <translation>was der Upstream als Liste der Verweise sendet, ist keine</translation>
    </message>
    <message>
        <source>%1 denies access</source>
        <translation>%1 verweigert den Zugriff</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>es wurde nichts verlangt</translation>
    </message>
    <message>
        <source>too many requests wait for this tag</source>
        <translation>zu viele Anfragen warten auf dieses Tag</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is not one</source>
        <translation>was der Upstream als Liste der Tags sendet, ist keine</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is too long</source>
        <translation>die Tag-Liste des Upstreams ist zu lang</translation>
    </message>
    <message>
        <source>this is not paused</source>
        <translation>ist nicht pausiert</translation>
    </message>
    <message>
        <source>another client is being set up; wait for it</source>
        <translation>ein anderer Client wird gerade eingerichtet; warten Sie, bis das erledigt ist</translation>
    </message>
    <message>
        <source>All of it is there already.</source>
        <translation>Alles davon ist schon vorhanden.</translation>
    </message>
    <message>
        <source>It was put there by somebody else while it was paused: Lanyard does not take it out again.</source>
        <translation>Es wurde während der Pause von jemand anderem eingetragen: Lanyard entfernt es nicht wieder.</translation>
    </message>
    <message>
        <source>%1 is set up already; undo that first</source>
        <translation>%1 ist schon eingerichtet; machen Sie das zuerst rückgängig</translation>
    </message>
    <message>
        <source>not all of it could be taken back: undo it</source>
        <translation>nicht alles ließ sich zurücknehmen: Machen Sie es rückgängig</translation>
    </message>
    <message>
        <source>nothing was set up for it</source>
        <translation>dafür wurde nichts eingerichtet</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>and it could not be taken back: %1</source>
        <translation>und es ließ sich nicht zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Docker Engine was not seen to read %1; it may keep the mirror until it is started again.</source>
        <translation>Docker Engine hat %1 anscheinend nicht gelesen; vielleicht behält sie den Mirror bis zum nächsten Start.</translation>
    </message>
    <message>
        <source>process %1 is no process</source>
        <translation>einen Prozess %1 gibt es nicht</translation>
    </message>
    <message>
        <source>process %1 is no Docker Engine</source>
        <translation>Prozess %1 ist keine Docker Engine</translation>
    </message>
    <message>
        <source>process %1 cannot be told: %2</source>
        <translation>Prozess %1 lässt sich nicht benachrichtigen: %2</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>`%1` fehlt</translation>
    </message>
    <message>
        <source>`%1` is no plain text, or too long</source>
        <translation>`%1` ist kein reiner Text oder zu lang</translation>
    </message>
    <message>
        <source>`%1` is none of the words that it may be</source>
        <translation>`%1` ist keines der zulässigen Wörter</translation>
    </message>
    <message>
        <source>`%1` is no SHA-256 in hexadecimal digits</source>
        <translation>`%1` ist kein SHA-256 in hexadezimalen Ziffern</translation>
    </message>
    <message>
        <source>`%1` is no whole number, or too large</source>
        <translation>`%1` ist keine ganze Zahl oder zu groß</translation>
    </message>
    <message>
        <source>`%1` is no list, or too long</source>
        <translation>`%1` ist keine Liste oder zu lang</translation>
    </message>
    <message>
        <source>`%1` has what is no plain text, or too long</source>
        <translation>`%1` enthält etwas, das kein reiner Text oder zu lang ist</translation>
    </message>
    <message>
        <source>`%1` has what is no object</source>
        <translation>`%1` enthält etwas, das kein Objekt ist</translation>
    </message>
    <message>
        <source>`%1` is no object</source>
        <translation>`%1` ist kein Objekt</translation>
    </message>
    <message>
        <source>`%1` is not known</source>
        <translation>`%1` ist unbekannt</translation>
    </message>
    <message>
        <source>%1 is no JSON object, see byte %2</source>
        <extracomment>%1 is &quot;the request&quot; or &quot;this&quot; (a file).</extracomment>
        <translation>%1 ist kein JSON-Objekt, siehe Byte %2</translation>
    </message>
    <message>
        <source>has been changed since it was looked at; look at the changes again before they are made</source>
        <translation>wurde geändert, seit es angesehen wurde; sehen Sie sich die Änderungen erneut an, bevor sie vorgenommen werden</translation>
    </message>
    <message>
        <source>links lead in a circle</source>
        <translation>Links führen im Kreis</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>no file can be made there: %1</source>
        <translation>dort lässt sich keine Datei anlegen: %1</translation>
    </message>
    <message>
        <source>%1 has been removed since; it stays so.</source>
        <translation>%1 wurde seitdem entfernt; es bleibt dabei.</translation>
    </message>
    <message>
        <source>%1 has been edited since: only what Lanyard put there is taken out.</source>
        <translation>%1 wurde seitdem bearbeitet: Nur was Lanyard dort eingetragen hat, wird entfernt.</translation>
    </message>
    <message>
        <source>The copy of %1 of before is gone: only what Lanyard put there is taken out.</source>
        <translation>Die Kopie des früheren Stands von %1 ist weg: Nur was Lanyard dort eingetragen hat, wird entfernt.</translation>
    </message>
    <message>
        <source>%1 has more in it than Lanyard writes: only what Lanyard put there is taken out.</source>
        <translation>%1 enthält mehr, als Lanyard schreibt: Nur was Lanyard dort eingetragen hat, wird entfernt.</translation>
    </message>
    <message>
        <source>As it was before the set-up, it is kept as %1.</source>
        <extracomment>What is kept is a file.</extracomment>
        <translation>Der Stand vor der Einrichtung wird als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>cannot be put back: %1</source>
        <translation>lässt sich nicht wiederherstellen: %1</translation>
    </message>
    <message>
        <source>is being changed by somebody else; try again</source>
        <translation>wird gerade von jemand anderem geändert; versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>this is a link, or no folder; root follows none for others</source>
        <translation>ist ein Link oder kein Ordner; root folgt für andere keinem Link</translation>
    </message>
    <message>
        <source>others than root may change this folder; run: %1 and %2 on it</source>
        <translation>andere als root dürfen diesen Ordner ändern; führen Sie %1 und %2 darauf aus</translation>
    </message>
    <message>
        <source>this is no file of root&apos;s; run: %1 on it</source>
        <translation>die Datei gehört nicht root; führen Sie %1 darauf aus</translation>
    </message>
    <message>
        <source>this is a link to a file that Lanyard does not change as root</source>
        <translation>ist ein Link auf eine Datei, die Lanyard nicht als root ändert</translation>
    </message>
    <message>
        <source>a link leads here, and this is no file of root&apos;s</source>
        <translation>ein Link führt hierher, und die Datei gehört nicht root</translation>
    </message>
    <message>
        <source>Change what is the administrator&apos;s</source>
        <translation>Ändern, was dem Administrator gehört</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>nichts wurde geändert</translation>
    </message>
    <message>
        <source>the helper program of Lanyard is not installed</source>
        <translation>das Hilfsprogramm von Lanyard ist nicht installiert</translation>
    </message>
    <message>
        <source>there is no pkexec on this computer, which asks for the password</source>
        <translation>auf diesem Rechner fehlt pkexec, das nach dem Passwort fragt</translation>
    </message>
    <message>
        <source>the helper program of Lanyard %1</source>
        <extracomment>%1 is what goes wrong with the program, such as &quot;does not answer in time&quot;.</extracomment>
        <translation>das Hilfsprogramm von Lanyard %1</translation>
    </message>
    <message>
        <source>the permission was not given</source>
        <translation>die Erlaubnis wurde nicht erteilt</translation>
    </message>
    <message>
        <source>the helper program of Lanyard failed</source>
        <translation>das Hilfsprogramm von Lanyard ist gescheitert</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>die Anfrage</translation>
    </message>
    <message>
        <source>`%1` is another one: Lanyard and its helper do not belong together</source>
        <translation>`%1` weicht ab: Lanyard und sein Hilfsprogramm passen nicht zusammen</translation>
    </message>
    <message>
        <source>this service is not root&apos;s</source>
        <translation>dieser Dienst gehört nicht root</translation>
    </message>
    <message>
        <source>the request is too long</source>
        <translation>die Anfrage ist zu lang</translation>
    </message>
    <message>
        <source>`%1` is no time</source>
        <translation>`%1` ist kein Zeitstempel</translation>
    </message>
    <message>
        <source>the answer of the helper</source>
        <translation>die Antwort des Hilfsprogramms</translation>
    </message>
    <message>
        <source>this is no file that Lanyard changes as root with such content</source>
        <translation>ist keine Datei, die Lanyard als root mit solchem Inhalt ändert</translation>
    </message>
    <message>
        <source>this is no place for the authority of the cache</source>
        <translation>ist kein Ort für die CA des Caches</translation>
    </message>
    <message>
        <source>this folder was not made for %1</source>
        <translation>dieser Ordner wurde nicht für %1 angelegt</translation>
    </message>
    <message>
        <source>`%1` is no absolute path</source>
        <translation>`%1` ist kein absoluter Pfad</translation>
    </message>
    <message>
        <source>`%1` has what is no absolute path</source>
        <translation>`%1` enthält etwas, das kein absoluter Pfad ist</translation>
    </message>
    <message>
        <source>a change of a file</source>
        <translation>eine Änderung einer Datei</translation>
    </message>
    <message>
        <source>a record of a file</source>
        <translation>eine Aufzeichnung zu einer Datei</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>ein Dienst</translation>
    </message>
    <message>
        <source>%1 does not run; it reads its files when it starts.</source>
        <translation>%1 läuft nicht; beim Start werden die Dateien gelesen.</translation>
    </message>
    <message>
        <source>`%1` failed: %2</source>
        <translation>`%1` ist gescheitert: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reloaded or restarted from here, as there is no systemd that runs it. Run: %2</source>
        <translation>%1 lässt sich von hier aus nicht neu laden oder neu starten, da kein systemd es ausführt. Führen Sie aus: %2</translation>
    </message>
    <message>
        <source>Docker Engine does not accept it: %1</source>
        <translation>Docker Engine nimmt es nicht an: %1</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>laufende Builds</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>die Kubernetes-API dieses Knotens für einige Sekunden, keine Pods</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>der Agent dieses Knotens für einige Sekunden, keine Pods</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>alle Container und Builds von Docker Desktop</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>%1 neu laden</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>this</source>
        <extracomment>A file, what is wrong with it follows.</extracomment>
        <translation>diese Datei</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>ein Client</translation>
    </message>
    <message>
        <source>a later version of Lanyard wrote it; use that one</source>
        <translation>von einer späteren Version von Lanyard geschrieben; verwenden Sie diese</translation>
    </message>
    <message>
        <source>what was set up on this computer cannot be read: %1</source>
        <translation>was auf diesem Rechner eingerichtet wurde, ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>das ist zu viel</translation>
    </message>
    <message>
        <source>what is to be set up cannot be kept in mind: %1</source>
        <translation>was eingerichtet werden soll, lässt sich nicht festhalten: %1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be put aside: %1</source>
        <translation>beschädigt und nicht beiseitezulegen: %1</translation>
    </message>
    <message>
        <source>it was written by a later Lanyard (schema %1, this one knows up to %2)</source>
        <extracomment>Of a database: each version of Lanyard knows schemas up to a number.</extracomment>
        <translation>von einem späteren Lanyard geschrieben (Schema %1, dieses kennt sie bis %2)</translation>
    </message>
    <message>
        <source>it was written by another Lanyard (schema %1)</source>
        <translation>von einem anderen Lanyard geschrieben (Schema %1)</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>die Datei hat einen anderen Inhalt</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>mehr als %1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 Byte statt %2</translation>
    </message>
    <message>
        <source>the bytes have another digest</source>
        <translation>der Inhalt hat einen anderen Digest</translation>
    </message>
    <message>
        <source>what is stored cannot be listed: %1</source>
        <translation>was gespeichert ist, lässt sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>the data folder is not to be had: %1</source>
        <translation>der Datenordner ist nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>another folder is in the place of the data folder; is the disk mounted?</source>
        <translation>an der Stelle des Datenordners ist ein anderer Ordner; ist die Platte eingehängt?</translation>
    </message>
    <message>
        <source>what is stored cannot be read: %1</source>
        <translation>was gespeichert ist, ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>die Platte antwortet nicht</translation>
    </message>
    <message>
        <source>can be used again; clients are served</source>
        <extracomment>Of the folder in which the cache keeps what it has.</extracomment>
        <translation>ist wieder nutzbar; Clients werden bedient</translation>
    </message>
    <message>
        <source>cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can</source>
        <extracomment>Of the same folder. %1: a time, %2: why</extracomment>
        <translation>seit %1 nicht nutzbar: %2. Solange bekommen Clients 503 und weichen aus</translation>
    </message>
    <message>
        <source>cannot be of %1 bytes with %2 here already</source>
        <translation>kann nicht %1 Byte haben, wenn hier schon %2 vorliegen</translation>
    </message>
    <message>
        <source>cannot make the folder: %1</source>
        <translation>der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>der Ordner lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>the folder is not writable: %1</source>
        <translation>der Ordner ist nicht beschreibbar: %1</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>cannot make the file: %1</source>
        <translation>die Datei lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>cannot look at it: %1</source>
        <translation>lässt sich nicht ansehen: %1</translation>
    </message>
    <message>
        <source>others may write in the folder, and so decide what is served; run: chmod 700 %1</source>
        <translation>andere dürfen in den Ordner schreiben und damit bestimmen, was geliefert wird; führen Sie aus: chmod 700 %1</translation>
    </message>
    <message>
        <source>others on this computer may look into the folder; run: chmod 700 %1</source>
        <translation>andere auf diesem Rechner dürfen in den Ordner sehen; führen Sie aus: chmod 700 %1</translation>
    </message>
    <message>
        <source>cannot ask for free space: %1</source>
        <translation>der freie Platz lässt sich nicht abfragen: %1</translation>
    </message>
    <message>
        <source>cannot make it durable: %1</source>
        <translation>lässt sich nicht dauerhaft speichern: %1</translation>
    </message>
    <message>
        <source>cannot put it in place: %1</source>
        <translation>lässt sich nicht an seinen Ort bringen: %1</translation>
    </message>
    <message>
        <source>cannot make its name durable: %1</source>
        <translation>der Name lässt sich nicht dauerhaft speichern: %1</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>Schreiben nicht möglich: %1</translation>
    </message>
    <message>
        <source>only its log is there</source>
        <translation>nur das Transaktionsprotokoll ist vorhanden</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>more changes than the disk can take; some are not in the index</source>
        <translation>mehr Änderungen, als die Platte bewältigt; einige fehlen im Index</translation>
    </message>
    <message>
        <source>another file, or none, is in its place</source>
        <translation>an seiner Stelle ist eine andere Datei oder keine</translation>
    </message>
    <message>
        <source>it was damaged again (%1); it is written no more</source>
        <translation>wieder beschädigt (%1); wird nicht mehr geschrieben</translation>
    </message>
    <message>
        <source>the index was damaged: %1; it was put aside as %2 and written anew</source>
        <translation>der Index war beschädigt: %1; er wurde als %2 beiseitegelegt und neu geschrieben</translation>
    </message>
    <message>
        <source>the index is complete again</source>
        <translation>der Index ist wieder vollständig</translation>
    </message>
    <message>
        <source>the index cannot be opened: %1</source>
        <translation>der Index lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object: %1 at byte %2</source>
        <extracomment>%1: why, as said by the reader of JSON</extracomment>
        <translation>das Manifest ist kein JSON-Objekt: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>the manifest is an index and an image at once</source>
        <translation>das Manifest ist Index und Image zugleich</translation>
    </message>
    <message>
        <source>the manifest has no media type</source>
        <translation>das Manifest hat keinen Medientyp</translation>
    </message>
    <message>
        <source>the manifest names too many children</source>
        <translation>das Manifest nennt zu viele Bestandteile</translation>
    </message>
    <message>
        <source>cannot read what was kept of it: %1</source>
        <translation>was davon aufbewahrt wurde, ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>it is shorter</source>
        <translation>es ist kürzer</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Byte</translation>
    </message>
    <message>
        <source>%1 more do not fit: the capacity is %2, and %3 are in use</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>weitere %1 passen nicht hinein: Die Kapazität ist %2, belegt sind %3</translation>
    </message>
    <message>
        <source>%1 more do not fit: the disk has %2 free, of which %3 are kept free</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>weitere %1 passen nicht hinein: Auf der Platte sind %2 frei, davon werden %3 frei gehalten</translation>
    </message>
    <message>
        <source>%1; it is not stored.</source>
        <translation>%1; es wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1. What does not fit passes through, and is not stored.</source>
        <translation>%1. Was nicht hineinpasst, wird durchgereicht und nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is room again: what is pulled is stored.</source>
        <translation>Es ist wieder Platz: Was abgerufen wird, wird gespeichert.</translation>
    </message>
    <message>
        <source>a check is running already</source>
        <translation>eine Prüfung läuft bereits</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>hat %1 Byte statt %2</translation>
    </message>
    <message>
        <source>the check was interrupted; the next continues it</source>
        <translation>die Prüfung wurde unterbrochen; die nächste setzt sie fort</translation>
    </message>
    <message>
        <source>no memory to pass a blob through: %1</source>
        <translation>kein Arbeitsspeicher, um einen Blob durchzureichen: %1</translation>
    </message>
    <message>
        <source>the index was missing, and is rebuilt from the files</source>
        <translation>der Index fehlte und wird aus den Dateien neu aufgebaut</translation>
    </message>
    <message>
        <source>the index cannot be read, and is rebuilt from the files in memory</source>
        <translation>der Index ist nicht lesbar und wird im Arbeitsspeicher aus den Dateien neu aufgebaut</translation>
    </message>
    <message>
        <source>it is rebuilt from the files</source>
        <translation>wird aus den Dateien neu aufgebaut</translation>
    </message>
    <message>
        <source>%1; of %2 images in index.json, %3 are there</source>
        <extracomment>%1: what became of the index; %2 and %3: numbers of images</extracomment>
        <translation>%1; von %2 Images in index.json sind %3 vorhanden</translation>
    </message>
    <message>
        <source>what is there is served, and nothing is stored</source>
        <translation>was vorhanden ist, wird geliefert, und nichts wird gespeichert</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>the file has another size</source>
        <translation>die Datei hat eine andere Größe</translation>
    </message>
    <message>
        <source>what is to be edited is not there</source>
        <translation>was bearbeitet werden soll, ist nicht vorhanden</translation>
    </message>
    <message>
        <source>expected an array: [ ]</source>
        <translation>erwartet wird ein Array: [ ]</translation>
    </message>
    <message>
        <source>the key that is to be added is there already</source>
        <translation>der Schlüssel, der hinzukommen soll, ist schon vorhanden</translation>
    </message>
    <message>
        <source>the whole document cannot be replaced</source>
        <translation>das ganze Dokument lässt sich nicht ersetzen</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>das ganze Dokument lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>JSON allows no comments</source>
        <translation>JSON erlaubt keine Kommentare</translation>
    </message>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>der Text ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>a byte order mark stands here, which JSON does not allow</source>
        <translation>hier steht eine Bytereihenfolge-Markierung (BOM), die JSON nicht erlaubt</translation>
    </message>
    <message>
        <source>nothing may stand behind the value</source>
        <translation>hinter dem Wert darf nichts stehen</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>das ist kein JSON: %1</translation>
    </message>
    <message>
        <source>the document has too many values</source>
        <translation>das Dokument enthält zu viele Werte</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>das Dokument ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>erwartet wird ein Schlüssel in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>expected : behind a key</source>
        <translation>erwartet wird „:“ hinter einem Schlüssel</translation>
    </message>
    <message>
        <source>expected , or %1</source>
        <translation>erwartet wird „,“ oder „%1“</translation>
    </message>
    <message>
        <source>JSON allows no comma before %1</source>
        <translation>JSON erlaubt kein Komma vor „%1“</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>dieser Text hat kein Ende</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>erwartet wird ein Wert</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>kein JSON: %1</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is at %2</source>
        <extracomment>%2 is a place: &quot;line 3, column 5&quot;.</extracomment>
        <translation>Schlüssel %1 kommt zweimal vor; das erste Mal in %2</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>größer als %1 Byte</translation>
    </message>
    <message>
        <source>a character that is only read in a text or in a comment</source>
        <translation>ein Zeichen, das nur in einem Text oder Kommentar gelesen wird</translation>
    </message>
    <message>
        <source>more than %1 dots in one line</source>
        <translation>mehr als %1 Punkte in einer Zeile</translation>
    </message>
    <message>
        <source>this is there twice</source>
        <translation>ist zweimal vorhanden</translation>
    </message>
    <message>
        <source>this is no TOML</source>
        <translation>das ist kein TOML</translation>
    </message>
    <message>
        <source>this cannot be changed without a guess; please change it by hand</source>
        <translation>das lässt sich nur mit Raten ändern; bitte ändern Sie es von Hand</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>diesen Wert gibt es nicht</translation>
    </message>
    <message>
        <source>this does not have its lines for itself; please change it by hand</source>
        <translation>steht nicht allein in seinen Zeilen; bitte ändern Sie es von Hand</translation>
    </message>
    <message>
        <source>this table has no header of its own; please change it by hand</source>
        <translation>diese Tabelle hat keine eigene Kopfzeile; bitte ändern Sie es von Hand</translation>
    </message>
    <message>
        <source>there is such a key already</source>
        <translation>diesen Schlüssel gibt es schon</translation>
    </message>
    <message>
        <source>there is no such table</source>
        <translation>diese Tabelle gibt es nicht</translation>
    </message>
    <message>
        <source>there is something else of this name already</source>
        <translation>etwas anderes mit diesem Namen gibt es schon</translation>
    </message>
    <message>
        <source>this does not stand together with the rest of its table; please change it by hand</source>
        <translation>steht nicht beim Rest seiner Tabelle; bitte ändern Sie es von Hand</translation>
    </message>
    <message>
        <source>this alias stands inside its own value</source>
        <translation>dieser Alias steht in seinem eigenen Wert</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>ein Schlüssel muss ein Text sein</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is in line %2</source>
        <translation>Schlüssel %1 kommt zweimal vor; das erste Mal in Zeile %2</translation>
    </message>
    <message>
        <source>this one counts</source>
        <translation>dieser gilt</translation>
    </message>
    <message>
        <source>&lt;&lt; needs a mapping, or a list of them</source>
        <translation>&lt;&lt; braucht eine Zuordnung oder eine Liste davon</translation>
    </message>
    <message>
        <source>a byte here is no UTF-8</source>
        <translation>ein Byte hier ist kein UTF-8</translation>
    </message>
    <message>
        <source>a second document begins here; one is read</source>
        <translation>hier beginnt ein zweites Dokument; gelesen wird nur eines</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>kein YAML: %1</translation>
    </message>
    <message>
        <source>an alias (*) cannot be edited</source>
        <translation>ein Alias (*) lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>what has an anchor (&amp;) or a tag (!) cannot be edited</source>
        <translation>was einen Anker (&amp;) oder ein Tag (!) hat, lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>a mapping with a merge key (&lt;&lt;) cannot be edited</source>
        <translation>eine Zuordnung mit einem Merge-Schlüssel (&lt;&lt;) lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>a text of several lines cannot be edited</source>
        <translation>ein mehrzeiliger Text lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>a line that is indented with a tab cannot be edited</source>
        <translation>eine mit Tabulator eingerückte Zeile lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>a key cannot be added here</source>
        <translation>hier lässt sich kein Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>nothing can be added behind the end of the document</source>
        <translation>hinter dem Ende des Dokuments lässt sich nichts hinzufügen</translation>
    </message>
    <message>
        <source>an item cannot be added here</source>
        <translation>hier lässt sich kein Element hinzufügen</translation>
    </message>
    <message>
        <source>an item cannot be added before this one</source>
        <translation>vor diesem lässt sich kein Element hinzufügen</translation>
    </message>
    <message>
        <source>expected a mapping</source>
        <translation>erwartet wird eine Zuordnung</translation>
    </message>
    <message>
        <source>what stands in brackets ({}) cannot get a text of several lines</source>
        <translation>was in geschweiften Klammern ({}) steht, kann keinen mehrzeiligen Text aufnehmen</translation>
    </message>
    <message>
        <source>expected nothing but spaces before this key</source>
        <translation>erwartet werden nur Leerzeichen vor diesem Schlüssel</translation>
    </message>
    <message>
        <source>what stands here cannot be edited safely</source>
        <translation>was hier steht, lässt sich nicht sicher bearbeiten</translation>
    </message>
    <message>
        <source>this block is indented too far for its first line</source>
        <translation>dieser Block ist für seine erste Zeile zu weit eingerückt</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>es wird erneut versucht</translation>
    </message>
    <message>
        <source>It listens at %1 now</source>
        <translation>Gelauscht wird jetzt auf %1</translation>
    </message>
    <message>
        <source>there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----</source>
        <translation>enthält kein Zertifikat: Erwartet wird PEM, das mit -----BEGIN CERTIFICATE----- beginnt</translation>
    </message>
    <message>
        <source>its certificate number %1 is damaged</source>
        <translation>das Zertifikat Nummer %1 darin ist beschädigt</translation>
    </message>
    <message>
        <source>the key has a passphrase, for which nobody is here to ask: write it without one (openssl pkey -in KEY -out NEW), readable by this user only</source>
        <translation>der Schlüssel hat eine Passphrase, nach der hier niemand gefragt werden kann: Schreiben Sie ihn ohne (openssl pkey -in KEY -out NEW), nur für diesen Benutzer lesbar</translation>
    </message>
    <message>
        <source>there is no private key in it: expected PEM, which begins with -----BEGIN PRIVATE KEY-----</source>
        <translation>enthält keinen privaten Schlüssel: Erwartet wird PEM, das mit -----BEGIN PRIVATE KEY----- beginnt</translation>
    </message>
    <message>
        <source>put a new one there, which is taken in at once</source>
        <translation>legen Sie dort ein neues ab; es wird sofort übernommen</translation>
    </message>
    <message>
        <source>the certificate has expired at %1: clients refuse it</source>
        <translation>das Zertifikat galt nur bis %1: Clients lehnen es ab</translation>
    </message>
    <message>
        <source>the certificate holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right?</source>
        <translation>das Zertifikat gilt erst ab %1: Clients lehnen es bis dahin ab; geht die Uhr dieses Rechners richtig?</translation>
    </message>
    <message>
        <source>the certificate expires at %1</source>
        <translation>das Zertifikat gilt nur noch bis %1</translation>
    </message>
    <message>
        <source>every user of this computer may use the key: %1</source>
        <translation>jeder Benutzer dieses Rechners darf den Schlüssel verwenden: %1</translation>
    </message>
    <message>
        <source>this is not the key of the first certificate in %1: the server&apos;s own has to be the first</source>
        <translation>ist nicht der Schlüssel zum ersten Zertifikat in %1: Das des Servers selbst muss das erste sein</translation>
    </message>
    <message>
        <source>the certificate cannot be used: %1</source>
        <translation>das Zertifikat ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>certificate number %1 cannot be used: %2</source>
        <translation>Zertifikat Nummer %1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>a certificate cannot be used: %1</source>
        <translation>ein Zertifikat ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>TLS cannot be had: out of memory</source>
        <translation>TLS ist nicht verfügbar: kein Arbeitsspeicher mehr</translation>
    </message>
    <message>
        <source>there is none to use yet</source>
        <translation>es ist noch keines verwendbar</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <extracomment>%1: a registry, or its token service; %2: the status of HTTP</extracomment>
        <translation>%1 antwortete mit %2</translation>
    </message>
    <message>
        <source>%1 wants a password, and there is only an identity token</source>
        <translation>%1 verlangt ein Passwort, und es gibt nur ein Identity-Token</translation>
    </message>
    <message>
        <source>its credential cannot be had: %1</source>
        <translation>die Zugangsdaten sind nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <translation>%1 antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the upstream&apos;s answer is too long</source>
        <translation>die Antwort des Upstreams ist zu lang</translation>
    </message>
    <message>
        <source>its CA file has no certificate</source>
        <translation>die CA-Datei enthält kein Zertifikat</translation>
    </message>
    <message>
        <source>the upstream client stops</source>
        <translation>der Upstream-Client wird beendet</translation>
    </message>
    <message>
        <source>not a path of a registry</source>
        <translation>kein Pfad einer Registry</translation>
    </message>
    <message>
        <source>%1 sent a part of what was asked</source>
        <translation>%1 hat nur einen Teil des Angefragten gesendet</translation>
    </message>
    <message>
        <source>%1 redirects to what is no URL</source>
        <translation>%1 leitet zu etwas um, das keine URL ist</translation>
    </message>
    <message>
        <source>%1 redirects from https to http</source>
        <translation>%1 leitet von https zu http um</translation>
    </message>
    <message>
        <source>%1 redirects too often</source>
        <translation>%1 leitet zu oft um</translation>
    </message>
    <message>
        <source>%1 redirects into a private network; redirectHosts of the upstream can allow %2</source>
        <extracomment>%1: a registry, %2: a host; redirectHosts is a setting.</extracomment>
        <translation>%1 leitet in ein privates Netz um; redirectHosts des Upstreams kann %2 erlauben</translation>
    </message>
    <message>
        <source>%1 redirects to a host that is not found</source>
        <translation>%1 leitet zu einem Host um, der nicht gefunden wird</translation>
    </message>
    <message>
        <source>%1 refuses the credential of %2</source>
        <extracomment>%1: a registry, or its token service; %2: the name of a user</extracomment>
        <translation>%1 lehnt die Zugangsdaten von %2 ab</translation>
    </message>
    <message>
        <source>%1 refuses the identity token</source>
        <extracomment>%1: a registry, or its token service</extracomment>
        <translation>%1 lehnt das Identity-Token ab</translation>
    </message>
    <message>
        <source>the token service of %1</source>
        <extracomment>The subject of a sentence, such as &quot;%1 does not answer in time&quot;.</extracomment>
        <translation>der Token-Dienst von %1</translation>
    </message>
    <message>
        <source>too many requests wait for one token</source>
        <translation>zu viele Anfragen warten auf ein Token</translation>
    </message>
    <message>
        <source>one that is no URL</source>
        <translation>einen, der keine URL ist</translation>
    </message>
    <message>
        <source>%1 names a foreign token realm: %2 %3; it is asked when it is one of tokenRealms</source>
        <extracomment>%1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.</extracomment>
        <translation>%1 nennt einen fremden Token-Realm: %2 %3; er wird gefragt, wenn er in tokenRealms steht</translation>
    </message>
    <message>
        <source>its token answer is too long</source>
        <translation>die Token-Antwort ist zu lang</translation>
    </message>
    <message>
        <source>%1 gave no token</source>
        <translation>%1 hat kein Token ausgestellt</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war</translation>
    </message>
    <message>
        <source>%1 is not a known host</source>
        <translation>%1 ist kein bekannter Host</translation>
    </message>
    <message>
        <source>%1 does not accept a connection in time</source>
        <translation>%1 nimmt eine Verbindung nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>%1 cannot be reached without a password</source>
        <translation>%1 ist ohne Passwort nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP</source>
        <translation>%1 spricht kein HTTP</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of its answer</source>
        <translation>%1 hat mitten in der Antwort aufgehört</translation>
    </message>
    <message>
        <source>%1 cannot be trusted, TLS failed: %2</source>
        <translation>%1 ist nicht vertrauenswürdig, TLS ist gescheitert: %2</translation>
    </message>
    <message>
        <source>%1 sent %2 of %3 bytes</source>
        <translation>%1 hat %2 von %3 Byte gesendet</translation>
    </message>
    <message>
        <source>%1 (through the proxy %2)</source>
        <extracomment>%1: what is wrong, such as &quot;quay.io cannot be reached&quot;; %2: a host and a port</extracomment>
        <translation>%1 (über den Proxy %2)</translation>
    </message>
    <message>
        <source>%1 is not an upstream any more</source>
        <translation>%1 ist kein Upstream mehr</translation>
    </message>
    <message>
        <source>%1 is not asked: Lanyard is set to work offline</source>
        <translation>%1 wird nicht gefragt: Lanyard soll offline arbeiten</translation>
    </message>
    <message>
        <source>%1 answered %2, as no registry does</source>
        <translation>%1 antwortete mit %2, was keine Registry tut</translation>
    </message>
    <message>
        <source>the mirrors of BuildKit</source>
        <translation>die Mirrors von BuildKit</translation>
    </message>
    <message>
        <source>The builder %1 keeps what it was made with. With the lines below it is made again, and keeps its cache; further nodes, and platforms and flags of its own, have to be given again.</source>
        <translation>Der Builder %1 behält, womit er erstellt wurde. Mit den Zeilen unten wird er neu erstellt und behält seinen Cache; weitere Knoten sowie eigene Plattformen und Optionen müssen erneut angegeben werden.</translation>
    </message>
    <message>
        <source>Make the builder %1 again</source>
        <translation>Den Builder %1 neu erstellen</translation>
    </message>
    <message>
        <source>%1 starts its builder again at the next build; builds that run then end.</source>
        <translation>%1 startet seinen Builder beim nächsten Build neu; dann laufende Builds enden.</translation>
    </message>
    <message>
        <source>The mirrors of BuildKit</source>
        <translation>Die Mirrors von BuildKit</translation>
    </message>
    <message>
        <source>GitHub Actions: a step for runners that reach the cache</source>
        <translation>GitHub Actions: ein Schritt für Runner, die den Cache erreichen</translation>
    </message>
    <message>
        <source>Start BuildKit with it</source>
        <translation>BuildKit damit starten</translation>
    </message>
    <message>
        <source>The mirrors of builders that are made from now on</source>
        <translation>Die Mirrors von Buildern, die von nun an erstellt werden</translation>
    </message>
    <message>
        <source>Make a builder</source>
        <translation>Einen Builder erstellen</translation>
    </message>
    <message>
        <source>Make a builder again (NAME) that is there; its cache stays</source>
        <translation>Einen vorhandenen Builder (NAME) neu erstellen; sein Cache bleibt</translation>
    </message>
    <message>
        <source>Restart BuildKit; builds that run end</source>
        <translation>BuildKit neu starten; laufende Builds enden</translation>
    </message>
    <message>
        <source>Restart a rootless BuildKit, whose file is ~/.config/buildkit/buildkitd.toml</source>
        <translation>Ein BuildKit ohne root-Rechte neu starten, dessen Datei ~/.config/buildkit/buildkitd.toml ist</translation>
    </message>
    <message>
        <source>Start its BuildKit again; builds that run end</source>
        <translation>Sein BuildKit neu starten; laufende Builds enden</translation>
    </message>
    <message>
        <source>it is not Lanyard, or a much older one</source>
        <translation>es ist nicht Lanyard oder ein viel älteres</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or has no TLS there</source>
        <translation>er beendet die Verbindung wortlos: Er bedient die Adresse dieses Rechners nicht oder hat dort kein TLS</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or wants TLS there</source>
        <translation>er beendet die Verbindung wortlos: Er bedient die Adresse dieses Rechners nicht oder verlangt dort TLS</translation>
    </message>
    <message>
        <source>does not take a connection in time</source>
        <translation>nimmt eine Verbindung nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>says more than Lanyard would</source>
        <translation>sendet mehr, als Lanyard senden würde</translation>
    </message>
    <message>
        <source>it wants a user and a password</source>
        <translation>er verlangt Benutzer und Passwort</translation>
    </message>
    <message>
        <source>it refuses this user or this password</source>
        <translation>er lehnt diesen Benutzer oder dieses Passwort ab</translation>
    </message>
    <message>
        <source>it does not serve the address of this computer</source>
        <translation>er bedient die Adresse dieses Rechners nicht</translation>
    </message>
    <message>
        <source>it is in trouble, and serves nobody now</source>
        <translation>er ist gestört und bedient jetzt niemanden</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>einen Host mit diesem Namen gibt es nicht</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>dort lauscht nichts</translation>
    </message>
    <message>
        <source>its certificate is not trusted: %1</source>
        <translation>dem Zertifikat wird nicht vertraut: %1</translation>
    </message>
    <message>
        <source>`ctr` reads these files only with --hosts-dir %1.</source>
        <translation>`ctr` liest diese Dateien nur mit --hosts-dir %1.</translation>
    </message>
    <message>
        <source>Where containerd 2 looks, beside what is there</source>
        <translation>Wo containerd 2 sucht, neben dem Vorhandenen</translation>
    </message>
    <message>
        <source>In its place for containerd 1</source>
        <translation>An dessen Stelle für containerd 1</translation>
    </message>
    <message>
        <source>Restart containerd, in a terminal of an administrator</source>
        <translation>containerd neu starten, in einem Terminal eines Administrators</translation>
    </message>
    <message>
        <source>A cluster that runs: copy them into its nodes</source>
        <translation>Ein laufender Cluster: in seine Knoten kopieren</translation>
    </message>
    <message>
        <source>Only containerd 1, beside what is there: where its CRI looks</source>
        <translation>Nur containerd 1, neben dem Vorhandenen: wo sein CRI sucht</translation>
    </message>
    <message>
        <source>Only containerd 1: restart it</source>
        <translation>Nur containerd 1: neu starten</translation>
    </message>
    <message>
        <source>A pull by hand needs the folder</source>
        <translation>Ein Pull von Hand braucht den Ordner</translation>
    </message>
    <message>
        <source>The mirrors of `nerdctl build`</source>
        <translation>Die Mirrors von `nerdctl build`</translation>
    </message>
    <message>
        <source>A new cluster: its configuration</source>
        <translation>Ein neuer Cluster: seine Konfiguration</translation>
    </message>
    <message>
        <source>Only kind before 0.27, and its configuration has this, too</source>
        <translation>Nur kind vor 0.27, und dies gehört auch in die Konfiguration</translation>
    </message>
    <message>
        <source>Make the cluster</source>
        <translation>Den Cluster erstellen</translation>
    </message>
    <message>
        <source>The mirrors, on each node</source>
        <translation>Die Mirrors, auf jedem Knoten</translation>
    </message>
    <message>
        <source>Restart a server; its containers go on</source>
        <translation>Einen Server neu starten; seine Container laufen weiter</translation>
    </message>
    <message>
        <source>Restart an agent; its containers go on</source>
        <translation>Einen Agenten neu starten; seine Container laufen weiter</translation>
    </message>
    <message>
        <source>k3d: a cluster with that file</source>
        <translation>k3d: ein Cluster mit dieser Datei</translation>
    </message>
    <message>
        <source>%1 was not found on this computer</source>
        <translation>%1 wurde auf diesem Rechner nicht gefunden</translation>
    </message>
    <message>
        <source>Keep the set-up of before in mind</source>
        <translation>Die bisherige Einrichtung festhalten</translation>
    </message>
    <message>
        <source>It logs in at the cache, and its password is not kept: if this fails, it has to be set up again.</source>
        <translation>Er meldet sich am Cache an, und sein Passwort wird nicht aufbewahrt: Wenn dies scheitert, muss er neu eingerichtet werden.</translation>
    </message>
    <message>
        <source>it is set up as before</source>
        <translation>er ist wie vorher eingerichtet</translation>
    </message>
    <message>
        <source>its set-up of before is paused, and what was not restarted since may still go by it: %1</source>
        <translation>die bisherige Einrichtung ist pausiert, und was seitdem nicht neu gestartet wurde, richtet sich vielleicht noch danach: %1</translation>
    </message>
    <message>
        <source>See that Docker Engine takes the mirror up</source>
        <translation>Prüfen, ob Docker Engine den Mirror übernimmt</translation>
    </message>
    <message>
        <source>Its set-up had been interrupted: it is undone, and does not come back when the others are resumed.</source>
        <translation>Seine Einrichtung war unterbrochen worden: Sie wird rückgängig gemacht und kommt nicht wieder, wenn die anderen fortgesetzt werden.</translation>
    </message>
    <message>
        <source>it logs in at the cache, and its password is not kept: set it up again</source>
        <translation>er meldet sich am Cache an, und sein Passwort wird nicht aufbewahrt: Richten Sie ihn neu ein</translation>
    </message>
    <message>
        <source>This Docker Engine has mirrors for docker.io only.</source>
        <translation>Diese Docker Engine kennt Mirrors nur für docker.io.</translation>
    </message>
    <message>
        <source>With its graph drivers, `docker pull` has mirrors for docker.io only; `docker build` has them for all.</source>
        <translation>Mit ihren Graph-Treibern kennt `docker pull` Mirrors nur für docker.io; `docker build` kennt sie für alle.</translation>
    </message>
    <message>
        <source>To pull from %1 through the cache, write %2/... in place of %1/...</source>
        <translation>Um von %1 über den Cache abzurufen, schreiben Sie %2/... statt %1/...</translation>
    </message>
    <message>
        <source>With its graph drivers, Docker Engine logs in at a mirror with the login of Docker Hub only: unless that is the same, it pulls past a cache that wants a login. Let the cache tell its clients by their addresses instead.</source>
        <translation>Mit ihren Graph-Treibern meldet sich Docker Engine an einem Mirror nur mit der Anmeldung von Docker Hub an: Wenn diese nicht dieselbe ist, ruft sie an einem Cache vorbei ab, der eine Anmeldung verlangt. Lassen Sie den Cache seine Clients stattdessen an ihren Adressen erkennen.</translation>
    </message>
    <message>
        <source>the mirror of Docker Hub</source>
        <translation>der Mirror von Docker Hub</translation>
    </message>
    <message>
        <source>The mirror of docker.io for Docker Engine of any version</source>
        <translation>Der Mirror von docker.io für Docker Engine jeder Version</translation>
    </message>
    <message>
        <source>GitLab: Docker in Docker</source>
        <translation>GitLab: Docker in Docker</translation>
    </message>
    <message>
        <source>GitLab Runner: Docker in Docker reads the certs.d of its host</source>
        <translation>GitLab Runner: Docker in Docker liest certs.d seines Hosts</translation>
    </message>
    <message>
        <source>%1 for Docker Engine 28 and later</source>
        <extracomment>%1: a title, such as &quot;The mirror of ghcr.io&quot;</extracomment>
        <translation>%1 für Docker Engine ab 28</translation>
    </message>
    <message>
        <source>In its place for Docker Engine up to 27, whose `docker build` needs more</source>
        <translation>An dessen Stelle für Docker Engine bis 27, deren `docker build` mehr braucht</translation>
    </message>
    <message>
        <source>Reload Docker Engine; nothing is interrupted</source>
        <translation>Docker Engine neu laden; nichts wird unterbrochen</translation>
    </message>
    <message>
        <source>Reload a rootless Docker Engine, whose files are in ~/.config/docker</source>
        <translation>Eine Docker Engine ohne root-Rechte neu laden, deren Dateien in ~/.config/docker liegen</translation>
    </message>
    <message>
        <source>Trust it, in a terminal of an administrator</source>
        <translation>Ihm vertrauen, in einem Terminal eines Administrators</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Ihm vertrauen</translation>
    </message>
    <message>
        <source>Restart Docker Desktop; its containers stop meanwhile</source>
        <translation>Docker Desktop neu starten; seine Container sind solange angehalten</translation>
    </message>
    <message>
        <source>Docker in the node: docker.io only; the node is made anew, and loses what is in it</source>
        <translation>Docker im Knoten: nur docker.io; der Knoten wird neu erstellt und verliert seinen Inhalt</translation>
    </message>
    <message>
        <source>%1 (containerd in the node)</source>
        <translation>%1 (containerd im Knoten)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The mirror of docker.io; `colima start --edit` opens it, too</source>
        <translation>Der Mirror von docker.io; `colima start --edit` öffnet die Datei ebenfalls</translation>
    </message>
    <message>
        <source>Restart Colima; its containers stop meanwhile</source>
        <translation>Colima neu starten; seine Container sind solange angehalten</translation>
    </message>
    <message>
        <source>the mirrors of this node</source>
        <translation>die Mirrors dieses Knotens</translation>
    </message>
    <message>
        <source>This is one node: each node of a cluster has such a file.</source>
        <translation>Das ist ein Knoten: Jeder Knoten eines Clusters hat eine solche Datei.</translation>
    </message>
    <message>
        <source>Docker Engine was reloaded and goes on without the mirror; its log says why</source>
        <translation>Docker Engine wurde neu geladen und läuft ohne den Mirror weiter; ihr Protokoll nennt den Grund</translation>
    </message>
    <message>
        <source>Only root may read %1: that is taken to be as it was set up. To have it written anew, such as for another password, undo the set-up first.</source>
        <translation>Nur root darf %1 lesen: Lanyard nimmt an, dass der Inhalt noch der Einrichtung entspricht. Um die Datei neu schreiben zu lassen, etwa für ein anderes Passwort, machen Sie die Einrichtung zuerst rückgängig.</translation>
    </message>
    <message>
        <source>What it needs in %1 is in the plan of %2, which has the same file: do that first.</source>
        <translation>Was in %1 nötig ist, steht im Plan von %2, zu dem dieselbe Datei gehört: Führen Sie diesen zuerst aus.</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>nur root darf es lesen</translation>
    </message>
    <message>
        <source>CRI-O does not read what `podman login` keeps: put the login for %1 into the file that global_auth_file in /etc/crio/crio.conf names, which has the form of Docker&apos;s config.json.</source>
        <translation>CRI-O liest nicht, was `podman login` aufbewahrt: Tragen Sie die Anmeldung für %1 in die Datei ein, die global_auth_file in /etc/crio/crio.conf nennt und die das Format der config.json von Docker hat.</translation>
    </message>
    <message>
        <source>the mirrors of CRI-O</source>
        <translation>die Mirrors von CRI-O</translation>
    </message>
    <message>
        <source>the mirrors of Podman, Buildah and Skopeo</source>
        <translation>die Mirrors von Podman, Buildah und Skopeo</translation>
    </message>
    <message>
        <source>The mirrors of Podman, Buildah, Skopeo and CRI-O</source>
        <translation>Die Mirrors von Podman, Buildah, Skopeo und CRI-O</translation>
    </message>
    <message>
        <source>Copy them into the machine of Podman</source>
        <translation>In die Maschine von Podman kopieren</translation>
    </message>
    <message>
        <source>Only CRI-O: reload it; nothing is interrupted</source>
        <translation>Nur CRI-O: neu laden; nichts wird unterbrochen</translation>
    </message>
    <message>
        <source>The cache answers</source>
        <translation>Der Cache antwortet</translation>
    </message>
    <message>
        <source>The manifest is asked for at the cache</source>
        <translation>Das Manifest wird beim Cache angefragt</translation>
    </message>
    <message>
        <source>The content is asked for at the cache</source>
        <translation>Der Inhalt wird beim Cache angefragt</translation>
    </message>
    <message>
        <source>The probe image is removed</source>
        <translation>Das Test-Image wird entfernt</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>ein Programm ohne Namen</translation>
    </message>
    <message>
        <source>%1, as %2, from %3</source>
        <extracomment>Who asked: %1: a program; %2: the form of its request, a word; %3: an address</extracomment>
        <translation>%1, als %2, von %3</translation>
    </message>
    <message>
        <source>The cache cannot be asked: %1.</source>
        <translation>Der Cache lässt sich nicht fragen: %1.</translation>
    </message>
    <message>
        <source>The cache at %1 does not mirror %2: add it there as an upstream.</source>
        <extracomment>%1: an address; %2: a registry</extracomment>
        <translation>Der Cache unter %1 spiegelt %2 nicht: Fügen Sie die Registry dort als Upstream hinzu.</translation>
    </message>
    <message>
        <source>%1 pulls %2</source>
        <extracomment>%1: a program; %2: an image</extracomment>
        <translation>%1 ruft %2 ab</translation>
    </message>
    <message>
        <source>cannot pull: there is no program %1 here</source>
        <translation>kein Pull möglich: Das Programm %1 gibt es hier nicht</translation>
    </message>
    <message>
        <source>cannot pull: %1</source>
        <translation>kein Pull möglich: %1</translation>
    </message>
    <message>
        <source>The cache at %1 does not answer any more: what arrived there is not known.</source>
        <translation>Der Cache unter %1 antwortet nicht mehr: Was dort ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>dockerd has not reloaded its configuration since, its command line names another mirror, or it asks a proxy for the cache (no-proxy lacks this address).</source>
        <translation>dockerd hat seine Konfiguration seitdem nicht neu geladen, seine Befehlszeile nennt einen anderen Mirror, oder es spricht den Cache über einen Proxy an (in no-proxy fehlt diese Adresse).</translation>
    </message>
    <message>
        <source>A builder reads its configuration when it is created: remove it and create it anew, with the configuration.</source>
        <translation>Ein Builder liest seine Konfiguration beim Erstellen: Entfernen Sie ihn und erstellen Sie ihn mit der Konfiguration neu.</translation>
    </message>
    <message>
        <source>buildkitd reads its configuration when it starts: restart it. For a cache without TLS its own table needs http = true.</source>
        <translation>buildkitd liest seine Konfiguration beim Start: Starten Sie es neu. Für einen Cache ohne TLS braucht dessen eigene Tabelle http = true.</translation>
    </message>
    <message>
        <source>Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE keeps it), does not reach this address from its container, or lacks http = true in the table of the cache.</source>
        <translation>Sein Builder läuft noch mit der früheren Konfiguration (EARTHLY_NO_BUILDKIT_UPDATE behält sie bei), erreicht diese Adresse nicht aus seinem Container, oder in der Tabelle des Caches fehlt http = true.</translation>
    </message>
    <message>
        <source>Its hosts.toml is not in the folder that it reads (config_path, hosts_dir), or it asks a proxy for the cache.</source>
        <translation>Seine hosts.toml liegt nicht in dem Ordner, den es liest (config_path, hosts_dir), oder es spricht den Cache über einen Proxy an.</translation>
    </message>
    <message>
        <source>CRI-O has not reloaded its configuration since, or a later file in registries.conf.d has the word.</source>
        <translation>CRI-O hat seine Konfiguration seitdem nicht neu geladen, oder eine spätere Datei in registries.conf.d hat Vorrang.</translation>
    </message>
    <message>
        <source>Another file has the word: a registries.conf of the user hides those of the system, and a later file in registries.conf.d those before it.</source>
        <translation>Eine andere Datei hat Vorrang: Eine registries.conf des Benutzers verdeckt die des Systems, eine spätere Datei in registries.conf.d die früheren.</translation>
    </message>
    <message>
        <source>It reads registries.yaml when it starts: restart it on this node.</source>
        <translation>Es liest registries.yaml beim Start: Starten Sie es auf diesem Knoten neu.</translation>
    </message>
    <message>
        <source>It takes its configuration along when its machine is made or started: start it anew.</source>
        <translation>Es übernimmt seine Konfiguration, wenn seine Maschine erstellt oder gestartet wird: Starten Sie sie neu.</translation>
    </message>
    <message>
        <source>%1 is another computer for it, as it runs in a container or machine of its own: give the cache&apos;s address in the network.</source>
        <extracomment>%1: an address; it: a program</extracomment>
        <translation>Für dieses Programm ist %1 ein anderer Rechner, da es in einem eigenen Container oder einer eigenen Maschine läuft: Geben Sie die Adresse des Caches im Netz an.</translation>
    </message>
    <message>
        <source>The cache wants a login: this client may have none for %1.</source>
        <translation>Der Cache verlangt eine Anmeldung: Dieser Client hat vielleicht keine für %1.</translation>
    </message>
    <message>
        <source>Docker with its classic image store uses mirrors for docker.io alone: pull %1/%2/IMAGE instead of %2/IMAGE.</source>
        <extracomment>IMAGE stands for any image; %1: the address of the cache; %2: a registry</extracomment>
        <translation>Docker mit seinem klassischen Image-Speicher nutzt Mirrors nur für docker.io: Rufen Sie %1/%2/IMAGE statt %2/IMAGE ab.</translation>
    </message>
    <message>
        <source>It is not set up for the cache yet.</source>
        <translation>Er ist noch nicht für den Cache eingerichtet.</translation>
    </message>
    <message>
        <source>It is set up for another mirror: %1.</source>
        <translation>Er ist für einen anderen Mirror eingerichtet: %1.</translation>
    </message>
    <message>
        <source>Likely reasons: %1</source>
        <translation>Wahrscheinliche Gründe: %1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist gescheitert.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1: a program; %2: what it said</extracomment>
        <translation>%1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>This user may not let %1 pull. In a terminal: %2</source>
        <extracomment>%1: a program; %2: a command</extracomment>
        <translation>Dieser Benutzer darf %1 nicht abrufen lassen. In einem Terminal: %2</translation>
    </message>
    <message>
        <source>No request for the probe image arrived at %1: %2 does not pull %3 through the cache. %4</source>
        <extracomment>%1: an address; %2: a program; %3: a registry; %4: sentences that say why</extracomment>
        <translation>Bei %1 kam keine Anfrage nach dem Test-Image an: %2 ruft %3 nicht über den Cache ab. %4</translation>
    </message>
    <message>
        <source>The manifest was asked for at the cache, the content was not.</source>
        <translation>Das Manifest wurde beim Cache angefragt, der Inhalt nicht.</translation>
    </message>
    <message>
        <source>%1 is content all the same: it had it already, or got it from elsewhere.</source>
        <extracomment>%1: a program</extracomment>
        <translation>%1 ist trotzdem zufrieden: Das Image war schon vorhanden oder kam von anderswo.</translation>
    </message>
    <message>
        <source>All of the probe image was asked for at the cache, and yet %1</source>
        <extracomment>%1: a clause, such as &quot;Podman failed: (what it said)&quot;</extracomment>
        <translation>Das ganze Test-Image wurde beim Cache angefragt, und doch: %1</translation>
    </message>
    <message>
        <source>would become something else than was shown; look at the changes again before they are made</source>
        <translation>würde anders werden als gezeigt; sehen Sie sich die Änderungen erneut an, bevor sie vorgenommen werden</translation>
    </message>
    <message>
        <source>more would be reloaded or restarted than was shown; look at the changes again before they are made</source>
        <translation>es würde mehr neu geladen oder neu gestartet als gezeigt; sehen Sie sich die Änderungen erneut an, bevor sie vorgenommen werden</translation>
    </message>
    <message>
        <source>what the certificate of the cache is trusted by</source>
        <translation>das Vertrauen in das Zertifikat des Caches</translation>
    </message>
    <message>
        <source>the mirror of %1</source>
        <translation>der Mirror von %1</translation>
    </message>
    <message>
        <source>The mirror of %1</source>
        <translation>Der Mirror von %1</translation>
    </message>
    <message>
        <source>The certificate that the cache is trusted by</source>
        <translation>Das Zertifikat, durch das dem Cache vertraut wird</translation>
    </message>
    <message>
        <source>Log in at the cache</source>
        <translation>Am Cache anmelden</translation>
    </message>
    <message>
        <source>The login at the cache, beside others that are there</source>
        <translation>Die Anmeldung am Cache, neben anderen, die vorhanden sind</translation>
    </message>
    <message>
        <source>What to write for BASE64</source>
        <extracomment>BASE64 stands so in the texts before</extracomment>
        <translation>Was für BASE64 einzutragen ist</translation>
    </message>
    <message>
        <source>%1 (in WSL)</source>
        <translation>%1 (in WSL)</translation>
    </message>
    <message>
        <source>%1 (in the virtual machine)</source>
        <translation>%1 (in der virtuellen Maschine)</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1 (FILE is the certificate of the authority of the cache); to take it back: %2</source>
        <extracomment>FILE stands so in %1</extracomment>
        <translation>Um es in einem Terminal zu tun, führen Sie aus: %1 (FILE ist das Zertifikat der CA des Caches); um es zurückzunehmen: %2</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1; to take it back: %2</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>Um es in einem Terminal zu tun, führen Sie aus: %1; um es zurückzunehmen: %2</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1, rootless</source>
        <translation>%1, ohne root-Rechte</translation>
    </message>
    <message>
        <source>Docker Buildx, new builders</source>
        <translation>Docker Buildx, neue Builder</translation>
    </message>
    <message>
        <source>Docker Buildx builder %1</source>
        <translation>Docker-Buildx-Builder %1</translation>
    </message>
    <message>
        <source>Colima profile %1</source>
        <translation>Colima-Profil %1</translation>
    </message>
    <message>
        <source>kind cluster %1</source>
        <translation>kind-Cluster %1</translation>
    </message>
    <message>
        <source>minikube profile %1</source>
        <translation>minikube-Profil %1</translation>
    </message>
    <message>
        <source>`%1` is no message, or too long</source>
        <translation>`%1` ist keine Meldung oder zu lang</translation>
    </message>
    <message>
        <source>A note that came cannot be shown.</source>
        <translation>Ein Hinweis, der kam, lässt sich nicht anzeigen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>not there</source>
        <extracomment>In the place of a tag rule: upstream has said so shortly before</extracomment>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>revalidate always</source>
        <extracomment>How long a tag holds: at every request the registry is asked whether it still does</extracomment>
        <translation>immer neu bestätigen</translation>
    </message>
    <message>
        <source>immutable</source>
        <extracomment>How long a tag holds: the registry is never asked again</extracomment>
        <translation>unveränderlich</translation>
    </message>
    <message>
        <source>%1, stretched from %2</source>
        <extracomment>How long a tag holds, and how long its rule says; times such as 20m</extracomment>
        <translation>%1, gestreckt von %2</translation>
    </message>
    <message>
        <source>no rule</source>
        <extracomment>In the place of a tag rule: there is none for this tag</extracomment>
        <translation>keine Regel</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Anfragezeile</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>Upstream genannt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>Das Tag bezeichnete</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Tag-Regel</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>Nicht jeder darf dieses Repository in seiner Registry lesen.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Bis zum Beginn der Antwort</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>Kopfzeilen der Anfrage</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>Vor /v2/ im Pfad</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>Durch ?ns=, wie containerd es tut</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>Durch den Hostnamen</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>Im Namen des Images</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>Gar nicht: der voreingestellte</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>Als ein Pull zählen Anfragen, die dasselbe Programm desselben Clients ohne lange Pause zum selben Repository gestellt hat.</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>Anfragen an den Upstream</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Token von %1</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>Nichts, was noch bekannt ist. Die neuesten Anfragen an Upstreams werden behalten, solange der Cache läuft.</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>Während diese Anfrage lief, zu dem, was sie nennt; andere, die dasselbe wollten, teilen sie.</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1: Datei nicht vorhanden</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1: ist keine Datei</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1: ist zu lang</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>In the last 24 hours: requests %1 · pulls saved %2</source>
        <translation>In den letzten 24 Stunden: Anfragen %1 · gesparte Pulls %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>In den letzten 31 Tagen: Anfragen %1 · gesparte Pulls %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · wenigste Pulls übrig %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1: Anfragen %2 · gesparte Pulls %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>Image für eine Plattform</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>Index von Images für mehrere Plattformen</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>Unbekannte Plattform</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>Unvollständig, %1 %</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>Vertrauenswürdige Clients, bis feststeht, dass es öffentlich ist</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>Vertrauenswürdige Clients: Es ist privat</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>Vertrauenswürdige Clients: Seine Registry hat den Zugriff entzogen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>Kein Tag, %1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Konfiguration %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>im Upstream neuer</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 Repository</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n Repository</numerusform>
            <numerusform>%n Repositorys</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Image</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Nicht geholt</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Geteilt mit</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>Wer bedient wird</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>Vertrauenswürdige Clients</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>Clients müssen sich an&amp;melden</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>Benutzerdatei</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Bedienen:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>Alle bedienten Clients</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>Private Images für:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>Was in einer Registry nur mit Ihren eigenen Zugangsdaten lesbar ist. Angemeldete Clients gelten als vertrauenswürdig.</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>Vertrauenswürdige Clients:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>Anmeldung:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>Benutzerdatei:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>Der Zugang ist über einfaches HTTP möglich: Passwörter sind unterwegs lesbar. Verschlüsseln Sie die Adresse unter „Netzwerk“.</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>Wer diesen Rechner erreicht, kann von ihm über einfaches HTTP abrufen. Ist er aus dem Internet erreichbar, wählen Sie private Netze oder TLS und eine Anmeldung.</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>Geben Sie den ganzen Pfad einer Datei an, ab / oder ~/.</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>Wie `htpasswd -B` sie schreibt; sie darf sich jederzeit ändern.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>Auf diesem Rechner paus&amp;ieren</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>Auf diesem Rechner &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>Nimmt die Einrichtung zurück, bis Sie sie fortsetzen: Außerhalb des Netzes des Caches müssen Pulls dann auf nichts warten</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>Trägt die Einrichtung wieder ein</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Erfordert Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts erfordert Aufmerksamkeit.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>Clients müssen sich an&amp;melden</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>Zertifikat seiner CA</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>Den Cache &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>We&amp;lcher Cache:</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>Benut&amp;zer:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>Passw&amp;ort:</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA-Da&amp;tei:</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>Für Images von:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Dieser Rechner (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>Er lauscht auf keiner Adresse: Geben Sie ihm unter „Einstellungen“ eine.</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>Der Cache auf diesem Rechner ist angehalten.</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>Geben Sie ein, wo er ist, etwa 192.168.0.80:5000 oder https://cache.example.com.</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>Das ist keine Adresse; 192.168.0.80:5000 und https://cache.example.com sind welche.</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>Er ist nur von diesem Rechner aus erreichbar: Builder in Containern und andere Rechner kommen nicht dorthin. Lassen Sie ihn unter „Einstellungen“ Ihr Netz bedienen.</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>Er antwortet: Lanyard %1.</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>Wählen Sie mindestens eine Registry aus.</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>Dieser Rechner, ein früher verwendeter oder die Adresse eines anderen</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>Er antwortet und spiegelt keine Registry: Fügen Sie dort einen Upstream hinzu, oder aktivieren Sie einen.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>%1 einrichten</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>Änderungen zeigen: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Anwenden: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Testen: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Änderungen ausblenden</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Geliefert</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>Wie unter „Zugriff“</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>Private Netze</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Sonst niemand</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>Diese Adressen und Netze</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1: Adressen und Netze</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>Nennen Sie eine Adresse oder ein Netz, etwa 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>„%1“ ist weder Adresse noch Netz; 10.0.0.0/8 ist eines.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>Anfragen &amp;zeigen</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>Noch niemand hat den Cache gefragt. Wer über ihn abruft, steht hier, mit dem, was nicht geliefert werden konnte.</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>Clients des Caches</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n Client seit Programmstart</numerusform>
            <numerusform>%n Clients seit Programmstart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CloseQuestion</name>
    <message>
        <source>Close Lanyard</source>
        <translation>Lanyard schließen</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>Den Cache im Infobereich weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>„Beenden“ hält ihn an: Clients rufen dann anderswo ab.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>Erneut s&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>S&amp;nippets …</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>Anderer &amp;Rechner …</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>Auf diesem Rechner erneut nach Clients suchen</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>Was auf anderen Rechnern einzutragen ist</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>Einen Client auf einem anderen Rechner testen</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>Clients auf diesem Rechner</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Clients werden gesucht …</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>Hier wurde kein Programm gefunden, das Images abruft: Bekannt sind Docker, Podman, Earthly, BuildKit, containerd und andere. „Snippets“ zeigt, was auf anderen Rechnern einzutragen ist.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>In die Zwischenablage kopieren</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>&amp;Nicht übernommen:</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>Zugangsdaten importieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>&amp;Datei von Docker oder Podman:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Auswählen …</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Datei von Docker oder Podman auswählen</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>Der Inhalt wird geprüft</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Wird übernommen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>&amp;Zu übernehmen:</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>Ü&amp;bernommen:</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>Zugangsdaten der Datei</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>A&amp;bmelden …</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Aus &amp;Docker importieren …</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Übernehmen, was Docker oder Podman für Upstreams haben</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>Keine Zugangsdaten: Upstreams werden anonym gefragt. Melden Sie sich an, um Privates und bei Docker Hub mehr abzurufen, oder importieren Sie, was Docker hat.</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>Sie stehen in der Konfigurationsdatei und werden dort entfernt</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>Diese Zugangsdaten vergessen</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>Die Zugangsdaten werden vergessen; um sie wieder zu nutzen, brauchen Sie das Passwort.</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>Der Helper wird nicht mehr danach gefragt; was er aufbewahrt, bleibt dort.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>Ab&amp;melden</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>Es wird nichts vom Upstream geholt.</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>Laufende Downloads</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>Downloads (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>Was die Konfigurationsdatei zu %1 sagt, gilt nach einem Neustart des Caches. Laufende Übertragungen werden vorher zu Ende geführt.</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>Lanyard wird beendet, sobald die Einrichtung dieses Rechners abgeschlossen ist, damit nichts Halbes zurückbleibt. Beenden Sie noch einmal, um es sofort zu beenden.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>%1 Anfragen werden geschrieben</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 Anfragen stehen in %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Nicht heruntergeladen</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>An Clients geliefert</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Vom Upstream geholt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>Seit Programmstart</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>&amp;Kennzahlen:</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>Treffer %1 · Fehlgriffe %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>%1 des Gelieferten</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>Über das lokale Netz</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Über das Internet</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Gescheitert %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>Den Cache &amp;starten</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Docker darüber abrufen lassen: Tragen Sie dies in /etc/docker/daemon.json ein und starten Sie Docker neu.</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>Diesen Rechner ein&amp;richten …</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>Rufen Sie ein Image darüber ab und sehen Sie es hier ankommen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Diesen Rechner einrichten</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>Drei Schritte bis zum ersten Pull</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>Erledigt: Er liefert unter %1.</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>Er bedient diesen Rechner und die Rechner Ihres Netzes.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>Diesen Rechner &amp;testen</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker, Podman, Earthly und andere: Sie sehen, was sich ändern würde, und es geschieht, wenn Sie zustimmen.</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>Jeder Client zieht ein winziges Image hindurch, und Sie sehen es ankommen.</translation>
    </message>
    <message>
        <source>Done: the test pull arrived. Now pull an image, and it is kept.</source>
        <translation>Erledigt: Der Test-Pull ist angekommen. Rufen Sie jetzt ein Image ab, und es bleibt hier.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>Verlauf der Anfragen und gesparten Pulls</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 Image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Images</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>Pull-Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>&amp;Vorab holen …</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>Images holen, bevor ein Client danach fragt</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>Upstream nach &amp;neueren fragen</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Anheften</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>Die ausgewählten Images behalten, wie knapp der Platz auch ist</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>Zeigen, was das Entfernen der ausgewählten Images freigibt, und sie entfernen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>Auf anderen Rechnern</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>Nur der Name, für Clients, die den Cache als Mirror nutzen</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>Angeheftet: %1.</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>Nicht mehr angeheftet: %1.</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>Ein Image ohne Tag kann im Upstream nicht neuer sein.</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>Upstream wird gefragt</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>Upstream gefragt: %1; neuer: %2.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>Nicht möglich: %1. %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Aus&amp;wählen …</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>Images exportieren</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Images</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Podman, Docker und skopeo lesen es. Es enthält alle Plattformen, die im Cache vollständig sind.</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Tar-Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Images:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Form:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ort:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 ohne %2: im Cache nicht vollständig.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>&amp;Tags ersetzen, die im Cache ein anderes Image bezeichnen</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Images importieren</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>Ein OCI-Image-Layout als Ordner oder Tar-Datei, was docker save seit Docker 25 schreibt, oder der Speicher einer Registry. Jedes Byte wird geprüft, und keine Registry wird gefragt.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>Archi&amp;v:</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>Wie im Archiv angegeben</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>Für ein Archiv mit einem Image, das seinen Namen nicht nennt</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>&amp;Name des Images:</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>Der voreingestellte Upstream</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>Wessen Images der Speicher einer Registry enthält</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>&amp;Upstream:</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Tar-Dateien (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>Importierte Images: %1. Neuer Inhalt: %2.</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>Fehlende Teile, die geholt werden, wenn ein Client danach fragt: %1.</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>Tags, die blieben, weil sie ein anderes Image bezeichnen: %1, etwa %2.</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>Nicht übernommen: %1: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>Weitere nicht übernommen: %1.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei …</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (fehlt)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Konfiguration %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Nicht geholt</translation>
    </message>
    <message>
        <source>%1, pulled once</source>
        <translation>%1, einmal abgerufen</translation>
    </message>
    <message>
        <source>%1, pulled %2 times</source>
        <translation>%1, %2-mal abgerufen</translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation>%1 von %2 gespeichert</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>, %1 mit anderen Images geteilt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>Hat kein Tag, das ein anderes Image bezeichnen könnte</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>Neuer: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>Zuletzt gefragt: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>Plattformen und Schichten des Images</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Geteilt mit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Tag-Regel</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>Geliefert an</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>Details des Images</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest des Images</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Digest kopieren</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>1 Image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Images</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>Nach Upstream, Repository, Tag oder Digest suchen</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>In den Images suchen</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>Die übrigen Images lassen, wie sie sind</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>Der Cache läuft nicht. Starten Sie ihn, um seine Images zu sehen.</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>Noch ist kein Image im Cache. Rufen Sie eines über den Cache ab, holen Sie eines vorab, oder importieren Sie ein Archiv.</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>Der Cache wird gelesen …</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>Kein Image passt zur Suche.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>Ausgewählt: %1, %2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>Inhalt, den mehrere von ihnen haben, zählt für jedes</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>Wählen Sie ein Image aus, um alles darüber zu sehen.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>Alle IPv4-Adressen dieses Rechners.</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>Alle Adressen dieses Rechners, IPv4 und IPv6.</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>Nur Programme auf diesem Rechner kommen dorthin.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>Wer unter dieser Adresse bedient wird</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>Clients melden sich hier an, &amp;wenn es Benutzer gibt</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>Ad&amp;resse:</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>Keine (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS, Zertifikat der eigenen CA dieses Rechners</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS, Zertifikat aus Dateien</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>Ver&amp;schlüsselung:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Schlüssel:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>ein beliebiger freier</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Diese Adresse entfernen</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>Por&amp;t:</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS, Zertifikat über ACME, wie in der Datei</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>Geben Sie eine Adresse dieses Rechners an, etwa 0.0.0.0 (alle); Namen werden nicht aufgelöst.</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>Diese Adresse ist bereits in der Liste.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>Nennen Sie die Dateien des Zertifikats und seines Schlüssels, beide in PEM, mit ganzem Pfad.</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>Clients müssen der CA einmal vertrauen: siehe unten.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Zertifikat:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Bedienen:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>Zertifikat e&amp;xportieren …</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>Die CA dieses Rechners gilt bis %1. Clients müssen ihrem Zertifikat vertrauen; am Fingerabdruck vergleicht man beide Seiten.</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>Dieser Rechner hat noch keine CA. Die erste Adresse, die sie nutzt, erstellt eine.</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>Die CA wird angezeigt, solange der Cache läuft.</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>Das Zertifikat der CA exportieren</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Zertifikate (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>CA erstellen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>Protokoll und Metriken</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>Für &amp;jede Anfrage eine Zeile nach stdout schreiben</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>Metriken un&amp;d Zustand unter</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>Wer dort außer diesem Rechner Antwort bekommt</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>Adresse für Metriken und Zustand</translation>
    </message>
    <message>
        <source>Combined Log Format</source>
        <translation>Combined Log Format</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Access log:</source>
        <translation>Zugriffsprotokoll:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>Debug-Adresse:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>Antwort dort für:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>Geben Sie eine Adresse und einen Port an, etwa 127.0.0.1:5001.</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>Wer diese Adresse erreicht, kann unverschlüsselt und ohne Anmeldung lesen, was der Cache tut.</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Für Prometheus: /metrics, /healthz und /readyz.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>Das Passwort ist ein Identity-&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>Zuerst die Registry &amp;fragen, ob es stimmt</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Bei einer Registry anmelden</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>Nur für die Repositorys unter diesem Pfad, etwa team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registry:</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Pfad:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>Es wird im Schlüsselbund der Arbeitsumgebung aufbewahrt, sonst in einer Datei des Datenordners, die nur Sie lesen können. Es geht nur an diese Registry.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>&amp;Identity-Token:</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Die Registry wird gefragt</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Wird aufbewahrt</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Keine Registry wird gefragt: was im Cache ist, wird geliefert</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>Ü&amp;ber Lanyard</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>Über Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ein Zwischenspeicher für Container-Images in Ihrem Netz. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ans&amp;icht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard endet gleich</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>Vorher wird die Einrichtung dieses Rechners abgeschlossen.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n erfordert Aufmerksamkeit</numerusform>
            <numerusform>%n erfordern Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>Adresse hinz&amp;ufügen</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>Netzwerk-Threads:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>und %n frühere</numerusform>
            <numerusform>und %n frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>&amp;Jetzt neu starten</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Datenverkehr</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>&amp;Verlauf der letzten</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>Neue CA</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>Anstelle dieser lokalen CA eine neue erstellen?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>Jeder Client muss der neuen vertrauen, bevor er wieder über HTTPS abrufen kann. Die jetzige ist dann verloren.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Neue erstellen</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>Es wurde keine neue CA erstellt: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>Dann wird dies als Administrator ausgeführt</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>Dann wird dies ausgeführt</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>%1 wird nicht bearbeitet: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>Gespeichert: %1, davon geholt: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>Ausgewählte &amp;abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>&amp;Beendete entfernen</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>Images vorab holen</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/name:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>&amp;Images:</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>Plattformen:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>Andere &amp;Plattformen:</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>A&amp;lle</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>Keine: die dieses Rechners</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>Images, die geholt werden</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>Eines oder mehrere, in der üblichen Schreibweise.</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>Nur was noch nicht gespeichert ist, wird geholt.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>Einen anderen Rechner testen</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>Führen Sie dies auf dem anderen Rechner aus, sobald er eingerichtet ist. Es ruft ein winziges Image ab, das %1 nur für diesen Test erstellt; keine Registry wird gefragt.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>&amp;Client:</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>&amp;Für Images von:</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>S&amp;nippets …</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>Womit sich der andere Rechner einrichten lässt</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>Es gibt keinen Befehl für diesen Client: Suchen Sie den Client auf der Seite „Clients“.</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>Warten auf den Pull</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Nachgewiesen: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>Erste Anfragen kommen an: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Beim Anmelden an diesem Rechner starten</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>Ohn&amp;e Fenster im Infobereich starten</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>Mit &amp;Benachrichtigungen melden, was geschieht</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>Beim Start:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>Beim Schließen des Fensters:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Benachrichtigungen:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Lanyard.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privat</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>Anfragenprotokoll, nach Pull</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>Bleibt: ist angeheftet</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>Bleibt: wird gerade benutzt</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>Bleibt: noch nicht bekannt, woraus es besteht</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 mit anderen geteilt</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 mit %2 geteilt</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Images</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>Auch an&amp;geheftete Images entfernen</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Images entfernen</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Was entfernt wird und was bleibt</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Ermitteln, was entfernt würde …</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>Was entfernt würde, ließ sich nicht ermitteln.</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>Zu entfernen: %1; das gibt %2 frei. Der nächste Pull holt Entferntes neu.</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Nichts würde entfernt.</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>Die ersten davon sind aufgelistet.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>%1 entfernt, %2 freigegeben.</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>Es bleiben %1: angeheftet oder gerade benutzt.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Hinzu&amp;fügen …</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Akt&amp;ivieren</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>Einen Upstream entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>%1 aus den Upstreams entfernen?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>Clients, die danach fragen, werden von da an abgewiesen. Die Einstellungen gehen verloren, auch in der Konfigurationsdatei, mit einem Passwort, das dort steht. Um sie zu behalten, deaktivieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>Was an %1 geändert wurde, gilt, bis Lanyard endet: %2.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>Details der Anfrage</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>Wählen Sie eine Anfrage aus, um zu sehen, was darüber bekannt ist.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>Alle Clients</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>Alle Upstreams</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>Nach Image, Tag, Digest, Client oder Pfad filtern</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filter des Anfragenprotokolls</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>Anfragen, die alle diese Wörter enthalten; client:, image: und upstream: vor einem Wort suchen es nur dort</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Art der Anfrage</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>&amp;Details kopieren</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>Nur dieser &amp;Client</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>Nur dieses &amp;Image</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>Nur dieser &amp;Upstream</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>Ange&amp;zeigte Anfragen exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>Ausge&amp;wählte Anfragen exportieren …</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1, private</source>
        <translation>%1, privat</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>Anfragenprotokoll</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>No request fits the filter.</source>
        <translation>Keine Anfrage passt zum Filter.</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>Zur neuesten Anfrage gehen und dort bleiben</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>Das Protokoll lassen, wie es ist</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 übersprungen</translation>
    </message>
    <message>
        <source>&amp;Group pulls</source>
        <translation>Pulls &amp;gruppieren</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>Die Anfragen eines Pulls als eine aufklappbare Zeile zeigen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>Zeigen, was über die gewählte Zeile bekannt ist</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>&amp;Neueste</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>Kopieren, exportieren und leeren</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alle &amp;zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%1 von %2 Anfragen angezeigt</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>Es wird nichts geliefert. Was gespeichert ist, bleibt auf der Platte.</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Der Speicher wird geöffnet</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>Bedient diesen Rechner unter %1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>Bedient Ihr Netz unter %1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>Laufende Übertragungen werden zu Ende geführt</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>Zustand des Caches</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>%1 in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>Den Cache starten</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>Den Cache anhalten</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>In Arbeit; was erledigt ist, steht bei jedem Client.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Clients werden gesucht …</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>Wählen Sie oben einen Cache aus, der antwortet.</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>Wählen Sie oben einen Cache aus, der eine Registry spiegelt.</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>Wählen Sie oben eine Registry aus.</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>„Anwenden“ nimmt die oben gezeigten Änderungen vor und testet jeden Client.</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>Einzurichten: %1. Nichts wird geändert, bevor Sie es gesehen haben.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>Nichts ist zum Einrichten ausgewählt.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>Aufbewahrt in %1; auch der Server liest diese Datei.</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>Es gibt noch keine Konfigurationsdatei. „Anwenden“ erstellt %1.</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>Diese Einstellungen lassen sich hier ansehen, aber nicht ändern. %1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>Die Datei wurde inzwischen geändert. „Anwenden“ schreibt, was Sie hier geändert haben, und behält den Rest; „Zurücksetzen“ zeigt, was in der Datei steht.</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Noch nicht angewendet.</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>Oben stimmt etwas noch nicht.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Angewendet.</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>Angewendet. Der Cache startet wegen %1 neu; laufende Übertragungen werden vorher zu Ende geführt.</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>Angewendet; gilt in einem Moment.</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>Angewendet; gilt, wenn der Cache gestartet wird.</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>Angewendet. Gerade läuft ein Import, ein Export oder ein Vorabholen; was %1 betrifft, gilt nach einem Neustart des Caches.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>In einem Terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Speichern: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Das Snippet speichern</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>Snippets für andere Rechner</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Wo Lanyard nicht selbst schreibt: Damit rufen Clients über %1 ab.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>&amp;Client:</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>S&amp;ystem:</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Variante:</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>Wie bei diesem Cache</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>Einfaches HTTP</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS und Anmeldung</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>Diesen Client gibt es auf diesem System nicht.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Ordner des Caches</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>Neuere holen</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>Höchstgröße des Caches</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB oder ein Zwanzigstel einer kleinen Platte</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>&amp;Frei halten:</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>Nicht danach suchen</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>Stündlich suchen</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>Täglich suchen</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>&amp;Neuere angeheftete Images:</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>Geben Sie den ganzen Pfad an, ab / oder ~/.</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>Was in einem anderen Ordner gespeichert ist, bleibt dort.</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>Der Cache darf belegen, was nicht frei zu halten ist.</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>Geben Sie eine Größe an, etwa 50GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>Das ist mehr, als die ganze Platte hat.</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>Am längsten nicht genutzte Images machen Platz; angeheftete bleiben.</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>Geben Sie eine Größe an, etwa 5GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>Das ist mehr, als die ganze Platte hat: Nichts würde gespeichert.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>So viel der Platte bleibt für anderes, wie groß der Cache auch sein darf. Sie hat %1, davon sind jetzt %2 frei.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>So viel der Platte bleibt für anderes.</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>Größe des Caches begrenzen auf</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>Gr&amp;öße:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>Clients fragen nach %1, was kein Upstream ist. Anfragen: %2, die letzte: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>und %n weitere Registry</numerusform>
            <numerusform>und %n weitere Registrys</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach ob&amp;en</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>Die erste Regel, deren Muster zu einem Tag passt, bestimmt, wie lange die Antwort gilt. Ein Muster enthält * und ? oder ist re: mit einem regulären Ausdruck. Ohne Regeln gelten die üblichen.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>Die Registry wird gefragt</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>Tag-Regeln</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>Regel &amp;hinzufügen</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>Wann die Registry gefragt wird</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>In der letzten Stunde</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>In den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>In den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>An Clients geliefert</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Vom Upstream geholt</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>Diagramm der gelieferten und geholten Bytes</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>Diagramm der Anfragen und Treffer</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1 wurde nichts angefragt.</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1 wurden %2 geliefert und %3 geholt.</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>Das meiste (%1): %2.</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1: %2 geliefert, %3 geholt</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1: %2 Anfragen, %3 Treffer</translation>
    </message>
    <message>
        <source>%1: requests %2 · hits %3.</source>
        <translation>%1: Anfragen %2 · Treffer %3.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard: liefert nicht</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard offline: %1 Treffer, %2 geliefert</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard: %1 Treffer, %2 geliefert</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard läuft weiter</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>Der Cache liefert weiter. Über dieses Symbol lässt sich das Fenster öffnen und das Programm beenden.</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>&amp;Zuletzt abgerufene Images</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>Auf diesem &amp;Rechner pausieren</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>Auf diesem Rechner &amp;fortsetzen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>Details des Upstreams</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>Tags: wann die Registry gefragt wird</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>Pull-Kontingent</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 Tage</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>gesparte Pulls</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>wenigste Pulls übrig</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>Er ist deaktiviert: Clients, die danach fragen, werden abgewiesen.</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>Kein Upstream wird gefragt, solange Sie offline arbeiten.</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>Er hat nicht gemeldet, dass er Pulls zählt.</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>%1 Pulls übrig</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>Gezählt für %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>Keine: Es wird abgerufen, was öffentlich ist.</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1: %2
%3</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Upstream hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>&amp;Bekannte Registrys:</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1, ist ein Upstream</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>REGISTRY</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>Die Konfiguration wird geschrieben</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>Bekannte Registrys</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>&amp;Namen und Vertrauen</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>&amp;Tag-Regeln</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registry:</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>Ihr Name, wie er in den Namen von Images steht.</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL:</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>Wo die Registry ist. Ohne Verschlüsselung (http) nur, wenn es hier angegeben ist.</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>Aus&amp;weichserver:</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>Server mit demselben Inhalt, einer je Zeile, die in dieser Reihenfolge gefragt werden, solange die URL ausfällt.</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>&amp;CA-Datei:</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>Zertifikate (PEM), denen dafür neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Über den sie erreicht wird: http://HOST:PORT oder socks5://HOST:PORT.</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>&amp;Aliasnamen:</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>Andere Namen für sie in den Namen von Images, einer je Zeile.</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>&amp;Hostnamen:</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>Namen dieses Rechners, unter denen er diese Registry ist, einer je Zeile.</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>To&amp;ken-Dienste:</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>Hosts außerhalb der eigenen Domain, einer je Zeile, die ihr Passwort bekommen dürfen.</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>Um&amp;leitungen:</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>Hosts im privaten Netz, einer je Zeile, zu denen sie umleiten darf.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>Pulls übrig</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>Gesparte Pulls</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>Erreichbar in %1.</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>Nicht erreichbar.</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Test von %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>Erneut &amp;testen</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>Die Server werden gefragt</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>Der Cache ist angehalten. Drücken Sie auf „Starten“, um den Zustand der Upstreams zu sehen und sie zu ändern.</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>&amp;Registrys</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>&amp;Zugangsdaten</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Keine Registry wird gefragt: was im Cache ist, wird geliefert</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>je Stunde</numerusform>
            <numerusform>je %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>je Minute</numerusform>
            <numerusform>je %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>gezählt für %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>wieder alle bis %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>Noch keine Registry hat gemeldet, wie viele Pulls sie gewährt.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>Übrige Pulls bei den Registrys</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%1 frei auf der Platte mit %2, davon bleiben %3 für anderes</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 unfertiger Downloads warten auf Fortsetzung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>%1 übrig</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Wiederholen:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>Ein Name hat keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>Ein Passwort hat höchstens 72 Byte.</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>Die Passwörter unterscheiden sich.</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>Wen es schon gibt, der bekommt dieses Passwort.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>Benutzer &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>Benutzer ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>Benutzer lassen sich hinzufügen, wenn die Anmeldung angewendet ist.</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>Benutzer lassen sich hinzufügen, solange der Cache läuft.</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>Benutzer lassen sich hinzufügen, sobald die Anmeldung gilt.</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>Es gibt noch keine Benutzer: Niemand kann abrufen.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Einen Benutzer entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>Clients mit diesem Namen können nicht mehr abrufen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>Auf diesem Rechner ausprobieren:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>Docker darüber abrufen lassen, in /etc/docker/daemon.json:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>Warten auf den ersten Pull</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>Jeder Rechner, der über %1 abruft, bekommt seine Images von hier; jedes Image wird nur einmal heruntergeladen. Anfragen erscheinen an dieser Stelle, sobald sie beantwortet sind.</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>Der Cache ist angehalten</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>Drücken Sie auf „Starten“: Dann werden dieser Rechner und die Rechner Ihres Netzes mit Images beliefert.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Nachgewiesen: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>Was ankam: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>Nicht nachgewiesen: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>Ausgabe des Clients</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>Diese Konfiguration statt der am üblichen Ort verwenden: YAML von Lanyard oder die Proxy-Konfiguration einer Docker-Registry.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>Ein Zwischenspeicher für Container-Images in Ihrem Netz, mit Fenster.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Unerwartetes Argument: %1</translation>
    </message>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard läuft bereits und antwortet nicht. Beenden Sie es und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n geholt</numerusform>
            <numerusform>, %n geholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n aus dem Cache</numerusform>
            <numerusform>%n aus dem Cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n vom Upstream</numerusform>
            <numerusform>%n vom Upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n fehlgeschlagen oder abgebrochen</numerusform>
            <numerusform>%n fehlgeschlagen oder abgebrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker, mit dem Cache in insecure-registries</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Podman</source>
        <translation>Podman</translation>
    </message>
    <message>
        <source>containerd</source>
        <translation>containerd</translation>
    </message>
</context>
<context>
    <name>request</name>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Fehlgriff</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>Der Cache wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>Aus dem Cache geliefert.</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>Aus dem Cache geliefert, nachdem der Upstream es bestätigt hat.</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>Vom Upstream geholt.</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>Einmal geholt für diese und andere Anfragen.</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>Aus dem Cache geliefert; der Upstream war nicht zu fragen.</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>Nicht im Cache und vom Upstream nicht zu bekommen.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>Tag-Liste</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1, abgebrochen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>Nicht jeder darf dieses Repository in seiner Registry lesen.</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Tag-Regel</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>Nichts muss neu gestartet werden.</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>Der Dienst liest die Konfiguration neu ein, und nichts wird unterbrochen.</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>Pausiert: ruft ohne den Cache ab</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>Für diesen Cache eingerichtet</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>Nutzt einen anderen Mirror: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>Teilweise eingerichtet; nutzt %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>Für keinen Cache eingerichtet</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Es ist nichts mehr zu tun.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>%n Datei ändert sich.</numerusform>
            <numerusform>%n Dateien ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>%n Datei kann Lanyard nicht bearbeiten.</numerusform>
            <numerusform>%n Dateien kann Lanyard nicht bearbeiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>Das Passwort des Administrators wird abgefragt.</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>neue Datei</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>Datei wird entfernt</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>als Administrator</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Wird eingerichtet</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>durch ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>durch den Pfad /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>durch den Namen %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>durch einen Hostnamen von %1</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>ohne Namen, also für %1</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1 %2, von %3</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>Auf diesem Rechner pausiert: Pulls mit %1 laufen bis zum Fortsetzen ohne %2.</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>Auf diesem Rechner eingerichtet: %1, für %2.</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>Dieser Rechner ist eingerichtet</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>Die Einrichtung ist nicht ganz gelungen</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>Der Test-Pull ist angekommen</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>Der Test ist gescheitert</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>Die Einrichtung ist rückgängig gemacht</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>Die Einrichtung wurde nicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>Auf diesem Rechner pausiert</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>Nicht pausiert</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>Auf diesem Rechner fortgesetzt</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>Nicht fortgesetzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>Dies wird unterbrochen: %1.</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>Nichts wird unterbrochen.</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>Der Rest kann eingerichtet werden, wenn das behoben ist: siehe die Änderungen.</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>Seine Einrichtung wurde unterbrochen: Machen Sie sie rückgängig, oder richten Sie ihn neu ein</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard macht das nicht selbst. Was wo einzufügen ist, steht bei den Änderungen.</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>Unterbrochen, also nur halb eingerichtet: %1, für %2. „Rückgängig machen“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 ist hier nicht mehr zu finden; was dafür eingetragen wurde, kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>Eingerichtet, aber noch nicht bestätigt</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>Nicht jeder Test-Pull ist angekommen</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>Nicht alles ist pausiert</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>Nicht alles ist fortgesetzt</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>noch nicht bestätigt: %1</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>Auf Ausweichserver</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>Begrenzt Anfragen</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>Bis %1 ist alles wieder da.</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1, voll bis %2</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>nie wieder</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>bei jedem Pull</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>wieder nach %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>Zugriff: unbekannt.</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>Zugriff: offen für alle.</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>Zugriff: Alle dürfen abrufen, was öffentlich ist.</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>Zugriff: Die Zugangsdaten stimmen.</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>Zugriff: Die Zugangsdaten werden abgelehnt.</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>Zugriff: Zugangsdaten sind nötig, aber nicht vorhanden.</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>Zertifikat: %1, ausgestellt von %2, bis %3.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>Datei im Datenordner</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>wie der Helper sagt</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>Identity-Token</translation>
    </message>
</context>
</TS>
