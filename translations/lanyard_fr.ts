<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>Le disque est inutilisable&#xa0;: %1. Les clients sont invités à revenir plus tard.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>Le disque est plein&#xa0;: %1 libres, dont %2 à garder ainsi. Ce qui est récupéré maintenant est transmis sans être stocké.</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 est injoignable depuis %2&#xa0;: %3. Ce que le cache en contient est servi.</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%1, un serveur de %2, est injoignable depuis %3&#xa0;: %4. Un autre est interrogé.</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 n’accepte aucune requête jusqu’à %2 (429). S’y connecter augmente ce qu’il accorde.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 refuse les identifiants&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 accorde encore %2 pulls sur %3. Les tags restent valables plus longtemps d’ici là&#xa0;; s’y connecter en accorde davantage.</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>Vous travaillez hors ligne&#xa0;: aucun registre n’est interrogé, et seul le contenu du cache est servi.</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>L’autorité de certification locale expire le %1. D’ici là, les clients doivent faire confiance à une nouvelle.</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>Le certificat de ce cache expire le %1 et n’a pas été renouvelé automatiquement.</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) n’a pas obtenu ce qu’il demandait et l’a sans doute récupéré directement du registre&#xa0;: %3, état %4.</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>Des clients demandent des images de %1, qui n’est pas un registre amont&#xa0;: leurs pulls contournent le cache.</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>Le cache est arrêté&#xa0;: ses clients s’adressent directement aux registres.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Travailler en ligne</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
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
            <numerusform>Un contenu erroné a été envoyé pour %1 à %2 (%n fois depuis le démarrage). Il a été refusé et n’est pas enregistré.</numerusform>
            <numerusform>Un contenu erroné a été envoyé pour %1 à %2 (%n fois depuis le démarrage). Il a été refusé et n’est pas enregistré.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>Le disque n’accepte plus rien, par exemple parce qu’un quota est épuisé. Ce qui est récupéré maintenant est transmis sans être stocké.</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>Le cache est plein&#xa0;: %1 utilisés sur %2, et %3 récupérés n’y ont pas tenu. Désépinglez ou supprimez des images, ou accordez-lui plus de place.</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>Le certificat de ce cache a expiré le %1 et n’a pas été renouvelé automatiquement&#xa0;: les clients le refusent.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>Le certificat dans %1 a expiré le %2&#xa0;: les clients le refusent. Mettez-en un nouveau au même endroit&#xa0;; il est pris en compte aussitôt.</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>Le certificat dans %1 expire le %2. Mettez-en un nouveau au même endroit&#xa0;; il est pris en compte aussitôt.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>il a désigné un registre qui n’est pas un registre amont</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>il n’a pas le droit d’être servi</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>il a demandé trop souvent</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>le cache ne l’avait pas et n’a pas pu l’obtenir</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>Doit se connecter</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1&#xa0;: il n’a pas obtenu %2 (état %3)&#xa0;: %4. Les clients s’adressent alors directement au registre, sans le signaler.</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Servi ; %n repli</numerusform>
            <numerusform>Servi ; %n replis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Repli (%n fois)</numerusform>
            <numerusform>Repli (%n fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>Exporter les requêtes</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Ligne de requête</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>Amont désigné</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>Désigné par le tag</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>En amont, ce dépôt n’est pas lisible par tout le monde.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Avant le début de la réponse</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfert</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>En-tête de la requête</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>Avant /v2/ dans le chemin</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>Par ?ns=, comme containerd</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>Par le nom d’hôte</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>Dans le nom de l’image</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>Pas du tout&#xa0;: celui par défaut</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>Comptent comme un seul pull les requêtes du même programme, du même client et pour le même dépôt, sans longue pause.</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>Demandé en amont</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Jeton de %1</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>Rien qui soit encore connu. Les dernières requêtes vers l’amont sont conservées tant que le cache fonctionne.</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>Pendant cette requête, pour ce qu’elle désigne&#xa0;; partagé avec les autres requêtes qui voulaient la même chose.</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1&#xa0;: ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1&#xa0;: ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1&#xa0;: fichier trop long</translation>
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
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>In the last 24 hours: requests %1 · pulls saved %2</source>
        <translation>Dernières 24 heures&#xa0;: requêtes %1 · pulls économisés %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>31 derniers jours&#xa0;: requêtes %1 · pulls économisés %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · minimum de pulls restants %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1&#xa0;: requêtes %2 · pulls économisés %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>Image pour une plateforme</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>Index d’images pour plusieurs plateformes</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefact</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>Plateforme inconnue</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complète</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Partielle</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>Partielle, %1&#xa0;%</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>Clients de confiance, tant qu’elle n’est pas reconnue publique</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>Clients de confiance&#xa0;: elle est privée</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>Clients de confiance&#xa0;: son registre a retiré l’accès</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>Sans tag, %1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Config %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglée</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privée</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>plus récente en amont</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 dépôt</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n dépôt</numerusform>
            <numerusform>%n dépôts</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Non téléchargée</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stockée</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquante</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>Qui est servi</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>Clients de confiance</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>Les clients doi&amp;vent se connecter</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>Fichier des utilisateurs</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Servir&#xa0;:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>Tous les clients servis</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>Images privées pour&#xa0;:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>Ce que seuls vos propres identifiants permettent de lire sur un registre. Les clients connectés sont de confiance.</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>Clients de confiance&#xa0;:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>Connexion&#xa0;:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>Fichier des utilisateurs&#xa0;:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>Tout le monde peut accéder en HTTP non chiffré&#xa0;: les mots de passe sont lisibles en chemin. Chiffrez l’adresse, sous Réseau.</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>Quiconque atteint cet ordinateur peut y récupérer des images, en HTTP non chiffré. S’il est accessible depuis Internet, choisissez les réseaux privés, ou TLS et une connexion.</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>Indiquez le chemin complet d’un fichier, à partir de / ou ~/.</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>Au format de `htpasswd -B`&#xa0;; il peut changer à tout moment.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>&amp;Mettre en pause sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>&amp;Reprendre sur cet ordinateur</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>Retire la configuration jusqu’à la reprise&#xa0;: hors du réseau du cache, les pulls se font alors sans attente</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>Écrit à nouveau la configuration</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Retirer la configuration&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Attention requise</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Rien ne requiert votre attention.</translation>
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
        <translation>Les clients doivent &amp;se connecter</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>Certificat de son autorité</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>&amp;Démarrer le cache</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>Cache à &amp;utiliser&#xa0;:</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>Uti&amp;lisateur&#xa0;:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>M&amp;ot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>&amp;Fichier de l’AC&#xa0;:</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>Pour les images de&#xa0;:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Cet ordinateur (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>Il n’écoute sur aucune adresse&#xa0;: indiquez-en une dans Paramètres.</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>Le cache de cet ordinateur est arrêté.</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>Saisissez son emplacement, par exemple 192.168.0.80:5000 ou https://cache.example.com.</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>Ce n’est pas une adresse&#xa0;; 192.168.0.80:5000 et https://cache.example.com en sont.</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>Il n’est joignable que depuis cet ordinateur&#xa0;: les outils de build en conteneur et les autres machines n’y ont pas accès. Servez votre réseau, dans Paramètres.</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>Il répond&#xa0;: Lanyard %1.</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>Choisissez au moins un registre.</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>Cet ordinateur, un cache déjà utilisé ou l’adresse d’un autre</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>Il répond, mais n’est le miroir d’aucun registre&#xa0;: ajoutez-y un registre amont ou activez-en un.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Configurer %1</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>Afficher les modifications&#xa0;: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Appliquer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Tester&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Retirer la configuration&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Masquer les modifications</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Afficher les modifications</translation>
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
        <translation>Programme</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Désigne l’amont</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Dernier contact</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>Comme défini sous Accès</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>Réseaux privés</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Personne d’autre</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>Ces adresses et réseaux</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1&#xa0;: adresses et réseaux</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>Indiquez une adresse ou un réseau, par exemple 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse ni un réseau&#xa0;; 10.0.0.0/8 en est un.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>&amp;Afficher ses requêtes</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>Personne n’a encore sollicité le cache. Les clients qui passent par lui sont listés ici, avec ce qui n’a pas pu leur être fourni.</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>Clients du cache</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n client depuis le démarrage du programme</numerusform>
            <numerusform>%n clients depuis le démarrage du programme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>Rec&amp;hercher à nouveau</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>E&amp;xtraits…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>Autre ordina&amp;teur…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>Rechercher à nouveau les clients sur cet ordinateur</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>Ce qu’il faut écrire sur d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>Tester un client sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>Clients sur cet ordinateur</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Recherche de clients…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>Aucun programme qui récupère des images n’a été trouvé ici&#xa0;; Docker, Podman, Earthly, BuildKit, containerd et d’autres sont reconnus. Extraits montre ce qu’il faut écrire sur d’autres ordinateurs.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>Copier dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>&amp;Non repris&#xa0;:</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>Importer des identifiants</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>&amp;Fichier de Docker ou Podman&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Choisir un fichier de Docker ou Podman</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>Examen du contenu</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>À r&amp;eprendre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>&amp;Repris&#xa0;:</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>Identifiants du fichier</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Conservé dans</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>Se &amp;déconnecter…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Im&amp;porter de Docker…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Reprendre ce que Docker ou Podman possède pour les registres amont</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>Aucun identifiant&#xa0;: les registres amont sont interrogés anonymement. Connectez-vous pour récupérer ce qui est privé et, sur Docker Hub, obtenir plus de pulls, ou importez ce que Docker possède.</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>Ils figurent dans le fichier de configuration et y seront supprimés</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>Oublier ces identifiants</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>Se déconnecter de %1&#xa0;?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>Les identifiants seront oubliés&#xa0;; il faudra leur mot de passe pour les réutiliser.</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>L’assistant d’identification ne sera plus interrogé&#xa0;; ce qu’il conserve y reste.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>Se déco&amp;nnecter</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>Aucun téléchargement de l’amont en cours.</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>Téléchargements en cours</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>Téléchargements (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>Ce que le fichier de configuration indique pour %1 prendra effet au redémarrage du cache. Les transferts en cours se terminent avant.</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>Lanyard se termine dès que la configuration de cet ordinateur est achevée, pour que rien ne reste à moitié fait. Quittez encore une fois pour terminer tout de suite.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’export</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>Écriture de %1 requêtes</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 requêtes écrites dans %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>Taux de hits</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Non téléchargé</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servi aux clients</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Téléchargé de l’amont</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>Depuis le démarrage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Depuis toujours</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>C&amp;hiffres</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>Hits %1 · misses %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>%1 de ce qui a été servi</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>Par le réseau local</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Par Internet</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Échecs %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>&amp;Démarrer le cache</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Faites passer Docker par le cache&#xa0;: ajoutez ceci à /etc/docker/daemon.json et redémarrez Docker.</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>Configurer cet &amp;ordinateur…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>Récupérez une image par le cache et voyez-la arriver ici.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Configurer cet ordinateur</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>Trois étapes jusqu’au premier pull</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>Fait&#xa0;: le cache sert sur %1.</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>Il sert cet ordinateur et les machines de votre réseau.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>&amp;Tester cet ordinateur</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker, Podman, Earthly et d’autres&#xa0;: vous voyez ce qui changerait, et c’est fait lorsque vous acceptez.</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>Chaque client effectue un pull d’une image minuscule à travers le cache, et vous la voyez arriver.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>Requêtes et pulls économisés au fil du temps</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>&amp;Copier la commande de pull</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>&amp;Précharger…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>Télécharger des images avant qu’un client ne les demande</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>Chercher plus récent en &amp;amont</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>Épin&amp;gler</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>Garder les images sélectionnées, quelle que soit la place disponible</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Désépingler</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>Montrer ce que libère la suppression des images sélectionnées, et les supprimer</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>Sur d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>Nom seul, pour les clients qui utilisent le cache comme miroir</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Épinglage</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Désépinglage</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>Épinglage terminé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>Désépinglage terminé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>Une image sans tag ne peut pas être plus récente en amont.</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>Interrogation de l’amont</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>Amont interrogé pour %1&#xa0;; plus récentes&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1&#xa0;: %2 sur %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>Impossible&#xa0;: %1. %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>Exporter des images</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Lisible par Podman, Docker et skopeo. Contient toutes les plateformes complètes dans le cache.</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Fichier tar</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Images&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Emplacement&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 écrits dans %2.</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 sans %2&#xa0;: incomplet dans le cache.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fe&amp;rmer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>&amp;Remplacer les tags qui désignent une autre image dans le cache</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Importer des images</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>Une disposition d’image OCI (dossier ou fichier tar), ce que docker save écrit depuis Docker 25, ou le stockage d’un registre. Chaque octet est vérifié, et aucun registre n’est interrogé.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Dossier…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>Arc&amp;hive&#xa0;:</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>Comme l’indique l’archive</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>Pour une archive d’une seule image qui n’indique pas son nom</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>&amp;Nom de l’image&#xa0;:</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>Le registre amont par défaut</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>Le registre dont le stockage contient les images</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>Amon&amp;t&#xa0;:</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Fichiers tar (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>Images importées&#xa0;: %1. Nouveau contenu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>Éléments manquants, téléchargés quand un client les demandera&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>Tags laissés tels quels, car ils désignent une autre image&#xa0;: %1, par exemple %2.</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>Non repris&#xa0;: %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>Autres non repris&#xa0;: %1.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Fichier…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (manquante)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Config %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Non téléchargée</translation>
    </message>
    <message>
        <source>%1, pulled once</source>
        <translation>%1, 1 pull</translation>
    </message>
    <message>
        <source>%1, pulled %2 times</source>
        <translation>%1, %2 pulls</translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation>%1 sur %2 stockés</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>, dont %1 partagés avec d’autres images</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>N’a pas de tag qui pourrait désigner une autre image</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>Plus récente&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>Dernière interrogation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>Plateformes et couches de l’image</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Amont</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>Servie à</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>Détails de l’image</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest de l’image</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Copier le digest</translation>
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
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>Chercher par amont, dépôt, tag ou digest</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>Chercher dans les images</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>Laisser les images restantes telles quelles</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>Le cache ne fonctionne pas. Démarrez-le pour voir ses images.</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>Aucune image dans le cache. Récupérez-en une par le cache, préchargez-en une ou importez une archive.</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>Lecture du cache…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>Aucune image ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 jusqu’ici</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>Sélection&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>Le contenu commun à plusieurs compte pour chacune</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>Sélectionnez une image pour en voir tous les détails.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>Toutes les adresses IPv4 de cet ordinateur.</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>Toutes les adresses de cet ordinateur, IPv4 et IPv6.</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>Accessible seulement aux programmes de cet ordinateur.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>Qui est servi à cette adresse</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>Les clients doivent s’y connecter, s’il e&amp;xiste des utilisateurs</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>Aucun (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS, certificat de l’autorité de cet ordinateur</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS, certificat lu dans des fichiers</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>C&amp;hiffrement&#xa0;:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Clé&#xa0;:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>tout port libre</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Supprimer cette adresse</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort&#xa0;:</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS, certificat par ACME, selon le fichier</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>Indiquez une adresse de cet ordinateur, par exemple 0.0.0.0 (toutes)&#xa0;; les noms ne sont pas résolus.</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>Cette adresse est déjà dans la liste.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Utiliser le port %1</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>Indiquez les fichiers du certificat et de sa clé, tous deux en PEM, avec leur chemin complet.</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>Les clients doivent faire confiance à l’autorité, une seule fois&#xa0;: voir ci-dessous.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificat&#xa0;:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Servir&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>E&amp;xporter son certificat…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>L’autorité de cet ordinateur est valable jusqu’au %1. Les clients doivent faire confiance à son certificat&#xa0;; l’empreinte permet de comparer les deux côtés.</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>Cet ordinateur n’a pas encore d’autorité. La première adresse qui l’utilise en crée une.</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>L’autorité est affichée quand le cache fonctionne.</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>Exporter le certificat de l’autorité</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Certificats (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>Créer l’autorité</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>Journal et métriques</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>Écrire une ligne par requête sur &amp;stdout</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>&amp;Métriques et santé à l’adresse</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>À qui répondre là, outre cet ordinateur</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>Adresse des métriques et de la santé</translation>
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
        <translation>Journal d’accès&#xa0;:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format&#xa0;:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>Adresse de débogage&#xa0;:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>Y répondre à&#xa0;:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>Indiquez une adresse et un port, par exemple 127.0.0.1:5001.</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>Quiconque atteint cette adresse peut lire ce que fait le cache, sans chiffrement ni connexion.</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Pour Prometheus&#xa0;: /metrics, /healthz et /readyz.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>Le mot de passe est un &amp;jeton d’identité</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>&amp;Demander d’abord au registre s’il est correct</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Se connecter à un registre</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>tout le registre</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>Seulement pour les dépôts sous ce chemin, par exemple team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Chemin&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Nom d’utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>Il est conservé dans le trousseau de ce bureau s’il en existe un, sinon dans un fichier du dossier de données que vous seul pouvez lire. Il n’est transmis qu’à ce registre.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>Jeton d’&amp;identité&#xa0;:</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Interrogation du registre</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Aucun registre n’est interrogé&#xa0;: le contenu du cache est servi</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affichag&amp;e</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>À pr&amp;opos de Lanyard</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Close Lanyard</source>
        <translation>Fermer Lanyard</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>Garder le cache actif dans la zone de notification&#xa0;?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>Quitter l’arrête&#xa0;: les clients font alors leurs pulls ailleurs.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Garder actif</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>À propos de Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Un cache pull-through d’images de conteneurs pour votre réseau. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard se termine dans un instant</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>La configuration de cet ordinateur s’achève auparavant.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n élément requiert votre attention</numerusform>
            <numerusform>%n éléments requièrent votre attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>Ajoute&amp;r une adresse</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>Threads réseau&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>&amp;Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>et %n précédent</numerusform>
            <numerusform>et %n précédents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>É&amp;volution sur</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>Nouvelle autorité de certification</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>Créer une nouvelle autorité de certification locale à la place de celle-ci&#xa0;?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>Chaque client devra faire confiance à la nouvelle avant de pouvoir récupérer à nouveau des images en HTTPS. L’autorité actuelle sera perdue.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Créer une nouvelle</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>Aucune nouvelle autorité de certification n’a été créée&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>Modifications de %1</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>Ceci est ensuite exécuté, en tant qu’administrateur</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>Ceci est ensuite exécuté</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>%1 n’est pas modifié&#xa0;: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>Stocké&#xa0;: %1, dont téléchargé&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>P&amp;récharger</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>&amp;Annuler la sélection</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>&amp;Effacer les terminés</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>Précharger des images</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/nom:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>&amp;Images&#xa0;:</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>Plateformes&#xa0;:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>Autres plate&amp;formes&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>Aucune&#xa0;: celle de cet ordinateur</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>Images préchargées</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>Une ou plusieurs, comme on les écrit d’habitude.</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>Seul ce qui n’est pas encore stocké est téléchargé.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Démarre</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonné</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>Tester un autre ordinateur</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>Exécutez ceci sur l’autre ordinateur, une fois celui-ci configuré. Cela récupère une image minuscule que %1 crée pour ce seul test&#xa0;; aucun registre n’est interrogé.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;lient&#xa0;:</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>Pour les &amp;images de&#xa0;:</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>E&amp;xtraits…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>Ce qui configure l’autre ordinateur</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>Il n’y a pas de commande pour ce client&#xa0;: cherchez-le sur la page Clients.</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>En attente du pull</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>Le pull commence à arriver&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Démarrer à l’ouverture de ma session</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>Démarrer sans &amp;fenêtre, dans la zone de notification</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>M’informer par des &amp;notifications</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Rester actif dans la zone de notification</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Langue&#xa0;:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>Au démarrage&#xa0;:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>À la fermeture de la fenêtre&#xa0;:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Notifications&#xa0;:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>La langue changera au prochain démarrage de Lanyard.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privée</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>Journal des requêtes, par pull</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>Reste&#xa0;: elle est épinglée</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>Reste&#xa0;: elle est utilisée</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>Reste&#xa0;: sa composition n’est pas encore connue</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 partagés avec d’autres</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 partagés avec %2</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>Supprimer aussi les images é&amp;pinglées</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Supprimer des images</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Ce qui disparaît et ce qui reste</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Ce qui reste</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Libéré</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Examen de ce qui disparaîtrait…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>Impossible de déterminer ce qui disparaîtrait.</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>À supprimer&#xa0;: %1, pour libérer %2. Le prochain pull téléchargera à nouveau ce qui a été supprimé.</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Rien ne disparaîtrait.</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>Seules les premières sont listées.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>Suppression terminée&#xa0;: %1, %2 libérés.</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>Non supprimé&#xa0;: %1 (épinglé ou utilisé).</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Désactiver</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Acti&amp;ver</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>Supprimer un registre amont</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>Supprimer %1 des registres amont&#xa0;?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>Les clients qui le demandent seront dès lors refusés. Ses paramètres disparaîtront, y compris du fichier de configuration, avec le mot de passe éventuel qui y figure. Pour les garder, désactivez-le plutôt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Supp&amp;rimer</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>Les modifications de %1 valent jusqu’à la fin de Lanyard&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>Détails de la requête</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>Choisissez une requête pour voir ce qu’on en sait.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n’a pas été écrit&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>Tous les registres amont</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>Filtrer par image, tag, digest, client ou chemin</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filtre du journal des requêtes</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>Requêtes contenant tous ces mots&#xa0;; client:, image: ou upstream: devant un mot limite la recherche à ce champ</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Amont</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Type de requête</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Toutes les requêtes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>Copier les &amp;détails</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>Seulement ce c&amp;lient</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>Seulement cette &amp;image</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>Seulement cet &amp;amont</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>E&amp;xporter les requêtes affichées…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>Exporter les requêtes &amp;sélectionnées…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Effacer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privée</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
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
        <translation>Requête</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>Journal des requêtes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>&amp;Grouper les pulls</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>Afficher les requêtes d’un même pull sur une seule ligne dépliable</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>Afficher ce qu’on sait de la ligne choisie</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>Plus &amp;récente</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>Aller à la requête la plus récente et y rester</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>Figer le journal</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>Copier, exporter et effacer</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>Aucune requête ne correspond au filtre.</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%1 requêtes affichées sur %2</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 omises</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Repre&amp;ndre</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>Rien n’est servi. Le contenu du cache reste sur le disque.</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Ouverture du stockage</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>Sert cet ordinateur sur %1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>Sert votre réseau sur %1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>Les transferts en cours se terminent</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>État du cache</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>Copier %1 dans le presse-papiers</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>Démarrer le cache</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>Arrêter le cache</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>A&amp;ppliquer</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>Confi&amp;gurer</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>En cours&#xa0;; ce qui est fait s’affiche pour chaque client.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Recherche de clients…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>Choisissez ci-dessus un cache qui répond.</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>Choisissez ci-dessus un cache qui est le miroir d’un registre.</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>Choisissez un registre ci-dessus.</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>Appliquer effectue les modifications affichées ci-dessus et teste chaque client.</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>À configurer&#xa0;: %1. Rien n’est modifié avant que vous ne l’ayez vu.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>Aucun client à configurer n’est choisi.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>Rétab&amp;lir</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>Appli&amp;quer</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>Conservé dans %1, que le serveur lit aussi.</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>Il n’y a pas encore de fichier de configuration. Appliquer crée %1.</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>Ces paramètres peuvent être consultés, mais pas modifiés ici. %1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>Le fichier a été modifié entre-temps. Appliquer écrit ce que vous avez modifié ici et garde le reste&#xa0;; Rétablir montre ce que dit le fichier.</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Pas encore appliqué.</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>Un élément ci-dessus n’est pas encore correct.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Appliqué.</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>Appliqué. Le cache redémarre pour %1&#xa0;; les transferts en cours se terminent avant.</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>Appliqué&#xa0;; effectif dans un instant.</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>Appliqué&#xa0;; effectif au démarrage du cache.</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>Appliqué. Un import, un export ou un préchargement est en cours&#xa0;; les modifications de %1 prendront effet au redémarrage du cache.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>Dans un terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Enregistrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Enregistrer l’extrait</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>Extraits pour d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Extraits</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Là où Lanyard n’écrit pas lui-même&#xa0;: ceci fait passer les pulls des clients par %1.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;lient&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>&amp;Système&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Variante&#xa0;:</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>Comme ce cache</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>HTTP non chiffré</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS avec connexion</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>Ce client n’existe pas sur ce système.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Dossier du cache</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>Télécharger ce qui est plus récent</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>Taille maximale du cache</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB, ou un vingtième d’un petit disque</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>&amp;Garder libre&#xa0;:</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>Ne pas les chercher</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>Chercher toutes les heures</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>Chercher tous les jours</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>Images é&amp;pinglées plus récentes&#xa0;:</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>Indiquez le chemin complet, à partir de / ou ~/.</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>Le contenu d’un autre dossier de cache y reste.</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>Le cache peut prendre tout ce qui ne doit pas rester libre.</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>Indiquez une taille, par exemple 50GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>C’est plus que la capacité totale du disque.</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>Les images inutilisées depuis le plus longtemps cèdent la place&#xa0;; les épinglées restent.</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>Indiquez une taille, par exemple 5GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>C’est plus que la capacité totale du disque&#xa0;: rien ne serait stocké.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>Espace disque laissé aux autres, quelle que soit la taille du cache. Le disque fait %1, dont %2 libres actuellement.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>Espace disque laissé aux autres.</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>Limiter la taille du cache à</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>&amp;Taille&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>Des clients demandent %1, qui n’est pas un registre amont. Requêtes&#xa0;: %2, dernière&#xa0;: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>et %n autre registre</numerusform>
            <numerusform>et %n autres registres</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>La première règle dont le motif correspond à un tag indique combien de temps la réponse reste valable. Un motif contient * et ?, ou est re: suivi d’une expression rationnelle. Sans règles, celles d’usage s’appliquent.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>Le registre est interrogé</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>Règles de tag</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>&amp;Ajouter une règle</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>Quand le registre est interrogé</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>Au cours de la dernière heure</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>Au cours des dernières 24 heures</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Au cours des 30 derniers jours</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servi aux clients</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Téléchargé de l’amont</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>Graphique des octets servis et téléchargés</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>Graphique des requêtes et des hits</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1, rien n’a été demandé.</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1, %2 ont été servis et %3 téléchargés.</translation>
    </message>
    <message>
        <source>%1 there were %2 requests and %3 hits.</source>
        <translation>%1, il y a eu %2 requêtes et %3 hits.</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>Maximum, %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1&#xa0;: %2 servis, %3 téléchargés</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1&#xa0;: %2 requêtes, %3 hits</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>Afficher la &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard&#xa0;: ne sert pas</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard hors ligne&#xa0;: %1 hits, %2 servis</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard&#xa0;: %1 hits, %2 servis</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard reste actif</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>Le cache continue de servir. Ouvrez la fenêtre ou quittez depuis cette icône.</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>Images &amp;récentes</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard demande votre attention</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>Mettre en pause sur &amp;cet ordinateur</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>&amp;Reprendre sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>Détails du registre amont</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>Tags&#xa0;: quand le registre est interrogé</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>Quota de pulls</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 jours</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>pulls économisés</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>minimum de pulls restants</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>Il est désactivé&#xa0;: les clients qui le demandent sont refusés.</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>Aucun registre amont n’est interrogé tant que vous travaillez hors ligne.</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>Il n’a pas indiqué qu’il compte les pulls.</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>Pulls restants&#xa0;: %1</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>Décompte pour %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>Aucun&#xa0;: seul ce qui est public est récupéré.</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1&#xa0;: %2
%3</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Ajouter un registre amont</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>Registres &amp;connus&#xa0;:</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1, est un registre amont</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>REGISTRE</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>Écriture de la configuration</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>Registres connus</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>&amp;Emplacement</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>&amp;Noms et confiance</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>Règles de &amp;tag</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registre&#xa0;:</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>Son nom tel qu’il figure dans les noms d’images.</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL&#xa0;:</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>Où se trouve le registre. Sans chiffrement (http) seulement si c’est indiqué ici.</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>&amp;Serveurs de repli&#xa0;:</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>Serveurs au contenu identique, un par ligne, interrogés dans cet ordre tant que l’URL échoue.</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>Fichier de &amp;l’AC&#xa0;:</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>Certificats (PEM) de confiance pour ce registre, en plus de ceux du système.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy&#xa0;:</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Par lequel il est joint&#xa0;: http://HÔTE:PORT ou socks5://HÔTE:PORT.</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>&amp;Alias&#xa0;:</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>Ses autres noms dans les noms d’images, un par ligne.</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>Noms d’&amp;hôte&#xa0;:</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>Noms de cet ordinateur sous lesquels il représente ce registre, un par ligne.</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>Services de &amp;jetons&#xa0;:</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>Hôtes hors de son propre domaine, un par ligne, qui peuvent recevoir son mot de passe.</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>Re&amp;directions&#xa0;:</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>Hôtes du réseau privé, un par ligne, vers lesquels il peut rediriger.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>Pulls restants</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>Pulls économisés</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Identifiants</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>Joignable en %1.</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>Injoignable.</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Test de %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>&amp;Retester</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>Interrogation de ses serveurs</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>Le cache est arrêté. Cliquez sur Démarrer pour voir l’état des registres amont et les modifier.</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>Re&amp;gistres</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>I&amp;dentifiants</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Aucun registre n’est interrogé&#xa0;: le contenu du cache est servi</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>dans %n heure</numerusform>
            <numerusform>dans %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>dans %n minute</numerusform>
            <numerusform>dans %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>décompte pour %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>au complet vers %1</translation>
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
        <translation>Aucun registre n’a encore indiqué combien de pulls il accorde.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>Pulls restants sur les registres</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%1 libres sur le disque de %2, dont %3 laissés aux autres</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 de téléchargements inachevés en attente de reprise</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>reste %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Confirmation&#xa0;:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>Un nom ne contient pas de deux-points.</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>Un mot de passe fait au plus 72 octets.</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>Les mots de passe diffèrent.</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>Si l’utilisateur existe déjà, il reçoit ce mot de passe.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>Ajouter un &amp;utilisateur…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>Supp&amp;rimer l’utilisateur…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>Des utilisateurs peuvent être ajoutés une fois la connexion appliquée.</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>Des utilisateurs peuvent être ajoutés quand le cache fonctionne.</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>Des utilisateurs peuvent être ajoutés quand la connexion est effective.</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>Il n’y a pas encore d’utilisateurs&#xa0;: personne ne peut récupérer d’images.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Supprimer un utilisateur</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>Les clients portant ce nom ne pourront plus récupérer d’images.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>Essayez sur cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>Faites passer Docker par le cache, dans /etc/docker/daemon.json&#xa0;:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>En attente du premier pull</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>Chaque machine qui passe par %1 obtient ses images d’ici&#xa0;; chaque image n’est téléchargée qu’une fois. Les requêtes apparaissent ici au fil des réponses.</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>Le cache est arrêté</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>Cliquez sur Démarrer&#xa0;: les images sont alors servies à cet ordinateur et aux machines de votre réseau.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>Ce qui est arrivé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>Non confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>Sortie du client</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard est déjà lancé et ne répond pas. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>Utiliser cette configuration au lieu de celle de l’emplacement habituel&#xa0;: le YAML de Lanyard, ou la configuration de proxy d’un registre Docker.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>Un cache pull-through d’images de conteneurs pour votre réseau, avec une fenêtre.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Argument inattendu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n requête</numerusform>
            <numerusform>%n requêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n téléchargée</numerusform>
            <numerusform>, %n téléchargées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n du cache</numerusform>
            <numerusform>%n du cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n de l’amont</numerusform>
            <numerusform>%n de l’amont</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n échouée ou interrompue</numerusform>
            <numerusform>%n échouées ou interrompues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker, avec le cache dans ses insecure-registries</translation>
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
        <translation>Hit</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>Revalidé</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Miss</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>Le cache n’a pas été sollicité.</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>Servi depuis le cache.</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>Servi depuis le cache après confirmation de l’amont.</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>Téléchargé de l’amont.</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>Téléchargé une seule fois pour cette requête et d’autres.</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>Servi depuis le cache&#xa0;; l’amont n’a pas pu être interrogé.</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>Absent du cache, et impossible à obtenir en amont.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifeste</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>Liste des tags</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Référents</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1, interrompue</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agent utilisateur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>En amont, ce dépôt n’est pas lisible par tout le monde.</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>Aucun redémarrage n’est nécessaire.</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>Son service relit sa configuration, et rien ne s’arrête.</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>En pause&#xa0;: pulls sans le cache</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>Configuré pour ce cache</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>Utilise un autre miroir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>Configuré en partie&#xa0;; utilise %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>Non configuré pour un cache</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Il ne reste rien à faire.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>%n fichier sera modifié.</numerusform>
            <numerusform>%n fichiers seront modifiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>%n fichier ne peut pas être modifié par Lanyard.</numerusform>
            <numerusform>%n fichiers ne peuvent pas être modifiés par Lanyard.</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>Le mot de passe administrateur sera demandé.</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>nouveau fichier</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>fichier supprimé</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>en tant qu’administrateur</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Configuration en cours</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Test en cours</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Retrait en cours</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>par ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>par le chemin /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>par le nom %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>par un nom d’hôte de %1</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>sans nom, donc pour %1</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1 %2 depuis %3</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>En pause sur cet ordinateur&#xa0;: %1 (pulls sans %2 jusqu’à la reprise).</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>Configuré sur cet ordinateur&#xa0;: %1, pour %2.</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>Cet ordinateur est configuré</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>La configuration n’a pas entièrement réussi</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>Le pull de test est arrivé</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>Le test a échoué</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>La configuration a été retirée</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>La configuration n’a pas été retirée</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>En pause sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>La mise en pause a échoué</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>Reprise effectuée sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>La reprise a échoué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>tous les conteneurs et builds de Docker Desktop</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>les builds en cours</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>l’API Kubernetes de ce nœud pendant quelques secondes, aucun pod</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>l’agent de ce nœud pendant quelques secondes, aucun pod</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>Ceci est interrompu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>Rien n’est interrompu.</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>Le reste peut être configuré une fois cela corrigé&#xa0;: voir les modifications.</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>Sa configuration a été interrompue&#xa0;: retirez-la ou configurez-le de nouveau</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard ne le fait pas lui-même. Ce qu’il faut coller, et où, figure parmi les modifications.</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>Interrompu, donc configuré à moitié&#xa0;: %1, pour %2. «&#xa0;Retirer&#xa0;» le défait.</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 ne se trouve plus ici&#xa0;; ce qui a été écrit pour lui peut être retiré.</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>Configuré, mais pas encore confirmé</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>Tous les pulls de test ne sont pas arrivés</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>Tout n’est pas en pause</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>Tout n’a pas repris</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>pas encore confirmé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Non interrogé</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore interrogé</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>Sur un serveur de repli</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>Limite les requêtes</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 jusqu’à %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>Au complet vers %1.</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1, au complet vers %2</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>plus jamais</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>à chaque pull</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>de nouveau après %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>Accès&#xa0;: inconnu.</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>Accès&#xa0;: ouvert à tout le monde.</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>Accès&#xa0;: tout le monde peut récupérer ce qui est public.</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>Accès&#xa0;: les identifiants sont corrects.</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>Accès&#xa0;: les identifiants sont refusés.</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>Accès&#xa0;: des identifiants sont exigés, et il n’y en a pas.</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>Certificat&#xa0;: %1, émis par %2, jusqu’au %3.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>Fichier du dossier de données</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>selon l’assistant</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>jeton d’identité</translation>
    </message>
</context>
</TS>
