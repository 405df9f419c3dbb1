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
        <translation>Aus Docker &amp;importieren …</translation>
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
        <source>%1 there were %2 requests and %3 hits.</source>
        <translation>%1 gab es %2 Anfragen und %3 Treffer.</translation>
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
        <source>all containers and builds of Docker Desktop</source>
        <translation>alle Container und Builds von Docker Desktop</translation>
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
