<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>No se puede usar el disco: %1. Se indica a los clientes que vuelvan más tarde.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>El disco está lleno: hay %1 libres y deben quedar %2. Lo que se pida ahora se transmite sin almacenarse.</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 no está accesible desde %2: %3. Se sirve lo que hay en la caché.</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%1, un servidor de %2, no está accesible desde %3: %4. Se consulta otro.</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 no acepta solicitudes hasta %2 (429). Iniciar sesión en él aumenta su límite.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 rechaza las credenciales: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 permite %2 pulls más de %3. Mientras tanto, las etiquetas valen más tiempo; iniciar sesión en él aumenta el límite.</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>Trabaja sin conexión: no se consulta ningún registro y solo se sirve lo que hay en la caché.</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>La autoridad de certificación local caduca el %1. Para entonces, los clientes deben confiar en una nueva.</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>El certificado de esta caché caduca el %1 y no se ha renovado automáticamente.</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) no recibió lo que pidió y probablemente hizo pull del propio registro: %3, código %4.</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>Los clientes piden imágenes de %1, que no es un upstream: hacen pull sin pasar por la caché.</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>La caché está detenida: sus clientes hacen pull de los propios registros.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Trabajar en línea</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renovar…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>Se envió contenido incorrecto para %1 a las %2 (%n vez desde el inicio). Se rechazó y no se guardó.</numerusform>
            <numerusform>Se envió contenido incorrecto para %1 a las %2 (%n veces desde el inicio). Se rechazó y no se guardó.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>El disco no admite más datos, por ejemplo porque se ha agotado una cuota. Lo que se pida ahora se transmite sin almacenarse.</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>La caché está llena: se usan %1 de %2 y no cupieron %3 de lo que se pidió. Desfije o elimine imágenes, o dele más espacio.</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>El certificado de esta caché caducó el %1 y no se ha renovado automáticamente: los clientes lo rechazan.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>El certificado de %1 caducó el %2: los clientes lo rechazan. Ponga ahí uno nuevo; se usará de inmediato.</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>El certificado de %1 caduca el %2. Ponga ahí uno nuevo; se usará de inmediato.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>indicó un registro que no es un upstream</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>no está permitido atenderlo</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>hizo demasiadas solicitudes</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>la caché no lo tenía ni pudo obtenerlo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Atendido</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>Debe iniciar sesión</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1: no se le dio %2 (código %3): %4. En ese caso, los clientes van al propio registro sin avisar.</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Servido; fue %n vez al registro</numerusform>
            <numerusform>Servido; fue %n veces al registro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Fue al registro (%n vez)</numerusform>
            <numerusform>Fue al registro (%n veces)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>Exportar solicitudes</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Línea de solicitud</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>Upstream indicado</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>La etiqueta designaba</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>No todos pueden leer este repositorio en el upstream.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Hasta el inicio de la respuesta</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferencia</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>Cabecera de la solicitud</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>Antes de /v2/ en la ruta</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>Con ?ns=, como hace containerd</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>Con el nombre de host</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>En el nombre de la imagen</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>No indicado: el predeterminado</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>Cuentan como un solo pull las solicitudes que el mismo programa del mismo cliente hizo para el mismo repositorio sin una pausa larga.</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>Solicitado al upstream</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Token de %1</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>Nada que aún se conozca. Las solicitudes más recientes a los upstreams se conservan mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>Durante esta solicitud y para lo que indica; otras que querían lo mismo lo comparten.</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1: el archivo no existe</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1: no es un archivo</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1: es demasiado largo</translation>
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
        <translation>En las últimas 24 horas: solicitudes %1 · pulls ahorrados %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>En los últimos 31 días: solicitudes %1 · pulls ahorrados %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · mínimo de pulls restantes %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1: solicitudes %2 · pulls ahorrados %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>Imagen para una plataforma</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>Índice de imágenes para varias plataformas</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefacto</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>Plataforma desconocida</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>Parcial, %1 %</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>Clientes de confianza, hasta saber que es pública</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>Clientes de confianza: es privada</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>Clientes de confianza: su registro ha retirado el acceso</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>Sin etiqueta, %1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Configuración %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privada</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>más nueva en el upstream</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 repositorio</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n repositorio</numerusform>
            <numerusform>%n repositorios</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Sin descargar</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Almacenada</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartida con</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>A quién se atiende</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>Clientes de confianza</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>L&amp;os clientes deben iniciar sesión</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>Archivo de usuarios</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Atender a:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>Todos los clientes atendidos</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>Imágenes privadas para:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>Lo que solo sus propias credenciales pueden leer en un registro. Los clientes que han iniciado sesión son de confianza.</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>Clientes de confianza:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>Inicio de sesión:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>Archivo de usuarios:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>Cualquiera puede acceder por HTTP sin cifrar: las contraseñas se pueden leer en tránsito. Cifre la dirección en «Red».</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>Cualquiera que llegue a este equipo puede hacer pull de él por HTTP sin cifrar. Si es accesible desde internet, elija redes privadas, o TLS e inicio de sesión.</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>Indique la ruta completa de un archivo, desde / o ~/.</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>Como lo escribe `htpasswd -B`; puede cambiar en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>&amp;Pausar en este equipo</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>&amp;Reanudar en este equipo</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>Retira la configuración hasta que la reanude: así, fuera de la red de la caché, los pulls no esperan en vano</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>Vuelve a escribir la configuración</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nada requiere atención.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>L&amp;os clientes deben iniciar sesión</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>Certificado de su autoridad</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>&amp;Iniciar la caché</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>&amp;Qué caché:</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>Usuari&amp;o:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>Co&amp;ntraseña:</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>Arc&amp;hivo de CA:</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>Para imágenes de:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Este equipo (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Consultando %1…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>No escucha en ninguna dirección: indíquele una en «Ajustes».</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>La caché de este equipo está detenida.</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>Indique dónde está, por ejemplo, 192.168.0.80:5000 o https://cache.example.com.</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>Esto no es una dirección; 192.168.0.80:5000 y https://cache.example.com sí lo son.</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>Solo es accesible desde este equipo: los builders en contenedores y otras máquinas no llegan a ella. Haga que sirva a su red en «Ajustes».</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>Responde: Lanyard %1.</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>Elija al menos un registro.</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>Este equipo, una caché usada antes o la dirección de otra</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>Responde, pero no replica ningún registro: añada allí un upstream o active uno.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Configurar %1</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>Mostrar cambios: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Aplicar: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Probar: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Ocultar cambios</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostrar cambios</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Pide a</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servido</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última vez</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>Según «Acceso»</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>Redes privadas</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Nadie más</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>Estas direcciones y redes</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1: direcciones y redes</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>Indique una dirección o una red, como 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>«%1» no es una dirección ni una red; 10.0.0.0/8 sí lo es.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>&amp;Mostrar sus solicitudes</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>Aún nadie ha consultado la caché. Aquí aparece quién hace pull a través de ella y lo que no se le pudo dar.</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>Clientes de la caché</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n cliente desde el inicio del programa</numerusform>
            <numerusform>%n clientes desde el inicio del programa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>&amp;Fragmentos…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>O&amp;tro equipo…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>Buscar de nuevo clientes en este equipo</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>Qué escribir en otros equipos</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>Probar un cliente en otro equipo</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>Clientes de este equipo</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Buscando clientes…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>No se ha encontrado aquí ningún programa que haga pull de imágenes: se reconocen Docker, Podman, Earthly, BuildKit, containerd y otros. «Fragmentos» muestra qué escribir en otros equipos.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>Copiar al portapapeles</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>&amp;No importadas:</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>Importar credenciales</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>&amp;Archivo de Docker o Podman:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Elegir un archivo de Docker o Podman</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>Examinando su contenido</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>Se im&amp;portarán:</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>Impor&amp;tadas:</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>Credenciales del archivo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Guardada en</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>Ce&amp;rrar sesión…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Im&amp;portar de Docker…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Importar lo que Docker o Podman tienen para los upstreams</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>Sin credenciales: los upstreams se consultan de forma anónima. Inicie sesión para hacer pull de lo privado y, en Docker Hub, para hacer más pulls, o importe las de Docker.</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>Está en el archivo de configuración y se borra de él</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>Olvidar esta credencial</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>¿Cerrar la sesión en %1?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>Se olvidará la credencial; para volver a usarla necesitará su contraseña.</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>Ya no se le pedirá al auxiliar; lo que este guarda se conserva.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lectores</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>No se está descargando nada del upstream.</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>Descargas en curso</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>Descargas (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>Lo que el archivo de configuración indica sobre %1 surtirá efecto al reiniciar la caché. Antes terminarán las transferencias en curso.</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>Lanyard termina cuando acabe la configuración de este equipo, para que nada quede a medias. Salga otra vez para terminar de inmediato.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>Escribiendo %1 solicitudes</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 solicitudes están en %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>Tasa de aciertos</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Descarga evitada</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servido a clientes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Descargado del upstream</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>Desde el inicio del programa</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Desde siempre</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>C&amp;ifras</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>Aciertos %1 · fallos %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>%1 de lo servido</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>Por la red local</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Por internet</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Con error %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>&amp;Iniciar la caché</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Haga que Docker la use para sus pulls: ponga esto en /etc/docker/daemon.json y reinícielo.</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>Con&amp;figurar este equipo…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>Haga pull de una imagen a través de ella y véala llegar aquí.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Configurar este equipo</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>Tres pasos hasta el primer pull</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>Hecho: sirve en %1.</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>Sirve a este equipo y a las máquinas de su red.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>&amp;Probar este equipo</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker, Podman, Earthly y otros: usted ve lo que cambiaría y se hace cuando lo acepta.</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>Cada cliente hace un pull de una imagen diminuta a través de la caché, y usted la ve llegar.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>Evolución de solicitudes y pulls ahorrados</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>&amp;Copiar comando de pull</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>P&amp;recargar…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>Descargar imágenes antes de que las pida un cliente</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>&amp;Buscar más nuevas en el upstream</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Fijar</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>Conservar las imágenes seleccionadas, sea cual sea el espacio</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Desfijar</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>Mostrar qué libera eliminar las imágenes seleccionadas y eliminarlas</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>En otros equipos</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>Solo el nombre, para clientes que usan la caché como mirror</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Fijando</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Desfijando</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>Fijado: %1.</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>Ya sin fijar: %1.</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>Una imagen sin etiqueta no puede ser más nueva en el upstream.</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>Consultando el upstream</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>Consultado el upstream para %1; más nuevas: %2.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>No se pudo hacer: %1. %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Ele&amp;gir…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>Exportar imágenes</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Lo leen Podman, Docker y skopeo. Contiene todas las plataformas completas en la caché.</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Archivo tar</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Imágenes:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ubicación:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>Escrito en %2: %1.</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 sin %2: incompleto en la caché.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ce&amp;rrar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>&amp;Reemplazar etiquetas que designan otra imagen en la caché</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Importar imágenes</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>Un OCI image layout como carpeta o archivo tar, lo que escribe docker save desde Docker 25, o el almacenamiento de un registro. Se verifica cada byte y no se consulta ningún registro.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>Car&amp;peta…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>&amp;Origen:</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>Como indica el archivo</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>Para un archivo de una sola imagen que no indica su nombre</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>&amp;Nombre de la imagen:</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>El upstream predeterminado</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>De quién son las imágenes del almacenamiento de un registro</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>&amp;Upstream:</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Archivos tar (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>Imágenes importadas: %1. Contenido nuevo: %2.</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>Partes que faltan y se descargarán cuando las pida un cliente: %1.</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>Etiquetas no modificadas porque designan otra imagen: %1, como %2.</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>No importado: %1: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>Otros no importados: %1.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Archivo…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (falta)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Configuración %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Sin descargar</translation>
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
        <translation>%1 de %2 almacenados</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>, %1 compartidos con otras imágenes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>No tiene etiqueta que pueda designar otra imagen</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>Más nueva: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>Última consulta: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>Plataformas y capas de la imagen</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartida con</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>Se sirve a</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>Detalles de la imagen</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest de la imagen</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Copiar el digest</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>Buscar por upstream, repositorio, etiqueta o digest</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>Buscar en las imágenes</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>Dejar las demás imágenes como están</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>La caché no está en marcha. Iníciela para ver sus imágenes.</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>Aún no hay imágenes en la caché. Haga pull de una a través de ella, precargue una o importe un archivo.</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>Leyendo el contenido de la caché…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>Ninguna imagen coincide con la búsqueda.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>Selección: %1, %2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>El contenido común a varias cuenta en cada una</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>Seleccione una imagen para ver todo sobre ella.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>Todas las direcciones IPv4 de este equipo.</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>Todas las direcciones de este equipo, IPv4 e IPv6.</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>Solo acceden los programas de este equipo.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>A quién se atiende en esta dirección</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>Los clientes inician sesión a&amp;quí, si hay usuarios</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>Ninguno (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS, certificado de la autoridad de este equipo</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS, certificado de archivos</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>C&amp;ifrado:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Clave:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>cualquiera libre</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Eliminar esta dirección</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>Pu&amp;erto:</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS, certificado por ACME, según el archivo</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>Indique una dirección de este equipo, como 0.0.0.0 (todas); los nombres no se resuelven.</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>Esta dirección ya está en la lista.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Usar el puerto %1</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>Indique los archivos del certificado y de su clave, ambos en PEM, con sus rutas completas.</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>Los clientes deben confiar una vez en la autoridad: véase más abajo.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificado:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Atender a:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>E&amp;xportar su certificado…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>La autoridad de este equipo es válida hasta el %1. Los clientes deben confiar en su certificado; la huella permite comparar ambos extremos.</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>Este equipo aún no tiene autoridad. La primera dirección que la use la creará.</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>La autoridad se muestra mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>Exportar el certificado de la autoridad</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Certificados (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>Crear la autoridad</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>Log y métricas</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>Escribir una línea por solicitud en &amp;stdout</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>Mé&amp;tricas y salud en</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>A quién se responde allí además de a este equipo</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>Dirección de métricas y salud</translation>
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
        <translation>Log de acceso:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Formato:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>Dirección de depuración:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>Responde allí a:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>Indique una dirección y un puerto, como 127.0.0.1:5001.</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>Cualquiera que llegue a esa dirección puede leer lo que hace la caché, sin cifrado ni inicio de sesión.</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Para Prometheus: /metrics, /healthz y /readyz.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>C&amp;ontraseña:</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>La contraseña es un &amp;token de identidad</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>Comprobarla &amp;antes en el registro</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Iniciar sesión en un registro</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>Solo para los repositorios bajo esta ruta, como team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registro:</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>R&amp;uta:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Nombre de usuario:</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>Se guarda en el llavero de este escritorio si lo hay; si no, en un archivo de la carpeta de datos que solo usted puede leer. Solo se envía a este registro.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>Token de &amp;identidad:</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Consultando el registro</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Guardando</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>Cac&amp;hé</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>No se consulta ningún registro: se sirve lo que hay en la caché</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Log</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>&amp;Acerca de Lanyard</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close Lanyard</source>
        <translation>Cerrar Lanyard</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>¿Mantener la caché en marcha en la bandeja?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>Salir la detiene: los clientes harán pull de otro sitio.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Mantener en marcha</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>Acerca de Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Una caché pull-through de imágenes de contenedor para su red. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard termina en un momento</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>Antes se acaba la configuración de este equipo.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n requiere atención</numerusform>
            <numerusform>%n requieren atención</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>&amp;Añadir dirección</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>Hilos de red:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>&amp;Reiniciar ahora</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Descartar el mensaje</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>y %n anterior</numerusform>
            <numerusform>y %n anteriores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>&amp;Evolución durante</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>Nueva autoridad de certificación</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>¿Crear una nueva autoridad de certificación local en lugar de esta?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>Cada cliente deberá confiar en la nueva antes de poder volver a hacer pull por HTTPS. La actual desaparecerá.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Crear una nueva</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>No se creó ninguna autoridad de certificación nueva: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>Cambios en %1</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>Después se ejecuta esto como administrador</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>Después se ejecuta esto</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>No se edita %1: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>Almacenado: %1, de ello descargado: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Descargar</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>&amp;Cancelar selección</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>&amp;Quitar lo terminado</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>Precargar imágenes</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/nombre:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>&amp;Imágenes:</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>Plataformas:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>&amp;Otras plataformas:</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Todas</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>Ninguna: la de este equipo</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>Imágenes que se descargan</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>Una o varias, tal como suelen escribirse.</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>Solo se descarga lo que aún no está almacenado.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonada</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>Probar otro equipo</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>Ejecute esto en el otro equipo cuando esté configurado. Hace pull de una imagen diminuta que %1 crea solo para esta prueba; no se consulta ningún registro.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;liente:</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>Para imágenes &amp;de:</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>&amp;Fragmentos…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>Cómo configurar el otro equipo</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>No hay ningún comando para este cliente: búsquelo en la página «Clientes».</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>Esperando el pull</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>Empieza a llegar: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Iniciar cuando inicie sesión en este equipo</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>Iniciar sin ventana, en la &amp;bandeja</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>Avisarme de lo que ocurra con &amp;notificaciones</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en marcha en la bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Idioma:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>Al inicio:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>Al cerrar la ventana:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Notificaciones:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>Los textos cambiarán la próxima vez que se inicie Lanyard.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privada</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>Log de solicitudes, por pull</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>Se conserva: está fijada</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>Se conserva: está en uso</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>Se conserva: aún no se conoce su contenido</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 que tienen otras</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 que tiene %2</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>Eliminar también las imágenes &amp;fijadas</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Eliminar imágenes</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Qué se elimina y qué se conserva</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Calculando qué se eliminaría…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>No se pudo averiguar qué se eliminaría.</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>Se eliminaría: %1; se liberarían %2. El próximo pull volverá a descargar lo eliminado.</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>No se eliminaría nada.</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>Se muestran las primeras.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>No se eliminó nada.</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>Eliminado: %1; liberado: %2.</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>Se conserva: %1 (fijado o en uso).</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>E&amp;liminar…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Ac&amp;tivar</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>Eliminar un upstream</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>¿Eliminar %1 de los upstreams?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>A partir de entonces se rechazará a los clientes que lo pidan. Se borrarán sus ajustes, también en el archivo de configuración, incluida la contraseña que haya allí. Para conservarlos, desactívelo.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Elimina&amp;r</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>Lo cambiado en %1 vale hasta que termine Lanyard: %2.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>Detalles de la solicitud</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>Elija una solicitud para ver lo que se sabe de ella.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se escribió %1: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>Todos los upstreams</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>Filtrar por imagen, etiqueta, digest, cliente o ruta</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filtro del log de solicitudes</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>Solicitudes con todas estas palabras; client:, image: y upstream: ante una palabra la buscan solo ahí</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Todos los resultados</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Tipo de solicitud</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas las solicitudes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>Copiar &amp;detalles</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>Solo este cl&amp;iente</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>Solo esta i&amp;magen</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>Solo este &amp;upstream</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>E&amp;xportar solicitudes mostradas…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>Exportar &amp;solicitudes seleccionadas…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vaciar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privada</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>Log de solicitudes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>A&amp;grupar pulls</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>Mostrar las solicitudes de un pull como una línea desplegable</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>Mostrar lo que se sabe de la fila elegida</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>Más &amp;reciente</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>Ir a la solicitud más reciente y quedarse ahí</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>Dejar el log como está</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>Copiar, exportar y vaciar</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>Ninguna solicitud coincide con el filtro.</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Mostrar &amp;todas</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%1 de %2 solicitudes mostradas</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 omitidas</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Rea&amp;nudar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>No se sirve nada. Lo que hay en la caché sigue en el disco.</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abriendo el almacén</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>Sirviendo a este equipo en %1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>Sirviendo a su red en %1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>Terminando las transferencias en curso</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>Estado de la caché</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>Copiar %1 al portapapeles</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>Iniciar la caché</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>Detener la caché</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Canc&amp;elar</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>Confi&amp;gurar</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>En curso; lo que se hace se muestra en cada cliente.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Buscando clientes…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>Elija arriba una caché que responda.</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>Elija arriba una caché que replique un registro.</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>Elija un registro arriba.</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>«Aplicar» hace los cambios que se muestran arriba y prueba cada cliente.</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>Por configurar: %1. No se cambia nada sin que lo haya visto antes.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>No hay nada elegido para configurar.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>&amp;Revertir</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>A&amp;plicar</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>Se guardan en %1, que también lee el servidor.</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>Aún no hay archivo de configuración. «Aplicar» crea %1.</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>Estos ajustes se pueden ver aquí, pero no cambiar. %1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>El archivo ha cambiado mientras tanto. «Aplicar» escribe lo que ha cambiado aquí y conserva el resto; «Revertir» muestra lo que dice el archivo.</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Aún sin aplicar.</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>Algo de lo anterior aún no es correcto.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Aplicado.</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>Aplicado. La caché se reinicia por %1; antes terminan las transferencias en curso.</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>Aplicado; surtirá efecto en un momento.</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>Aplicado; surtirá efecto al iniciar la caché.</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>Aplicado. Hay una importación, una exportación o una precarga en curso; lo cambiado en %1 surtirá efecto al reiniciar la caché.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>En una terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Guardar: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Guardar el fragmento</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>Fragmentos para otros equipos</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Fragmentos</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Donde Lanyard no escribe por sí mismo, esto permite que los clientes hagan pull a través de %1.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;liente:</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>&amp;Sistema:</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Variante:</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>Como esta caché</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>HTTP sin cifrar</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS e inicio de sesión</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>Este cliente no existe en este sistema.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Carpeta de la caché</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>Descargar lo más nuevo</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>Tamaño máximo de la caché</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB, o una vigésima parte de un disco pequeño</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>De&amp;jar libre:</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>No buscarlas</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>Buscar cada hora</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>Buscar cada día</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>Imágenes &amp;fijadas más nuevas:</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>Indique la ruta completa, desde / o ~/.</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>Lo que hay en la caché de otra carpeta se queda allí.</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>La caché puede ocupar todo lo que no deba quedar libre.</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>Indique un tamaño, como 50GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>Es más de lo que tiene todo el disco.</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>Las imágenes usadas hace más tiempo dejan sitio; las fijadas se conservan.</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>Indique un tamaño, como 5GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>Es más de lo que tiene todo el disco: no se almacenaría nada.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>Esta parte del disco se deja a otros, sea cual sea el tamaño de la caché. Tiene %1, de los que %2 están libres ahora.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>Esta parte del disco se deja a otros.</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>Limitar el tamaño de la caché a</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>Ta&amp;maño:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>Los clientes piden %1, que no es un upstream. Solicitudes: %2, la última: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>y %n registro más</numerusform>
            <numerusform>y %n registros más</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>La primera regla cuyo patrón coincide con una etiqueta determina cuánto vale su respuesta. Un patrón usa * y ?, o es re: y una expresión regular. Sin reglas se aplican las habituales.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>Se consulta el registro</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>Reglas de etiquetas</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>Añadir &amp;regla</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>Cuándo se consulta el registro</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>En la última hora</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>En las últimas 24 horas</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>En los últimos 30 días</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servido a clientes</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Descargado del upstream</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>Gráfico de los bytes servidos y descargados</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>Gráfico de las solicitudes y los aciertos</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1 no se pidió nada.</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1 se sirvieron %2 y se descargaron %3.</translation>
    </message>
    <message>
        <source>%1 there were %2 requests and %3 hits.</source>
        <translation>%1 hubo %2 solicitudes y %3 aciertos.</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>Máximo, %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1: %2 servidos, %3 descargados</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1: %2 solicitudes, %3 aciertos</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>Mostrar &amp;ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard: no está sirviendo</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard sin conexión: %1 aciertos, %2 servidos</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard: %1 aciertos, %2 servidos</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard sigue en marcha</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>La caché sigue sirviendo. Abra la ventana o salga desde este icono.</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>Imágenes &amp;recientes</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard requiere atención</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>Pausar en este &amp;equipo</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>&amp;Reanudar en este equipo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>Detalles del upstream</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>Etiquetas: cuándo se consulta el registro</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>Cuota de pulls</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 días</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>pulls ahorrados</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>mínimo de pulls restantes</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>Está desactivado: se rechaza a los clientes que lo piden.</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>No se consulta ningún upstream mientras trabaja sin conexión.</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>No ha indicado que cuente los pulls.</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>%1 pulls restantes</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>Contados para %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>Ninguna: solo pulls de lo público.</translation>
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
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Añadir un upstream</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>Re&amp;gistros conocidos:</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1, ya es un upstream</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>REGISTRO</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>Escribiendo la configuración</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>Registros conocidos</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>&amp;Dónde está</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>&amp;Nombres y confianza</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>Reg&amp;las de etiquetas</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registro:</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>Su nombre tal como figura en los nombres de imágenes.</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL:</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>Dónde está el registro. Sin cifrado (http) solo si se indica aquí.</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>De re&amp;serva:</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>Servidores con el mismo contenido, uno por línea, que se consultan en este orden mientras falle la URL.</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>Archivo de &amp;CA:</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>Certificados (PEM) en los que se confía para él, además de los del sistema.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Por el que se llega a él: http://HOST:PUERTO o socks5://HOST:PUERTO.</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>&amp;Alias:</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>Otros nombres suyos en los nombres de imágenes, uno por línea.</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>Nombres de &amp;host:</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>Nombres de este equipo con los que actúa como este registro, uno por línea.</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>Servicios de t&amp;oken:</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>Hosts fuera de su dominio, uno por línea, a los que se puede dar su contraseña.</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>Red&amp;irecciones:</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>Hosts de la red privada, uno por línea, a los que puede redirigir.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>Pulls restantes</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>Pulls ahorrados</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Credencial</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>Accesible en %1.</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>No accesible.</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Prueba de %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>Probar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>Consultando sus servidores</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>La caché está detenida. Pulse «Iniciar» para ver el estado de los upstreams y cambiarlos.</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>Re&amp;gistros</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>Cre&amp;denciales</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>No se consulta ningún registro: se sirve lo que hay en la caché</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>en %n hora</numerusform>
            <numerusform>en %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>en %n minuto</numerusform>
            <numerusform>en %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>contados para %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>todos de nuevo: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>Ningún registro ha indicado aún cuántos pulls permite.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>Pulls restantes en los registros</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>se desconoce</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%1 libres en el disco de %2, de los que %3 se dejan a otros</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 de descargas incompletas pendientes de reanudar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>%1 restantes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Añadir un usuario</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Repetir:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>Un nombre no lleva dos puntos.</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>Una contraseña tiene como máximo 72 bytes.</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>Las contraseñas no coinciden.</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>Quien ya exista recibirá esta contraseña.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>Añadir &amp;usuario…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>&amp;Eliminar usuario…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>Se pueden añadir usuarios cuando se haya aplicado el inicio de sesión.</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>Se pueden añadir usuarios mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>Se pueden añadir usuarios cuando el inicio de sesión surta efecto.</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>Aún no hay usuarios: nadie puede hacer pull.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Eliminar un usuario</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>Los clientes con este nombre ya no podrán hacer pull.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>Pruébelo en este equipo:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>Haga que Docker la use para sus pulls, en /etc/docker/daemon.json:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>Esperando el primer pull</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>Toda máquina que haga pull a través de %1 recibe sus imágenes de aquí; cada imagen se descarga una sola vez. Las solicitudes aparecen aquí a medida que se responden.</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>La caché está detenida</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>Pulse «Iniciar»: se servirán imágenes a este equipo y a las máquinas de su red.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>No confirmado</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>Lo que llegó: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>No confirmado: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>Lo que dijo el cliente</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard ya está en marcha y no responde. Termínelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>Usar esta configuración en vez de la del lugar habitual: el YAML de Lanyard o la configuración de proxy de un registro de Docker.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>Una caché pull-through de imágenes de contenedor para su red, con ventana.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Argumento inesperado: %1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n solicitud</numerusform>
            <numerusform>%n solicitudes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n descargada</numerusform>
            <numerusform>, %n descargadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n desde la caché</numerusform>
            <numerusform>%n desde la caché</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n desde el upstream</numerusform>
            <numerusform>%n desde el upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n con error o interrumpida</numerusform>
            <numerusform>%n con error o interrumpidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker, con la caché en sus insecure-registries</translation>
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
        <translation>Acierto</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>Revalidado</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Obsoleto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>No se consultó la caché.</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>Servido desde la caché.</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>Servido desde la caché tras confirmarlo el upstream.</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>Descargado del upstream.</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>Descargado una vez para esta y otras solicitudes.</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>Servido desde la caché; no se pudo consultar el upstream.</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>No está en la caché ni se pudo obtener del upstream.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>Lista de etiquetas</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Referrers</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1, cortada</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>No todos pueden leer este repositorio en el upstream.</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>No hay que reiniciar nada.</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>Su servicio vuelve a leer la configuración y no se detiene nada.</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>En pausa: hace pull sin la caché</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>Configurado para esta caché</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>Usa otro mirror: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>Configurado en parte; usa %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>Sin configurar para una caché</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>No queda nada por hacer.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>Cambia %n archivo.</numerusform>
            <numerusform>Cambian %n archivos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>Lanyard no puede editar %n archivo.</numerusform>
            <numerusform>Lanyard no puede editar %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>Se pide la contraseña de administrador.</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>archivo nuevo</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>se elimina el archivo</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>como administrador</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Configurando</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Deshaciendo</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>con ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>con la ruta /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>con el nombre %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>con un nombre de host de %1</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>sin nombre (por tanto, para %1)</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1 %2 desde %3</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>En pausa en este equipo: %1. Pulls sin %2 hasta que se reanude.</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>Configurado en este equipo: %1, para %2.</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>Este equipo está configurado</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>No se pudo completar toda la configuración</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>El pull de prueba ha llegado</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>La prueba ha fallado</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>La configuración se ha deshecho</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>La configuración no se ha deshecho</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>Pausado en este equipo</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>No se ha pausado</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>Reanudado en este equipo</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>No se ha reanudado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>todos los contenedores y builds de Docker Desktop</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>los builds en curso</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>la API de Kubernetes de este nodo durante unos segundos, ningún pod</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>el agente de este nodo durante unos segundos, ningún pod</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>Se interrumpe lo siguiente: %1.</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>No se interrumpe nada.</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>El resto se puede configurar cuando eso se corrija: vea los cambios.</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>Su configuración se interrumpió: deshágala o configúrelo de nuevo</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard no lo hace por sí mismo. Lo que hay que pegar, y dónde, está entre los cambios.</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>Interrumpido, es decir, configurado a medias: %1, para %2. «Deshacer» lo retira.</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 ya no se encuentra aquí; lo que se escribió para él se puede retirar.</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>Configurado, pero aún sin confirmar</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>No llegaron todos los pulls de prueba</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>No todo está en pausa</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>No todo se ha reanudado</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>aún sin confirmar: %1</translation>
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
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>No se consulta</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin consultar</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>En reserva</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>Limita las solicitudes</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>No accesible</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 hasta %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>Todos disponibles de nuevo: %1.</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1, completo: %2</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>nunca más</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>en cada pull</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>de nuevo tras %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>Acceso: se desconoce.</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>Acceso: abierto a todos.</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>Acceso: todos pueden hacer pull de lo público.</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>Acceso: la credencial es correcta.</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>Acceso: la credencial se rechaza.</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>Acceso: requiere una credencial y no hay ninguna.</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>Certificado: %1, emitido por %2, hasta %3.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>Archivo en la carpeta de datos</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>según el auxiliar</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>token de identidad</translation>
    </message>
</context>
</TS>
