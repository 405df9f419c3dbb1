<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>磁盘无法使用：%1。已通知客户端稍后再试。</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>磁盘已满：剩余 %1，而需保留 %2。现在拉取的内容只转发，不存储。</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 自 %2 起无法连接：%3。将提供其已缓存的内容。</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%2 的服务器 %1 自 %3 起无法连接：%4。已改用其他服务器。</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 在 %2 之前不接受请求 (429)。登录可提高其额度。</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 拒绝了凭据：%2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 还允许 %2 次拉取（共 %3 次）。在此期间标签有效期会延长；登录可提高额度。</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>正在离线工作：不查询任何镜像仓库，只提供已缓存的内容。</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>本地证书颁发机构将于 %1 到期。届时客户端必须信任新的颁发机构。</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>此缓存的证书将于 %1 到期，且未能自动续期。</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) 未得到所请求的内容，可能已直接从镜像仓库拉取：%3，状态 %4。</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>客户端请求 %1 的镜像，但它不是上游：这些拉取会绕过缓存。</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>缓存已停止：客户端将直接从镜像仓库拉取。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>在线工作</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>%2 收到 %1 的错误内容（自启动以来 %n 次）。已拒绝，未存储。</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>磁盘无法再写入，例如配额已用尽。现在拉取的内容只转发，不存储。</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>缓存已满：已使用 %1（共 %2），另有 %3 已拉取的内容无法放入。请取消固定或移除镜像，或增大缓存空间。</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>此缓存的证书已于 %1 到期，且未能自动续期：客户端会拒绝该证书。</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>%1 中的证书已于 %2 到期：客户端会拒绝该证书。请在该处换上新证书，更换后立即生效。</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>%1 中的证书将于 %2 到期。请在该处换上新证书，更换后立即生效。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1 was not given what it asked for, and has probably pulled it from the registry itself: %2, status %3.</source>
        <translation>%1 未得到所请求的内容，可能已直接从镜像仓库拉取：%2，状态 %3。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>指定的镜像仓库不是上游</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>不允许为其提供服务</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>缓存中没有，也无法获取</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已提供服务</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>某个镜像</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1：未得到 %2（状态 %3）：%4。此时客户端会直接访问镜像仓库，且不会提示。</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>已提供；曾回退 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>已回退（%n 次）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>this folder, where certificates by ACME are kept, cannot be made, or belongs to another user</source>
        <translation>此文件夹用于保存 ACME 证书，但无法创建，或属于其他用户</translation>
    </message>
    <message>
        <source>%1, or by another listener: acme for the same host has to say the same everywhere, or another directory</source>
        <extracomment>%1: another Lanyard has the folder</extracomment>
        <translation>%1，或正被另一监听地址使用：同一主机的 acme 设置必须处处相同，否则请使用另一 directory</translation>
    </message>
    <message>
        <source>the program lego, by which it is asked for, is not installed: apt-get install lego</source>
        <translation>未安装申请证书所用的程序 lego：apt-get install lego</translation>
    </message>
    <message>
        <source>orders have to be written down, but %1</source>
        <translation>申请必须有记录，但 %1</translation>
    </message>
    <message>
        <source>The certificate for %1 has been issued, and holds until %2.</source>
        <translation>%1 的证书已签发，有效期至 %2。</translation>
    </message>
    <message>
        <source>the certificate that came is not for all of them</source>
        <translation>收到的证书未涵盖所有名称</translation>
    </message>
    <message>
        <source>%1. It is asked for again at %2</source>
        <translation>%1。将于 %2 再次申请</translation>
    </message>
    <message>
        <source>The certificate of before is not for %1</source>
        <translation>先前的证书不适用于 %1</translation>
    </message>
    <message>
        <source>There is no certificate for %1 yet</source>
        <translation>尚无 %1 的证书</translation>
    </message>
    <message>
        <source>%1: it is asked for now. %2</source>
        <translation>%1：正在申请。%2</translation>
    </message>
    <message>
        <source>%1: it is asked for at %2, as orders have to be apart. %3</source>
        <translation>%1：将于 %2 申请，因为两次申请须间隔一段时间。%3</translation>
    </message>
    <message>
        <source>The certificate for %1 cannot be had: %2. %3</source>
        <translation>无法取得 %1 的证书：%2。%3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1: a host, %2: how many other ones</extracomment>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>The one that is there stays in use; it ends at %1.</source>
        <translation>现有证书继续使用；它将于 %1 到期。</translation>
    </message>
    <message>
        <source>Until then its port speaks plain HTTP.</source>
        <translation>在此之前，其端口使用明文 HTTP。</translation>
    </message>
    <message>
        <source>Until then its port closes every connection (acme.plainMeanwhile: true has it speak plain HTTP).</source>
        <translation>在此之前，其端口会关闭所有连接（acme.plainMeanwhile: true 可使其使用明文 HTTP）。</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>已被 %1 占用</translation>
    </message>
    <message>
        <source>the challenge is answered at %1, which cannot be listened on: %2</source>
        <translation>质询在 %1 应答，但无法监听该地址：%2</translation>
    </message>
    <message>
        <source>the challenge for %1 would be answered at %2, which is in the way of %3 of listen: let challengeAddress name another port, to which the one of the world leads, or choose another challenge (dns-01 needs none)</source>
        <translation>%1 的质询将在 %2 应答，这与 listen 的 %3 冲突：请在 challengeAddress 中指定另一端口，并将公网端口转发到该端口，或选择其他质询方式（dns-01 不需要端口）</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>证书与密钥不匹配</translation>
    </message>
    <message>
        <source>lego says nothing</source>
        <translation>lego 没有输出</translation>
    </message>
    <message>
        <source>lego says: %1</source>
        <translation>lego 的输出：%1</translation>
    </message>
    <message>
        <source>another program has that port: let challengeAddress name another one, to which the port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads</source>
        <translation>该端口已被其他程序占用：请在 challengeAddress 中指定另一端口，并将主机的端口 80 (http-01) 或 443 (tls-alpn-01) 转发到该端口</translation>
    </message>
    <message>
        <source>ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a systemd unit), or a challengeAddress with another port, to which they lead</source>
        <translation>1024 以下的端口需要权限（systemd 单元的 AmbientCapabilities=CAP_NET_BIND_SERVICE），或使用其他端口的 challengeAddress 并将这些端口转发到该端口</translation>
    </message>
    <message>
        <source>the authority has been asked too often: nothing helps but waiting</source>
        <translation>对颁发机构的请求过于频繁：只能等待</translation>
    </message>
    <message>
        <source>the hosts have to be known in the DNS, and lead here</source>
        <translation>这些主机必须能在 DNS 中查到，并指向此处</translation>
    </message>
    <message>
        <source>the authority asks port 80 (http-01) or 443 (tls-alpn-01) of the hosts: these have to lead here, through whatever firewall is between</source>
        <translation>颁发机构会访问主机的端口 80 (http-01) 或 443 (tls-alpn-01)：这些端口必须能通过途中的所有防火墙到达此处</translation>
    </message>
    <message>
        <source>the port 443 of the hosts has to lead here, and not to another server</source>
        <translation>主机的端口 443 必须指向此处，而不是其他服务器</translation>
    </message>
    <message>
        <source>the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and not to another server; with dns-01, the zone has to be the one that the world sees</source>
        <translation>主机的端口 80 (http-01) 或 443 (tls-alpn-01) 必须指向此处，而不是其他服务器；使用 dns-01 时，DNS 区域必须是公网可见的区域</translation>
    </message>
    <message>
        <source>the authority issues nothing for these hosts</source>
        <translation>颁发机构不为这些主机签发证书</translation>
    </message>
    <message>
        <source>a CAA record of the hosts in the DNS names another authority</source>
        <translation>DNS 中这些主机的 CAA 记录指定了其他颁发机构</translation>
    </message>
    <message>
        <source>email has to be an address that can be reached</source>
        <translation>email 必须是可以联系到的地址</translation>
    </message>
    <message>
        <source>this lego was built without that dnsProvider, as some are in Debian&apos;s package: put one from https://github.com/go-acme/lego/releases into PATH</source>
        <translation>此 lego 在构建时未包含该 dnsProvider，Debian 软件包中就缺少一些：请将 https://github.com/go-acme/lego/releases 中的版本放到 PATH 中</translation>
    </message>
    <message>
        <source>dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is</source>
        <translation>必须在 dnsSettings 中指定它们；`lego dnshelp -c PROVIDER` 会列出可用的设置</translation>
    </message>
    <message>
        <source>directoryCa has to name the certificate of the authority&apos;s own authority</source>
        <translation>directoryCa 必须指定该颁发机构自身的上级颁发机构证书</translation>
    </message>
    <message>
        <source>directoryUrl cannot be reached from here</source>
        <translation>从此处无法访问 directoryUrl</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>无版本号</translation>
    </message>
    <message>
        <source>the lego that is installed (%1) cannot be used: expected 4.5 or a later 4, as in Debian 12: apt-get install lego</source>
        <translation>已安装的 lego (%1) 无法使用：应为 4.5 或更高的 4.x 版本，如 Debian 12 中的版本：apt-get install lego</translation>
    </message>
    <message>
        <source>a variable has no NUL in it</source>
        <translation>变量中不能包含 NUL</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>cannot look into it: %1</source>
        <translation>无法查看其内容：%1</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>cannot write it: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>neither a folder nor a file</source>
        <translation>既不是文件夹，也不是文件</translation>
    </message>
    <message>
        <source>neither an OCI image layout (it has no index.json) nor the storage of a registry (it has no docker/registry/v2)</source>
        <translation>既不是 OCI 镜像布局（没有 index.json），也不是镜像仓库的存储（没有 docker/registry/v2）</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>not the %1 bytes that it should have</source>
        <translation>不是应有的 %1 字节</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json. `docker save` before Docker 25 does not keep the manifests that a registry serves</source>
        <translation>不是 OCI 镜像布局：没有 index.json。Docker 25 之前的 `docker save` 不会保留镜像仓库提供的清单</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json</source>
        <translation>不是 OCI 镜像布局：没有 index.json</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>密码为空</translation>
    </message>
    <message>
        <source>the password is longer than %1 bytes, and bcrypt looks at no more</source>
        <translation>密码长于 %1 字节，而 bcrypt 会忽略超出的部分</translation>
    </message>
    <message>
        <source>the password has a NUL</source>
        <translation>密码包含 NUL</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>系统未提供随机字节</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) knows no bcrypt</source>
        <translation>系统的 crypt(3) 不支持 bcrypt</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) makes no bcrypt hash</source>
        <translation>系统的 crypt(3) 无法生成 bcrypt 哈希</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>某个用户</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>set it again with `lanyard user add %1` or `htpasswd -B`</source>
        <translation>请用 `lanyard user add %1` 或 `htpasswd -B` 重新设置</translation>
    </message>
    <message>
        <source>the password of %1 is not kept with bcrypt</source>
        <translation>%1 的密码未以 bcrypt 保存</translation>
    </message>
    <message>
        <source>the password of %1 is kept with a cost of %2, not %3 to %4</source>
        <translation>%1 的密码保存时的 cost 为 %2，而不是 %3 到 %4</translation>
    </message>
    <message>
        <source>the name of the user is empty</source>
        <translation>用户名为空</translation>
    </message>
    <message>
        <source>the name of the user is longer than %1 bytes</source>
        <translation>用户名长于 %1 字节</translation>
    </message>
    <message>
        <source>the name of the user has a colon</source>
        <translation>用户名包含冒号</translation>
    </message>
    <message>
        <source>the name of the user has control characters</source>
        <translation>用户名包含控制字符</translation>
    </message>
    <message>
        <source>the name of the user begins or ends with a blank</source>
        <translation>用户名以空白开头或结尾</translation>
    </message>
    <message>
        <source>the name of the user begins with &apos;#&apos;</source>
        <translation>用户名以 &apos;#&apos; 开头</translation>
    </message>
    <message>
        <source>longer than %1 bytes; remove users who are not needed</source>
        <translation>长度超过 %1 字节；请移除不需要的用户</translation>
    </message>
    <message>
        <source>not NAME:HASH; remove it, or put a &apos;#&apos; before it</source>
        <translation>不是 NAME:HASH；请将其移除，或在前面加上 &apos;#&apos;</translation>
    </message>
    <message>
        <source>change or remove it</source>
        <translation>请更改或移除</translation>
    </message>
    <message>
        <source>more than %1 users; remove those who are not needed</source>
        <translation>用户超过 %1 个；请移除不需要的用户</translation>
    </message>
    <message>
        <source>lines %1 and %2</source>
        <translation>第 %1 行和第 %2 行</translation>
    </message>
    <message>
        <source>%1 is there twice; remove one of them</source>
        <translation>%1 出现两次；请移除其中之一</translation>
    </message>
    <message>
        <source>it is not there; `lanyard user add NAME` makes it</source>
        <translation>不存在；可用 `lanyard user add NAME` 创建</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>others may write it, and so log in as they like; run: %1</source>
        <translation>其他用户可以写入，从而随意登录；请运行：%1</translation>
    </message>
    <message>
        <source>everybody on this computer may read the hashes in it; run: %1</source>
        <translation>本机上的所有人都可读取其中的哈希；请运行：%1</translation>
    </message>
    <message>
        <source>this is not a file; put it aside</source>
        <translation>这不是文件；请将其移走</translation>
    </message>
    <message>
        <source>until then nobody can log in</source>
        <translation>在此之前无人可以登录</translation>
    </message>
    <message>
        <source>until then the users of before count</source>
        <translation>在此之前，先前的用户继续有效</translation>
    </message>
    <message>
        <source>it has no users, so nobody can log in; `lanyard user add NAME` adds one</source>
        <translation>其中没有用户，因此无人可以登录；可用 `lanyard user add NAME` 添加用户</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>无法创建：%1</translation>
    </message>
    <message>
        <source>nobody has to log in here; name a file of users in the configuration first: access.htpasswd.path (in one of registry:2: auth.htpasswd.path)</source>
        <translation>此处无需登录；请先在配置中指定用户文件：access.htpasswd.path（registry:2 的配置中为 auth.htpasswd.path）</translation>
    </message>
    <message>
        <source>%1 has no user &apos;%2&apos;</source>
        <translation>%1 中没有用户 &apos;%2&apos;</translation>
    </message>
    <message>
        <source>the change is written, and counts when that is mended</source>
        <translation>更改已写入，在问题修复后生效</translation>
    </message>
    <message>
        <source>an address such as me@example.org</source>
        <translation>地址，例如 me@example.org</translation>
    </message>
    <message>
        <source>a URL that begins with https://</source>
        <translation>以 https:// 开头的 URL</translation>
    </message>
    <message>
        <source>http-01, tls-alpn-01 or dns-01</source>
        <translation>http-01、tls-alpn-01 或 dns-01</translation>
    </message>
    <message>
        <source>expected hosts, the names that the certificate is for: it is not asked for whatever name a client says</source>
        <translation>需要 hosts，即证书适用的名称：不会按客户端给出的任意名称申请证书</translation>
    </message>
    <message>
        <source>expected at least one name</source>
        <translation>应至少有一个名称</translation>
    </message>
    <message>
        <source>a certificate is for %1 names at most</source>
        <translation>一张证书最多用于 %1 个名称</translation>
    </message>
    <message>
        <source>the name of a host such as cache.example.org</source>
        <translation>主机名，例如 cache.example.org</translation>
    </message>
    <message>
        <source>a name with * is proven by challenge: dns-01 only</source>
        <translation>带 * 的名称只能通过 challenge: dns-01 验证</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as &quot;:8080&quot;</source>
        <translation>[ADDRESS]:PORT，例如 &quot;:8080&quot;</translation>
    </message>
    <message>
        <source>nobody asks there with challenge: dns-01</source>
        <translation>使用 challenge: dns-01 时不会访问此地址</translation>
    </message>
    <message>
        <source>expected challenge: dns-01 beside it</source>
        <translation>需要同时有 challenge: dns-01</translation>
    </message>
    <message>
        <source>expected dnsProvider, one of those that `lego dnshelp` lists</source>
        <translation>需要 dnsProvider，取值为 `lego dnshelp` 所列之一</translation>
    </message>
    <message>
        <source>one of those that `lego dnshelp` lists</source>
        <translation>`lego dnshelp` 所列之一</translation>
    </message>
    <message>
        <source>manual waits for a person, and nobody is here to ask</source>
        <translation>manual 需要有人操作，而此处没有人可以操作</translation>
    </message>
    <message>
        <source>%1 is not the name of a variable: expected A to Z, 0 to 9 and _</source>
        <translation>%1 不是变量名：只能包含 A 到 Z、0 到 9 和 _</translation>
    </message>
    <message>
        <source>expected %1 at most</source>
        <translation>最多 %1 个</translation>
    </message>
    <message>
        <source>expected a text, {file: PATH} or {env: NAME}</source>
        <translation>应为文本、{file: PATH} 或 {env: NAME}</translation>
    </message>
    <message>
        <source>expected the name of a variable</source>
        <translation>应为变量名</translation>
    </message>
    <message>
        <source>HOST:PORT such as 127.0.0.1:53</source>
        <translation>HOST:PORT，例如 127.0.0.1:53</translation>
    </message>
    <message>
        <source>expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)</source>
        <translation>应为 version: 1 (Lanyard) 或 version: 0.1（作为代理的镜像仓库）</translation>
    </message>
    <message>
        <source>this is no configuration</source>
        <translation>这不是有效的配置</translation>
    </message>
    <message>
        <source>error: %1</source>
        <extracomment>What is wrong with a file, behind where: &quot;config.yml:3:5: error: ...&quot;</extracomment>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>expected a registry such as quay.io or localhost:5001</source>
        <translation>应为镜像仓库，例如 quay.io 或 localhost:5001</translation>
    </message>
    <message>
        <source>%1 is an upstream already</source>
        <translation>%1 已是上游</translation>
    </message>
    <message>
        <source>%1 is no upstream</source>
        <translation>%1 不是上游</translation>
    </message>
    <message>
        <source>there is no configuration file</source>
        <translation>没有配置文件</translation>
    </message>
    <message>
        <source>expected version: 1</source>
        <translation>应为 version: 1</translation>
    </message>
    <message>
        <source>expected at least one address</source>
        <translation>应至少有一个地址</translation>
    </message>
    <message>
        <source>this address is in the list already</source>
        <translation>此地址已在列表中</translation>
    </message>
    <message>
        <source>only this computer is answered there; %1 can name others, such as [private]</source>
        <translation>该处只应答本机；可在 %1 中指定其他对象，例如 [private]</translation>
    </message>
    <message>
        <source>expected address, such as &quot;0.0.0.0:5000&quot;</source>
        <translation>需要 address，例如 &quot;0.0.0.0:5000&quot;</translation>
    </message>
    <message>
        <source>ADDRESS:PORT such as &quot;0.0.0.0:5000&quot; or &quot;[::]:5000&quot;</source>
        <translation>ADDRESS:PORT，例如 &quot;0.0.0.0:5000&quot; 或 &quot;[::]:5000&quot;</translation>
    </message>
    <message>
        <source>a size such as 50GiB</source>
        <translation>大小，例如 50GiB</translation>
    </message>
    <message>
        <source>off, hourly or daily</source>
        <translation>off、hourly 或 daily</translation>
    </message>
    <message>
        <source>nothing is refreshed with check: off</source>
        <translation>使用 check: off 时不会刷新任何内容</translation>
    </message>
    <message>
        <source>the registry of one of the upstreams</source>
        <translation>某个上游的镜像仓库</translation>
    </message>
    <message>
        <source>trusted, any or off</source>
        <translation>trusted、any 或 off</translation>
    </message>
    <message>
        <source>expected path, the file of the users</source>
        <translation>需要 path，即用户文件</translation>
    </message>
    <message>
        <source>expected at least one entry</source>
        <translation>应至少有一项</translation>
    </message>
    <message>
        <source>private, any, an address or a CIDR such as 10.0.0.0/8</source>
        <translation>private、any、地址或 CIDR，例如 10.0.0.0/8</translation>
    </message>
    <message>
        <source>there are no users: expected access.htpasswd</source>
        <translation>没有用户：需要 access.htpasswd</translation>
    </message>
    <message>
        <source>combined or json</source>
        <translation>combined 或 json</translation>
    </message>
    <message>
        <source>what was there before stays in use</source>
        <translation>先前的设置继续使用</translation>
    </message>
    <message>
        <source>what was changed of %1 does not count, as the program was started with something else</source>
        <translation>对 %1 的更改不生效，因为程序启动时使用了其他设置</translation>
    </message>
    <message>
        <source>too many problems; the rest is not listed</source>
        <translation>问题过多；其余的未列出</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>version 0.1 is a configuration of a registry as a proxy; it is read as it is, and not changed</source>
        <translation>version 0.1 是作为代理的镜像仓库的配置；会原样读取，不会更改</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>无法创建其文件夹</translation>
    </message>
    <message>
        <source>expected the name of a header field</source>
        <translation>应为标头字段的名称</translation>
    </message>
    <message>
        <source>this header field is set by the server for each answer</source>
        <translation>此标头字段由服务器为每个响应设置</translation>
    </message>
    <message>
        <source>expected one line without control characters</source>
        <translation>应为一行不含控制字符的文本</translation>
    </message>
    <message>
        <source>a time such as 10s, 5m or 1h</source>
        <translation>时间，例如 10s、5m 或 1h</translation>
    </message>
    <message>
        <source>a time of at least 100ms</source>
        <translation>至少 100ms 的时间</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>单个值</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>映射 (key: value)</translation>
    </message>
    <message>
        <source>unknown key %1; expected one of %2</source>
        <translation>未知的键 %1；应为以下之一：%2</translation>
    </message>
    <message>
        <source>unknown key %1 in %2; expected one of %3</source>
        <translation>%2 中有未知的键 %1；应为以下之一：%3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>expected %1, not %2</source>
        <extracomment>%1 and %2 are told apart: &quot;a list&quot;, &quot;true or false&quot;, &apos;x&apos;</extracomment>
        <translation>应为 %1，而不是 %2</translation>
    </message>
    <message>
        <source>expected a text without control characters</source>
        <translation>应为不含控制字符的文本</translation>
    </message>
    <message>
        <source>expected version: 0.1</source>
        <translation>应为 version: 0.1</translation>
    </message>
    <message>
        <source>error, warn, info or debug</source>
        <translation>error、warn、info 或 debug</translation>
    </message>
    <message>
        <source>text, json or logstash</source>
        <translation>text、json 或 logstash</translation>
    </message>
    <message>
        <source>expected storage.filesystem.rootdirectory, the folder to store in</source>
        <translation>需要 storage.filesystem.rootdirectory，即用于存储的文件夹</translation>
    </message>
    <message>
        <source>data is kept in %1; what a registry stored beside it is neither read nor changed</source>
        <translation>数据保存在 %1 中；镜像仓库存储在旁边的内容既不读取也不更改</translation>
    </message>
    <message>
        <source>expected one kind of it</source>
        <translation>只能指定一种</translation>
    </message>
    <message>
        <source>expected realm and path</source>
        <translation>需要 realm 和 path</translation>
    </message>
    <message>
        <source>this version answers at /v2/ only</source>
        <translation>此版本只在 /v2/ 应答</translation>
    </message>
    <message>
        <source>expected certificate and key, or letsencrypt</source>
        <translation>需要 certificate 和 key，或 letsencrypt</translation>
    </message>
    <message>
        <source>expected certificate and key</source>
        <translation>需要 certificate 和 key</translation>
    </message>
    <message>
        <source>tls1.2 is the least here</source>
        <translation>此处最低为 tls1.2</translation>
    </message>
    <message>
        <source>tls1.2 or tls1.3</source>
        <translation>tls1.2 或 tls1.3</translation>
    </message>
    <message>
        <source>only clients with private addresses are served; access.allow of Lanyard&apos;s own configuration (version: 1) can name others</source>
        <translation>只为使用专用地址的客户端提供服务；可在 Lanyard 自己的配置 (version: 1) 中用 access.allow 指定其他客户端</translation>
    </message>
    <message>
        <source>%1 is ignored: the figures are at /metrics</source>
        <translation>%1 被忽略：指标位于 /metrics</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000</source>
        <translation>[ADDRESS]:PORT，例如 :5000 或 127.0.0.1:5000</translation>
    </message>
    <message>
        <source>expected proxy.remoteurl: Lanyard is a cache in front of a registry, not a registry to push to</source>
        <translation>需要 proxy.remoteurl：Lanyard 是镜像仓库前的缓存，而不是可推送的镜像仓库</translation>
    </message>
    <message>
        <source>a time that is not negative</source>
        <translation>非负的时间</translation>
    </message>
    <message>
        <source>content does not expire by its age here; tags are checked upstream at every pull</source>
        <translation>此处的内容不会因存放时间而过期；每次拉取时都会向上游检查标签</translation>
    </message>
    <message>
        <source>no key of the configuration has this name; ignored</source>
        <translation>配置中没有此名称的键；已忽略</translation>
    </message>
    <message>
        <source>the value is not YAML; put it in quotes</source>
        <translation>值不是 YAML；请将其放在引号中</translation>
    </message>
    <message>
        <source>the list has no item of this number</source>
        <translation>列表中没有此序号的项</translation>
    </message>
    <message>
        <source>has no effect on a cache</source>
        <translation>对缓存无效</translation>
    </message>
    <message>
        <source>this version sends no mail</source>
        <translation>此版本不发送邮件</translation>
    </message>
    <message>
        <source>this version reports to no service</source>
        <translation>此版本不向任何服务报告</translation>
    </message>
    <message>
        <source>no answer of a cache holds its own address</source>
        <translation>缓存的响应中不含其自身的地址</translation>
    </message>
    <message>
        <source>running transfers get 30s</source>
        <translation>正在进行的传输有 30s 可用于完成</translation>
    </message>
    <message>
        <source>with http.tls.clientcas every client has to show a certificate</source>
        <translation>使用 http.tls.clientcas 时，每个客户端都必须出示证书</translation>
    </message>
    <message>
        <source>OpenSSL chooses them</source>
        <translation>由 OpenSSL 选择</translation>
    </message>
    <message>
        <source>this version speaks HTTP/1.1</source>
        <translation>此版本使用 HTTP/1.1</translation>
    </message>
    <message>
        <source>this version notifies nobody</source>
        <translation>此版本不发送通知</translation>
    </message>
    <message>
        <source>this version keeps its index by itself</source>
        <translation>此版本自行维护其索引</translation>
    </message>
    <message>
        <source>this version checks nothing but itself</source>
        <translation>此版本只检查自身</translation>
    </message>
    <message>
        <source>this version runs no credential helper; give proxy.username and proxy.password</source>
        <translation>此版本不运行凭据助手；请指定 proxy.username 和 proxy.password</translation>
    </message>
    <message>
        <source>a page holds up to 1000</source>
        <translation>每页最多 1000 项</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m or 168h</source>
        <translation>时间，例如 30s、5m 或 168h</translation>
    </message>
    <message>
        <source>this version stores in a folder only; expected storage.filesystem.rootdirectory</source>
        <translation>此版本只存储到文件夹中；需要 storage.filesystem.rootdirectory</translation>
    </message>
    <message>
        <source>this version asks for logins by htpasswd only</source>
        <translation>此版本只支持通过 htpasswd 登录</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>未知的键 %1</translation>
    </message>
    <message>
        <source>unknown key %1 is ignored</source>
        <translation>未知的键 %1 被忽略</translation>
    </message>
    <message>
        <source>%1 is ignored: %2</source>
        <translation>%1 被忽略：%2</translation>
    </message>
    <message>
        <source>%1 is written by hand, in the file</source>
        <translation>%1 须在文件中手动编写</translation>
    </message>
    <message>
        <source>after this change the file would be wrong: %1</source>
        <translation>更改后文件将不正确：%1</translation>
    </message>
    <message>
        <source>this change cannot be written so that the file comes to it exactly</source>
        <translation>无法写入此更改，使文件恰好达到预期内容</translation>
    </message>
    <message>
        <source>its folder cannot be written by you</source>
        <translation>您无权写入其文件夹</translation>
    </message>
    <message>
        <source>this regular expression is wrong at its character %1: %2</source>
        <translation>此正则表达式在第 %1 个字符处有误：%2</translation>
    </message>
    <message>
        <source>expected a tag with * and ? as wildcards, or re: and a regular expression</source>
        <translation>应为标签（可使用通配符 * 和 ?），或以 re: 开头后接正则表达式</translation>
    </message>
    <message>
        <source>expected %1, a file</source>
        <translation>需要 %1，即一个文件</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>主机名或地址</translation>
    </message>
    <message>
        <source>give either acme or localCa</source>
        <translation>acme 和 localCa 只能指定其一</translation>
    </message>
    <message>
        <source>%1 has files of its own; give either %1, or certificate and key</source>
        <translation>%1 使用自己的文件；%1 与 certificate 和 key 只能指定其一</translation>
    </message>
    <message>
        <source>expected at least one file</source>
        <translation>应至少有一个文件</translation>
    </message>
    <message>
        <source>1.2 or 1.3</source>
        <translation>1.2 或 1.3</translation>
    </message>
    <message>
        <source>expected at least one registry</source>
        <translation>应至少有一个镜像仓库</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 出现两次</translation>
    </message>
    <message>
        <source>expected registry, a name such as docker.io</source>
        <translation>需要 registry，即名称，例如 docker.io</translation>
    </message>
    <message>
        <source>expected url, such as https://registry-1.docker.io</source>
        <translation>需要 url，例如 https://registry-1.docker.io</translation>
    </message>
    <message>
        <source>expected one of password, passwordFile and passwordEnv</source>
        <translation>password、passwordFile 和 passwordEnv 只能指定其一</translation>
    </message>
    <message>
        <source>expected a username beside it</source>
        <translation>需要同时有 username</translation>
    </message>
    <message>
        <source>expected a password, a passwordFile or a passwordEnv beside it</source>
        <translation>需要同时有 password、passwordFile 或 passwordEnv</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>expected a path</source>
        <translation>应为路径</translation>
    </message>
    <message>
        <source>the beginning of a repository&apos;s name, such as team</source>
        <translation>仓库名称的开头部分，例如 team</translation>
    </message>
    <message>
        <source>expected a username</source>
        <translation>需要 username</translation>
    </message>
    <message>
        <source>HOST or HOST:PORT in lower case</source>
        <translation>小写的 HOST 或 HOST:PORT</translation>
    </message>
    <message>
        <source>%1 is the name of another already</source>
        <translation>%1 已是其他上游的名称</translation>
    </message>
    <message>
        <source>expected match, a pattern of tags</source>
        <translation>需要 match，即标签的模式</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m, 1h, 7d or 0</source>
        <translation>时间，例如 30s、5m、1h、7d 或 0</translation>
    </message>
    <message>
        <source>an immutable tag has no ttl</source>
        <translation>不可变的标签没有 ttl</translation>
    </message>
    <message>
        <source>expected ttl, immutable: true or revalidate: always</source>
        <translation>需要 ttl、immutable: true 或 revalidate: always</translation>
    </message>
    <message>
        <source>an immutable tag is never revalidated</source>
        <translation>不可变的标签不会重新验证</translation>
    </message>
    <message>
        <source>expected either ttl or revalidate</source>
        <translation>ttl 和 revalidate 只能指定其一</translation>
    </message>
    <message>
        <source>a user or password must not stand in the URL; use username and password</source>
        <translation>URL 中不能有用户或密码；请使用 username 和 password</translation>
    </message>
    <message>
        <source>expected a URL such as https://registry.example.com</source>
        <translation>应为 URL，例如 https://registry.example.com</translation>
    </message>
    <message>
        <source>expected a URL without a path: registries are reached at /v2/</source>
        <translation>应为不含路径的 URL：镜像仓库通过 /v2/ 访问</translation>
    </message>
    <message>
        <source>expected a host name, or an address, and a port from 1 to 65535</source>
        <translation>应为主机名或地址，以及 1 到 65535 之间的端口</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT or socks5://HOST:PORT, without a user</source>
        <translation>应为 http://HOST:PORT 或 socks5://HOST:PORT，不含用户</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>绝对路径，或以 ~/ 开头的路径</translation>
    </message>
    <message>
        <source>no control socket: %1</source>
        <translation>控制套接字不可用：%1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>无法启动：%1</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>未及时响应</translation>
    </message>
    <message>
        <source>says more than it may</source>
        <translation>输出超出允许的长度</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>这是文件夹，不是文件</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>大于 %1 字节</translation>
    </message>
    <message>
        <source>this is not a file, but a pipe or a device</source>
        <translation>这不是文件，而是管道或设备</translation>
    </message>
    <message>
        <source>cannot open: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>cannot lock: %1</source>
        <translation>无法锁定：%1</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard</source>
        <translation>该文件夹正被另一个 Lanyard 使用</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard (process %1)</source>
        <translation>该文件夹正被另一个 Lanyard 使用（进程 %1）</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>its attribute %1 cannot be read: %2</source>
        <translation>无法读取其属性 %1：%2</translation>
    </message>
    <message>
        <source>cannot be written: no new file in its folder: %1</source>
        <translation>无法写入：其文件夹中不能新建文件：%1</translation>
    </message>
    <message>
        <source>cannot be written: its attribute %1 cannot be kept: %2</source>
        <translation>无法写入：不能保留其属性 %1：%2</translation>
    </message>
    <message>
        <source>cannot be written: its owner cannot be kept: %1</source>
        <translation>无法写入：不能保留其所有者：%1</translation>
    </message>
    <message>
        <source>cannot be written: its permissions cannot be kept: %1</source>
        <translation>无法写入：不能保留其权限：%1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>无法替换：%1</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>未设置环境变量 %1</translation>
    </message>
    <message>
        <source>it belongs to another user; run: %1</source>
        <translation>它属于其他用户；请运行：%1</translation>
    </message>
    <message>
        <source>it has secrets, and others may read or write it; run: %1</source>
        <translation>其中有机密信息，而其他用户可以读取或写入；请运行：%1</translation>
    </message>
    <message>
        <source>this is a symbolic link, not a file; put the file in its place</source>
        <translation>这是符号链接，不是文件；请将文件本身放到此处</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>长度超过 %1 字节</translation>
    </message>
    <message>
        <source>cannot be made durable: %1</source>
        <translation>无法确保持久写入磁盘：%1</translation>
    </message>
    <message>
        <source>has been changed by somebody else since it was read</source>
        <translation>读取之后已被他人更改</translation>
    </message>
    <message>
        <source>this is no file that can be replaced</source>
        <translation>这不是可以替换的文件</translation>
    </message>
    <message>
        <source>is replaced, but may be the old one again after a power cut: %1</source>
        <translation>已替换，但断电后可能恢复为旧文件：%1</translation>
    </message>
    <message>
        <source>too many requests wait for one credential</source>
        <translation>等待同一凭据的请求过多</translation>
    </message>
    <message>
        <source>it is too long for a password</source>
        <translation>作为密码过长</translation>
    </message>
    <message>
        <source>the user name is empty</source>
        <translation>用户名为空</translation>
    </message>
    <message>
        <source>the user name has a colon or a control character</source>
        <translation>用户名包含冒号或控制字符</translation>
    </message>
    <message>
        <source>the user name or the password is too long</source>
        <translation>用户名或密码过长</translation>
    </message>
    <message>
        <source>the user name or the password is not text</source>
        <translation>用户名或密码不是文本</translation>
    </message>
    <message>
        <source>the name of a credential helper has only letters, digits, - _ and .</source>
        <translation>凭据助手的名称只能包含字母、数字、- _ 和 .</translation>
    </message>
    <message>
        <source>nothing is written to it until this is mended, or the file put aside</source>
        <translation>在修复此问题或移走该文件之前，不会向其写入任何内容</translation>
    </message>
    <message>
        <source>has as many credentials as it may</source>
        <translation>凭据数量已达上限</translation>
    </message>
    <message>
        <source>would be longer than it may be</source>
        <translation>会超出允许的长度</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>expected an object &quot;credentials&quot; beside the version, and no more</source>
        <translation>除版本外应只有一个对象 &quot;credentials&quot;</translation>
    </message>
    <message>
        <source>has more credentials than it may</source>
        <translation>凭据数量超过上限</translation>
    </message>
    <message>
        <source>credential %1</source>
        <translation>凭据 %1</translation>
    </message>
    <message>
        <source>is there twice, in two spellings</source>
        <translation>以两种写法重复出现</translation>
    </message>
    <message>
        <source>%1 is not in PATH; install it</source>
        <translation>%1 不在 PATH 中；请安装</translation>
    </message>
    <message>
        <source>too many questions wait for credential helpers</source>
        <translation>等待凭据助手的查询过多</translation>
    </message>
    <message>
        <source>the file has no credential for %1</source>
        <translation>该文件中没有 %1 的凭据</translation>
    </message>
    <message>
        <source>expected username and password, identityToken, or helper</source>
        <translation>需要 username 和 password、identityToken 或 helper</translation>
    </message>
    <message>
        <source>expected the name of a registry, such as quay.io or quay.io/org</source>
        <translation>应为镜像仓库的名称，例如 quay.io 或 quay.io/org</translation>
    </message>
    <message>
        <source>expected a path of repositories behind the registry, such as quay.io/org</source>
        <translation>镜像仓库之后应为仓库路径，例如 quay.io/org</translation>
    </message>
    <message>
        <source>%1 has a credential in the configuration, which goes before others; change it there</source>
        <translation>%1 的凭据在配置中，优先于其他凭据；请在那里更改</translation>
    </message>
    <message>
        <source>the configuration is written by hand only</source>
        <translation>配置只能手动编写</translation>
    </message>
    <message>
        <source>the name of a helper is kept in the file only</source>
        <translation>凭据助手的名称只保存在文件中</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>此处没有密钥环</translation>
    </message>
    <message>
        <source>%1 has its credential in the configuration; remove it there</source>
        <translation>%1 的凭据在配置中；请在那里移除</translation>
    </message>
    <message>
        <source>no credential is kept for %1</source>
        <translation>没有保存 %1 的凭据</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>应为对象</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>条目过多</translation>
    </message>
    <message>
        <source>entry %1 is for no registry</source>
        <translation>条目 %1 不对应任何镜像仓库</translation>
    </message>
    <message>
        <source>auth is not base64</source>
        <translation>auth 不是 base64</translation>
    </message>
    <message>
        <source>auth is not the base64 of user:password</source>
        <translation>auth 不是 user:password 的 base64</translation>
    </message>
    <message>
        <source>does not answer with a credential</source>
        <extracomment>after the name of a program</extracomment>
        <translation>未返回凭据</translation>
    </message>
    <message>
        <source>gives a credential that cannot be used: %1</source>
        <translation>提供的凭据无法使用：%1</translation>
    </message>
    <message>
        <source>does not answer with a list</source>
        <translation>未返回列表</translation>
    </message>
    <message>
        <source>has no credential for it</source>
        <translation>没有其凭据</translation>
    </message>
    <message>
        <source>has no whole credential for it</source>
        <translation>没有其完整的凭据</translation>
    </message>
    <message>
        <source>failed; run it by hand to see why</source>
        <translation>失败；请手动运行以查看原因</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>应为 JSON 对象</translation>
    </message>
    <message>
        <source>the keychain has something else than a credential there; set it again</source>
        <translation>密钥环中该处的内容不是凭据；请重新设置</translation>
    </message>
    <message>
        <source>the keychain does not give the credential of %1: it is locked, or has it no more</source>
        <translation>密钥环未提供 %1 的凭据：密钥环已锁定，或其中已没有该凭据</translation>
    </message>
    <message>
        <source>too many questions wait for the keychain</source>
        <translation>等待密钥环的查询过多</translation>
    </message>
    <message>
        <source>the keychain does not answer; it may wait to be unlocked</source>
        <translation>密钥环没有响应；可能正在等待解锁</translation>
    </message>
    <message>
        <source>put the file aside, and set the credentials of the keychain again</source>
        <translation>请移走该文件，并重新设置密钥环中的凭据</translation>
    </message>
    <message>
        <source>the keychain has as many credentials of Lanyard as it may</source>
        <translation>密钥环中 Lanyard 的凭据数量已达上限</translation>
    </message>
    <message>
        <source>expected &quot;version&quot;: 1 and an object &quot;users&quot;</source>
        <translation>应有 &quot;version&quot;: 1 和对象 &quot;users&quot;</translation>
    </message>
    <message>
        <source>has more entries than it may</source>
        <translation>条目数量超过上限</translation>
    </message>
    <message>
        <source>entry %1 is no registry with a user name</source>
        <translation>条目 %1 不是带用户名的镜像仓库</translation>
    </message>
    <message>
        <source>the keychain has no such entry</source>
        <translation>密钥环中没有此条目</translation>
    </message>
    <message>
        <source>the keychain stays closed: its user said no</source>
        <translation>密钥环未解锁：用户已拒绝</translation>
    </message>
    <message>
        <source>the keychain is locked, or denies access</source>
        <translation>密钥环已锁定，或拒绝访问</translation>
    </message>
    <message>
        <source>there is no keychain service here</source>
        <translation>此处没有密钥环服务</translation>
    </message>
    <message>
        <source>the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)</source>
        <translation>密钥环无法使用：%1（需要带有密钥环服务的 D-Bus 会话）</translation>
    </message>
    <message>
        <source>buildkitd does not run; start its service</source>
        <translation>buildkitd 未运行；请启动其服务</translation>
    </message>
    <message>
        <source>the builder does not run; it starts with its next build</source>
        <translation>构建器未运行；下次构建时会启动</translation>
    </message>
    <message>
        <source>it does not run; start it: %1</source>
        <translation>未运行；请启动：%1</translation>
    </message>
    <message>
        <source>its CRI plugin is off in %1 (disabled_plugins): only nerdctl, and ctr with --hosts-dir, read %2</source>
        <translation>其 CRI 插件已在 %1 中关闭 (disabled_plugins)：只有 nerdctl 和带 --hosts-dir 的 ctr 会读取 %2</translation>
    </message>
    <message>
        <source>%1 has mirrors of its own, beside which config_path is an error; move them to %2</source>
        <translation>%1 中已有自己的镜像站，与其并存的 config_path 会导致错误；请将它们移到 %2</translation>
    </message>
    <message>
        <source>for Kubernetes, containerd %1 reads %2 only when config_path in %3 says so; set it and restart containerd</source>
        <translation>对于 Kubernetes，只有 %3 中的 config_path 指明时，containerd %1 才会读取 %2；请设置该项并重启 containerd</translation>
    </message>
    <message>
        <source>%1 does not run; start it: %2</source>
        <translation>%1 未运行；请启动：%2</translation>
    </message>
    <message>
        <source>%1 is not reached from inside the container %2; see whether the cache serves that address, and what a firewall says of containers</source>
        <translation>从容器 %2 内部无法访问 %1；请检查缓存是否在该地址提供服务，以及防火墙对容器的规则</translation>
    </message>
    <message>
        <source>is no JSON object: %1</source>
        <translation>不是 JSON 对象：%1</translation>
    </message>
    <message>
        <source>this user may not ask Docker; add it to the group docker (which is as good as root), or use sudo</source>
        <translation>此用户无权访问 Docker；请将其加入 docker 组（等同于 root 权限），或使用 sudo</translation>
    </message>
    <message>
        <source>docker info does not answer in time; see whether its service hangs</source>
        <translation>docker info 未及时响应；请检查其服务是否挂起</translation>
    </message>
    <message>
        <source>%1 does not run; start Docker Desktop</source>
        <translation>%1 未运行；请启动 Docker Desktop</translation>
    </message>
    <message>
        <source>dockerd was started with %1, and does not start when %2 says it, too; take the option off its command line (systemctl edit docker)</source>
        <translation>dockerd 启动时带有 %1，若 %2 中也有此设置则无法启动；请从其命令行中去掉该选项 (systemctl edit docker)</translation>
    </message>
    <message>
        <source>add %1 to no-proxy, in the proxies of %2 or in its service&apos;s NO_PROXY, and restart it</source>
        <translation>请将 %1 加入 %2 的 proxies 中的 no-proxy，或其服务的 NO_PROXY，然后重启服务</translation>
    </message>
    <message>
        <source>Docker Engine %1 mirrors only docker.io; for other registries it has to be 28 or later</source>
        <translation>Docker Engine %1 只能为 docker.io 使用镜像站；要用于其他镜像仓库，须为 28 或更高版本</translation>
    </message>
    <message>
        <source>its image store (%1) mirrors only docker.io for docker pull; for other registries it needs containerd&apos;s store</source>
        <translation>其镜像存储 (%1) 在 docker pull 时只能为 docker.io 使用镜像站；要用于其他镜像仓库，需使用 containerd 的存储</translation>
    </message>
    <message>
        <source>global.buildkit_host in %1 names a builder elsewhere, which what is set here does not reach; set up that builder, or take the key out</source>
        <translation>%1 中的 global.buildkit_host 指定了其他位置的构建器，此处的设置对其无效；请设置那个构建器，或去掉该键</translation>
    </message>
    <message>
        <source>%1 does not run; start its service</source>
        <translation>%1 未运行；请启动其服务</translation>
    </message>
    <message>
        <source>the cluster&apos;s nodes do not run</source>
        <translation>集群的节点未运行</translation>
    </message>
    <message>
        <source>it runs in a network of its own, where %1 is not this computer</source>
        <translation>它运行在自己的网络中，在那里 %1 不是本机</translation>
    </message>
    <message>
        <source>it runs in a container, where %1 is not this computer</source>
        <translation>它运行在容器中，在那里 %1 不是本机</translation>
    </message>
    <message>
        <source>it runs in containers, where %1 is not this computer</source>
        <translation>它运行在多个容器中，在那里 %1 不是本机</translation>
    </message>
    <message>
        <source>it runs in a virtual machine, where %1 is not this computer</source>
        <translation>它运行在虚拟机中，在那里 %1 不是本机</translation>
    </message>
    <message>
        <source>it runs in a machine of its own, where %1 is not this computer</source>
        <translation>它运行在自己的机器中，在那里 %1 不是本机</translation>
    </message>
    <message>
        <source>give the cache by the address that this computer has on its network</source>
        <translation>请使用本机在其网络中的地址来指定缓存</translation>
    </message>
    <message>
        <source>%1 would ask the proxy %2 for %3</source>
        <extracomment>%1: a program; %2, %3: addresses</extracomment>
        <translation>%1 会通过代理 %2 访问 %3</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of its service</source>
        <translation>请将 %1 加入其服务的 NO_PROXY</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of your environment</source>
        <translation>请将 %1 加入您环境中的 NO_PROXY</translation>
    </message>
    <message>
        <source>this user may not read %1; as root it is known what is in it</source>
        <translation>此用户无权读取 %1；以 root 身份才能知道其内容</translation>
    </message>
    <message>
        <source>%1 has a table for %2, and is read after the file of Lanyard, which then says it for nothing</source>
        <translation>%1 中有 %2 的表，且在 Lanyard 的文件之后读取，因此 Lanyard 的文件不起作用</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), and is read after the file of Lanyard, which then says it for nothing</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 中有 %2 的表 (%3)，且在 Lanyard 的文件之后读取，因此 Lanyard 的文件不起作用</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), whose place a table of Lanyard&apos;s takes</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 中有 %2 的表 (%3)，它会被 Lanyard 的表取代</translation>
    </message>
    <message>
        <source>change it there, or leave %1 out of the set-up</source>
        <translation>请在那里更改，或在设置中不包括 %1</translation>
    </message>
    <message>
        <source>%1 says something else of %2, and is read later; take it out there</source>
        <translation>%1 对 %2 有不同的设置，且读取顺序更靠后；请在那里将其去掉</translation>
    </message>
    <message>
        <source>%1 is there, so that nothing in %2 is read; take it away, or put what is in it there</source>
        <translation>存在 %1，因此不会读取 %2 中的任何内容；请将其移走，或将其内容放到那里</translation>
    </message>
    <message>
        <source>No file descriptors are left: new connections wait. Raise the limit (ulimit -n).</source>
        <translation>文件描述符已用完：新连接需要等待。请提高上限 (ulimit -n)。</translation>
    </message>
    <message>
        <source>its disk cannot be asked</source>
        <translation>无法查询其磁盘</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not &quot;private&quot;, &quot;any&quot;, an address or an address range</source>
        <translation>&apos;%1&apos; 不是 &quot;private&quot;、&quot;any&quot;、地址或地址范围</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>无法监听 %1：%2</translation>
    </message>
    <message>
        <source>the port is used by another program</source>
        <translation>该端口已被其他程序占用</translation>
    </message>
    <message>
        <source>the port is used by %1</source>
        <translation>该端口已被 %1 占用</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>本机没有这样的地址</translation>
    </message>
    <message>
        <source>this user may not use the port: take one above 1023, or grant CAP_NET_BIND_SERVICE</source>
        <translation>此用户无权使用该端口：请使用 1023 以上的端口，或授予 CAP_NET_BIND_SERVICE</translation>
    </message>
    <message>
        <source>the process has no file descriptor left</source>
        <translation>该进程的文件描述符已用完</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an IP address</source>
        <translation>&apos;%1&apos; 不是 IP 地址</translation>
    </message>
    <message>
        <source>what happened before is not known, and what happens now is forgotten at the end</source>
        <translation>无法得知此前的情况，当前的情况在退出后也不会保留</translation>
    </message>
    <message>
        <source>what happens is kept in memory only</source>
        <translation>当前的情况只保留在内存中</translation>
    </message>
    <message>
        <source>it was put aside as %1</source>
        <translation>已移走并另存为 %1</translation>
    </message>
    <message>
        <source>its rows contradict each other</source>
        <translation>其中的行相互矛盾</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>不是数据库</translation>
    </message>
    <message>
        <source>put back what was there, or make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>请将原有内容放回，或用 `lanyard ca create --force` 新建颁发机构，所有客户端都须重新信任它</translation>
    </message>
    <message>
        <source>this is not the key of the certificate in %1</source>
        <translation>这不是 %1 中证书的密钥</translation>
    </message>
    <message>
        <source>it has to belong to the user who runs Lanyard</source>
        <translation>它必须属于运行 Lanyard 的用户</translation>
    </message>
    <message>
        <source>this is no certificate of an authority</source>
        <translation>这不是颁发机构的证书</translation>
    </message>
    <message>
        <source>other users of this computer may use the key, and pose as any server to those that trust the local CA: %1</source>
        <translation>本机的其他用户可以使用该密钥，对信任本地 CA 的客户端冒充任何服务器：%1</translation>
    </message>
    <message>
        <source>cannot be made readable: %1</source>
        <translation>无法设为可读：%1</translation>
    </message>
    <message>
        <source>there is something already</source>
        <translation>那里已有内容</translation>
    </message>
    <message>
        <source>cannot be put in its place: %1</source>
        <translation>无法放到其位置：%1</translation>
    </message>
    <message>
        <source>a certificate cannot be made: %1</source>
        <translation>无法创建证书：%1</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: %2</source>
        <translation>本地 CA 已于 %1 到期：%2</translation>
    </message>
    <message>
        <source>make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>请用 `lanyard ca create --force` 新建颁发机构，所有客户端都须重新信任它</translation>
    </message>
    <message>
        <source>the local CA holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right? If it was wrong when the CA was made, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>本地 CA 自 %1 起才有效：在此之前客户端会拒绝它；本机的时钟是否正确？如果创建该 CA 时时钟有误，请用 `lanyard ca create --force` 新建颁发机构，所有客户端都须重新信任它</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: clients refuse its certificates</source>
        <translation>本地 CA 已于 %1 到期：客户端会拒绝其证书</translation>
    </message>
    <message>
        <source>the local CA ends at %1: before that, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>本地 CA 将于 %1 到期：请在此之前用 `lanyard ca create --force` 新建颁发机构，所有客户端都须重新信任它</translation>
    </message>
    <message>
        <source>there is no local CA; `lanyard ca create` makes one</source>
        <translation>没有本地 CA；可用 `lanyard ca create` 创建</translation>
    </message>
    <message>
        <source>The certificate of the local CA has no room for all names and addresses of this computer: it lacks %1</source>
        <translation>本地 CA 签发的证书无法容纳本机的所有名称和地址：缺少 %1</translation>
    </message>
    <message>
        <source>the certificate of before stays in use</source>
        <translation>先前的证书继续使用</translation>
    </message>
    <message>
        <source>Lanyard does not run</source>
        <translation>Lanyard 未运行</translation>
    </message>
    <message>
        <source>there is something else than certificates in this file, which would be lost: move it away</source>
        <translation>此文件中除证书外还有其他内容，会因此丢失：请将其移走</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 不是列表</translation>
    </message>
    <message>
        <source>the cache has TLS, and this says that it has not; please change it</source>
        <translation>缓存使用 TLS，而此处的设置为不使用；请更改</translation>
    </message>
    <message>
        <source>the cache has no TLS, and this says that it has; please change it</source>
        <translation>缓存不使用 TLS，而此处的设置为使用；请更改</translation>
    </message>
    <message>
        <source>expected an object: { }</source>
        <translation>应为对象：{ }</translation>
    </message>
    <message>
        <source>expected a list of texts: [ ]</source>
        <translation>应为文本列表：[ ]</translation>
    </message>
    <message>
        <source>expected a text in double quotes</source>
        <translation>应为双引号中的文本</translation>
    </message>
    <message>
        <source>in the text that begins here, %1</source>
        <translation>从此处开始的文本中，%1</translation>
    </message>
    <message>
        <source>the path of the certificate has a colon, with which it cannot be given to the container of BuildKit: %1</source>
        <translation>证书的路径包含冒号，无法提供给 BuildKit 的容器：%1</translation>
    </message>
    <message>
        <source>expected a list of arguments</source>
        <translation>应为参数列表</translation>
    </message>
    <message>
        <source>expected a text with the configuration of BuildKit</source>
        <translation>应为包含 BuildKit 配置的文本</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which its readers do not understand; please save it without one</source>
        <translation>文件以字节顺序标记开头，而读取它的程序无法识别；请保存为不带该标记的文件</translation>
    </message>
    <message>
        <source>this text cannot be edited safely</source>
        <translation>无法安全地编辑此文本</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>this host may not pull and resolve; please add that to its capabilities</source>
        <translation>此主机不能执行 pull 和 resolve；请将它们加入其 capabilities</translation>
    </message>
    <message>
        <source>this host has no ca, which the certificate of the cache needs; please add it, or remove the host</source>
        <translation>此主机没有 ca，而缓存的证书需要它；请添加，或移除此主机</translation>
    </message>
    <message>
        <source>this host has no header with the login of the cache; please add it, or remove the host</source>
        <translation>此主机没有包含缓存登录信息的 header；请添加，或移除此主机</translation>
    </message>
    <message>
        <source>a hosts.toml is of one registry</source>
        <translation>一个 hosts.toml 只用于一个镜像仓库</translation>
    </message>
    <message>
        <source>expected the name or the address of a computer</source>
        <translation>应为计算机的名称或地址</translation>
    </message>
    <message>
        <source>expected a number from 1 to 65535</source>
        <translation>应为 1 到 65535 之间的数字</translation>
    </message>
    <message>
        <source>there is one, and no TLS</source>
        <translation>已指定，但未使用 TLS</translation>
    </message>
    <message>
        <source>expected certificates as PEM, and nothing else</source>
        <translation>应为 PEM 格式的证书，且不含其他内容</translation>
    </message>
    <message>
        <source>expected a name without colons and control characters</source>
        <translation>应为不含冒号和控制字符的名称</translation>
    </message>
    <message>
        <source>there is one, and no user</source>
        <translation>已指定，但没有用户</translation>
    </message>
    <message>
        <source>this file has no place for all of them</source>
        <translation>此文件不支持一次指定所有镜像仓库</translation>
    </message>
    <message>
        <source>expected names of registries, such as quay.io</source>
        <translation>应为镜像仓库的名称，例如 quay.io</translation>
    </message>
    <message>
        <source>there are too many, or one is there twice</source>
        <translation>数量过多，或有重复</translation>
    </message>
    <message>
        <source>a hosts.toml is of one</source>
        <translation>一个 hosts.toml 只用于一个镜像仓库</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>应至少有一个</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>应为绝对路径</translation>
    </message>
    <message>
        <source>this is for a daemon.json and plain HTTP</source>
        <translation>此项仅用于 daemon.json 和明文 HTTP</translation>
    </message>
    <message>
        <source>expected certificates as PEM</source>
        <translation>应为 PEM 格式的证书</translation>
    </message>
    <message>
        <source>this is no recipe: %1</source>
        <extracomment>A recipe is what is to be put into a file; that comes to root&apos;s helper program.</extracomment>
        <translation>这不是有效的写入方案：%1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>expected a list of texts</source>
        <translation>应为文本列表</translation>
    </message>
    <message>
        <source>there is a key that is not known</source>
        <translation>包含未知的键</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>大于 %1 字节</translation>
    </message>
    <message>
        <source>expected an object as JSON</source>
        <translation>应为 JSON 对象</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>没有此名称的类型</translation>
    </message>
    <message>
        <source>expected a path of this computer</source>
        <translation>应为本机上的路径</translation>
    </message>
    <message>
        <source>the cache has no TLS; please add %1 to this mirror</source>
        <translation>缓存未使用 TLS；请将 %1 添加到此镜像站</translation>
    </message>
    <message>
        <source>this is the old form of the file, which cannot have mirrors; please write it in the new one, with %1</source>
        <translation>这是文件的旧格式，不支持镜像站；请改用新格式，写入 %1</translation>
    </message>
    <message>
        <source>%1 is not a configured registry</source>
        <translation>%1 不是已配置的镜像仓库</translation>
    </message>
    <message>
        <source>an export or import is running already</source>
        <translation>已有导出或导入正在进行</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an absolute path</source>
        <translation>&apos;%1&apos; 不是绝对路径</translation>
    </message>
    <message>
        <source>%1 does not say how long the blob is</source>
        <translation>%1 未说明 Blob 的长度</translation>
    </message>
    <message>
        <source>it is another name of %1; log in there</source>
        <translation>这是 %1 的别名；请在那里登录</translation>
    </message>
    <message>
        <source>it is no upstream</source>
        <translation>不是上游</translation>
    </message>
    <message>
        <source>too many requests wait for this blob</source>
        <translation>等待此 Blob 的请求过多</translation>
    </message>
    <message>
        <source>%1 sends %2 bytes for %3, its manifest says %4</source>
        <extracomment>%1: a registry, %2 and %4: numbers of bytes, %3: a digest</extracomment>
        <translation>%1 为 %3 发送了 %2 字节，其清单中为 %4 字节</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <extracomment>%1: the digest of a blob, %2: why</extracomment>
        <translation>未获取 %1：%2</translation>
    </message>
    <message>
        <source>it is not complete for any platform; prefetch fetches what is missing</source>
        <extracomment>&quot;prefetch&quot; is the name of a command.</extracomment>
        <translation>对任何平台都不完整；prefetch 可获取缺失的内容</translation>
    </message>
    <message>
        <source>too many questions wait for an answer</source>
        <translation>等待响应的查询过多</translation>
    </message>
    <message>
        <source>the engine stops</source>
        <translation>引擎正在停止</translation>
    </message>
    <message>
        <source>no image was named</source>
        <translation>未指定镜像</translation>
    </message>
    <message>
        <source>%1 is damaged here: %2; the next pull fetches it anew</source>
        <translation>此处的 %1 已损坏：%2；下次拉取时会重新获取</translation>
    </message>
    <message>
        <source>it has other bytes</source>
        <translation>字节内容不同</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>大小为 %1 字节</translation>
    </message>
    <message>
        <source>it is no manifest of an image that clients take today</source>
        <translation>不是目前客户端所接受的镜像清单</translation>
    </message>
    <message>
        <source>no image is in it</source>
        <translation>其中没有镜像</translation>
    </message>
    <message>
        <source>a name is for one image, and it has more</source>
        <translation>一个名称只能用于一个镜像，而其中不止一个</translation>
    </message>
    <message>
        <source>the archive does not say of which repository it is: give it a name</source>
        <translation>归档未说明所属的仓库：请为其指定名称</translation>
    </message>
    <message>
        <source>%1 is not configured</source>
        <translation>未配置 %1</translation>
    </message>
    <message>
        <source>%1 is another image than %2</source>
        <translation>%1 与 %2 不是同一个镜像</translation>
    </message>
    <message>
        <source>its manifest is not in the archive</source>
        <translation>归档中没有其清单</translation>
    </message>
    <message>
        <source>its manifest</source>
        <translation>其清单</translation>
    </message>
    <message>
        <source>%1 is not in the cache</source>
        <translation>%1 不在缓存中</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of an image, such as alpine:3.19 or quay.io/org/name@sha256:...</source>
        <translation>&apos;%1&apos; 不是镜像的名称，正确示例：alpine:3.19、quay.io/org/name@sha256:...</translation>
    </message>
    <message>
        <source>too many requests wait for this manifest</source>
        <translation>等待此清单的请求过多</translation>
    </message>
    <message>
        <source>%1 answered a manifest with the digest %2 instead of %3</source>
        <translation>%1 返回的清单摘要为 %2，而不是 %3</translation>
    </message>
    <message>
        <source>%1 was not stored: %2</source>
        <translation>未存储 %1：%2</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end in time</source>
        <translation>上游的列表未能及时接收完毕</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end</source>
        <translation>上游的列表没有结尾</translation>
    </message>
    <message>
        <source>too many platforms</source>
        <translation>平台过多</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a platform, such as linux/amd64 or linux/arm/v7</source>
        <translation>&apos;%1&apos; 不是平台，正确示例：linux/amd64、linux/arm/v7</translation>
    </message>
    <message>
        <source>there is no image for %1, only for %2</source>
        <extracomment>%1: a platform, %2: a list of platforms</extracomment>
        <translation>没有适用于 %1 的镜像，只有适用于 %2 的镜像</translation>
    </message>
    <message>
        <source>it was not stored, a warning says why</source>
        <translation>未存储，原因见警告</translation>
    </message>
    <message>
        <source>%1 was not stored, a warning says why</source>
        <translation>未存储 %1，原因见警告</translation>
    </message>
    <message>
        <source>a digest names the same image for ever</source>
        <translation>摘要始终指向同一个镜像</translation>
    </message>
    <message>
        <source>its registry could not be asked</source>
        <translation>无法查询其镜像仓库</translation>
    </message>
    <message>
        <source>%1 was not stored</source>
        <translation>未存储 %1</translation>
    </message>
    <message>
        <source>%1 is not one of the configured upstreams</source>
        <translation>%1 不在已配置的上游之中</translation>
    </message>
    <message>
        <source>too many images are being fetched ahead</source>
        <translation>正在预取的镜像过多</translation>
    </message>
    <message>
        <source>too many requests wait for this repository</source>
        <translation>等待此仓库的请求过多</translation>
    </message>
    <message>
        <source>%1 sends something else than the missing part of %2</source>
        <translation>%1 发送的不是 %2 缺失的部分</translation>
    </message>
    <message>
        <source>%1 sent %2 up to byte %3, not %4</source>
        <extracomment>%1: a registry, %2: a digest, %3 and %4: numbers of bytes</extracomment>
        <translation>%1 发送的 %2 只到第 %3 字节，而不是第 %4 字节</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of referrers is not one</source>
        <translation>上游返回的引用者列表不是有效的列表</translation>
    </message>
    <message>
        <source>%1 denies access</source>
        <translation>%1 拒绝访问</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>未指定任何内容</translation>
    </message>
    <message>
        <source>too many requests wait for this tag</source>
        <translation>等待此标签的请求过多</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is not one</source>
        <translation>上游返回的标签列表不是有效的列表</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is too long</source>
        <translation>上游的标签列表过长</translation>
    </message>
    <message>
        <source>this is not paused</source>
        <translation>未处于暂停状态</translation>
    </message>
    <message>
        <source>another client is being set up; wait for it</source>
        <translation>正在设置另一个客户端；请等待其完成</translation>
    </message>
    <message>
        <source>All of it is there already.</source>
        <translation>所有内容均已存在。</translation>
    </message>
    <message>
        <source>It was put there by somebody else while it was paused: Lanyard does not take it out again.</source>
        <translation>在暂停期间已由他人写入：Lanyard 不会再将其移除。</translation>
    </message>
    <message>
        <source>%1 is set up already; undo that first</source>
        <translation>%1 已设置；请先撤销</translation>
    </message>
    <message>
        <source>not all of it could be taken back: undo it</source>
        <translation>未能全部撤回：请撤销设置</translation>
    </message>
    <message>
        <source>nothing was set up for it</source>
        <translation>没有为其设置任何内容</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>还原 %1</translation>
    </message>
    <message>
        <source>and it could not be taken back: %1</source>
        <translation>并且无法撤回：%1</translation>
    </message>
    <message>
        <source>Docker Engine was not seen to read %1; it may keep the mirror until it is started again.</source>
        <translation>未发现 Docker Engine 读取 %1；在重新启动之前，它可能会保留该镜像站。</translation>
    </message>
    <message>
        <source>process %1 is no process</source>
        <translation>%1 不是有效的进程</translation>
    </message>
    <message>
        <source>process %1 is no Docker Engine</source>
        <translation>进程 %1 不是 Docker Engine</translation>
    </message>
    <message>
        <source>process %1 cannot be told: %2</source>
        <translation>无法通知进程 %1：%2</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>缺少 `%1`</translation>
    </message>
    <message>
        <source>`%1` is no plain text, or too long</source>
        <translation>`%1` 不是纯文本，或过长</translation>
    </message>
    <message>
        <source>`%1` is none of the words that it may be</source>
        <translation>`%1` 不是允许的取值</translation>
    </message>
    <message>
        <source>`%1` is no SHA-256 in hexadecimal digits</source>
        <translation>`%1` 不是十六进制的 SHA-256</translation>
    </message>
    <message>
        <source>`%1` is no whole number, or too large</source>
        <translation>`%1` 不是整数，或过大</translation>
    </message>
    <message>
        <source>`%1` is no list, or too long</source>
        <translation>`%1` 不是列表，或过长</translation>
    </message>
    <message>
        <source>`%1` has what is no plain text, or too long</source>
        <translation>`%1` 中包含非纯文本或过长的内容</translation>
    </message>
    <message>
        <source>`%1` has what is no object</source>
        <translation>`%1` 中包含不是对象的内容</translation>
    </message>
    <message>
        <source>`%1` is no object</source>
        <translation>`%1` 不是对象</translation>
    </message>
    <message>
        <source>`%1` is not known</source>
        <translation>`%1` 未知</translation>
    </message>
    <message>
        <source>%1 is no JSON object, see byte %2</source>
        <extracomment>%1 is &quot;the request&quot; or &quot;this&quot; (a file).</extracomment>
        <translation>%1 不是 JSON 对象，见第 %2 字节</translation>
    </message>
    <message>
        <source>has been changed since it was looked at; look at the changes again before they are made</source>
        <translation>查看之后已被更改；执行更改前请重新查看</translation>
    </message>
    <message>
        <source>links lead in a circle</source>
        <translation>链接形成循环</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>文件夹不存在</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>它属于其他用户</translation>
    </message>
    <message>
        <source>no file can be made there: %1</source>
        <translation>无法在那里创建文件：%1</translation>
    </message>
    <message>
        <source>%1 has been removed since; it stays so.</source>
        <translation>%1 此后已被移除；将保持移除状态。</translation>
    </message>
    <message>
        <source>%1 has been edited since: only what Lanyard put there is taken out.</source>
        <translation>%1 此后已被编辑：只移除 Lanyard 写入的内容。</translation>
    </message>
    <message>
        <source>The copy of %1 of before is gone: only what Lanyard put there is taken out.</source>
        <translation>%1 先前的副本已不存在：只移除 Lanyard 写入的内容。</translation>
    </message>
    <message>
        <source>%1 has more in it than Lanyard writes: only what Lanyard put there is taken out.</source>
        <translation>%1 中有 Lanyard 写入之外的内容：只移除 Lanyard 写入的内容。</translation>
    </message>
    <message>
        <source>As it was before the set-up, it is kept as %1.</source>
        <extracomment>What is kept is a file.</extracomment>
        <translation>设置之前的内容已保存为 %1。</translation>
    </message>
    <message>
        <source>cannot be put back: %1</source>
        <translation>无法还原：%1</translation>
    </message>
    <message>
        <source>is being changed by somebody else; try again</source>
        <translation>正在被他人更改；请重试</translation>
    </message>
    <message>
        <source>this is a link, or no folder; root follows none for others</source>
        <translation>这是链接，或不是文件夹；root 不会代他人跟随链接</translation>
    </message>
    <message>
        <source>others than root may change this folder; run: %1 and %2 on it</source>
        <translation>root 以外的用户可更改此文件夹；请对其运行：%1 和 %2</translation>
    </message>
    <message>
        <source>this is no file of root&apos;s; run: %1 on it</source>
        <translation>此文件不属于 root；请对其运行：%1</translation>
    </message>
    <message>
        <source>this is a link to a file that Lanyard does not change as root</source>
        <translation>此链接指向 Lanyard 不会以 root 身份更改的文件</translation>
    </message>
    <message>
        <source>a link leads here, and this is no file of root&apos;s</source>
        <translation>有链接指向此处，而此文件不属于 root</translation>
    </message>
    <message>
        <source>Change what is the administrator&apos;s</source>
        <translation>更改需要管理员权限的内容</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>未作任何更改</translation>
    </message>
    <message>
        <source>the helper program of Lanyard is not installed</source>
        <translation>未安装 Lanyard 的辅助程序</translation>
    </message>
    <message>
        <source>there is no pkexec on this computer, which asks for the password</source>
        <translation>本机没有用于询问密码的 pkexec</translation>
    </message>
    <message>
        <source>the helper program of Lanyard %1</source>
        <extracomment>%1 is what goes wrong with the program, such as &quot;does not answer in time&quot;.</extracomment>
        <translation>Lanyard 的辅助程序%1</translation>
    </message>
    <message>
        <source>the permission was not given</source>
        <translation>未获得授权</translation>
    </message>
    <message>
        <source>the helper program of Lanyard failed</source>
        <translation>Lanyard 的辅助程序失败</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>该请求</translation>
    </message>
    <message>
        <source>`%1` is another one: Lanyard and its helper do not belong together</source>
        <translation>`%1` 不一致：Lanyard 与其辅助程序不匹配</translation>
    </message>
    <message>
        <source>this service is not root&apos;s</source>
        <translation>此服务不属于 root</translation>
    </message>
    <message>
        <source>the request is too long</source>
        <translation>请求过长</translation>
    </message>
    <message>
        <source>`%1` is no time</source>
        <translation>`%1` 不是时间</translation>
    </message>
    <message>
        <source>the answer of the helper</source>
        <translation>辅助程序的响应</translation>
    </message>
    <message>
        <source>this is no file that Lanyard changes as root with such content</source>
        <translation>这不是 Lanyard 会以 root 身份用此类内容更改的文件</translation>
    </message>
    <message>
        <source>this is no place for the authority of the cache</source>
        <translation>此处不能放置缓存的颁发机构证书</translation>
    </message>
    <message>
        <source>this folder was not made for %1</source>
        <translation>此文件夹不是为 %1 创建的</translation>
    </message>
    <message>
        <source>`%1` is no absolute path</source>
        <translation>`%1` 不是绝对路径</translation>
    </message>
    <message>
        <source>`%1` has what is no absolute path</source>
        <translation>`%1` 中包含不是绝对路径的内容</translation>
    </message>
    <message>
        <source>a change of a file</source>
        <translation>文件更改</translation>
    </message>
    <message>
        <source>a record of a file</source>
        <translation>文件记录</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>%1 does not run; it reads its files when it starts.</source>
        <translation>%1 未运行；启动时会读取其文件。</translation>
    </message>
    <message>
        <source>`%1` failed: %2</source>
        <translation>`%1` 失败：%2</translation>
    </message>
    <message>
        <source>%1 cannot be reloaded or restarted from here, as there is no systemd that runs it. Run: %2</source>
        <translation>无法从此处重新加载或重启 %1，因为它不由 systemd 运行。请运行：%2</translation>
    </message>
    <message>
        <source>Docker Engine does not accept it: %1</source>
        <translation>Docker Engine 不接受：%1</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>正在进行的构建</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>此节点的 Kubernetes API，持续几秒（Pod 不受影响）</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>此节点的代理，持续几秒（Pod 不受影响）</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>Docker Desktop 的所有容器和构建</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>重新加载 %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>this</source>
        <extracomment>A file, what is wrong with it follows.</extracomment>
        <translation>此文件</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>a later version of Lanyard wrote it; use that one</source>
        <translation>由更高版本的 Lanyard 写入；请使用该版本</translation>
    </message>
    <message>
        <source>what was set up on this computer cannot be read: %1</source>
        <translation>无法读取本机上已设置的内容：%1</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>内容过多</translation>
    </message>
    <message>
        <source>what is to be set up cannot be kept in mind: %1</source>
        <translation>无法记录要设置的内容：%1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be put aside: %1</source>
        <translation>已损坏，且无法移走：%1</translation>
    </message>
    <message>
        <source>it was written by a later Lanyard (schema %1, this one knows up to %2)</source>
        <extracomment>Of a database: each version of Lanyard knows schemas up to a number.</extracomment>
        <translation>由更高版本的 Lanyard 写入（架构版本 %1，此版本最高支持 %2）</translation>
    </message>
    <message>
        <source>it was written by another Lanyard (schema %1)</source>
        <translation>由另一版本的 Lanyard 写入（架构版本 %1）</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>文件的字节内容不同</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 字节，而不是 %2 字节</translation>
    </message>
    <message>
        <source>the bytes have another digest</source>
        <translation>这些字节的摘要不同</translation>
    </message>
    <message>
        <source>what is stored cannot be listed: %1</source>
        <translation>无法列出存储的内容：%1</translation>
    </message>
    <message>
        <source>the data folder is not to be had: %1</source>
        <translation>数据文件夹不可用：%1</translation>
    </message>
    <message>
        <source>another folder is in the place of the data folder; is the disk mounted?</source>
        <translation>数据文件夹的位置上是另一个文件夹；磁盘是否已挂载？</translation>
    </message>
    <message>
        <source>what is stored cannot be read: %1</source>
        <translation>无法读取存储的内容：%1</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>can be used again; clients are served</source>
        <extracomment>Of the folder in which the cache keeps what it has.</extracomment>
        <translation>可重新使用；正在为客户端提供服务</translation>
    </message>
    <message>
        <source>cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can</source>
        <extracomment>Of the same folder. %1: a time, %2: why</extracomment>
        <translation>自 %1 起无法使用：%2。在恢复之前，客户端会收到 503，并改用其他来源</translation>
    </message>
    <message>
        <source>cannot be of %1 bytes with %2 here already</source>
        <translation>此处已有 %2 字节，大小不可能为 %1 字节</translation>
    </message>
    <message>
        <source>cannot make the folder: %1</source>
        <translation>无法创建文件夹：%1</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>无法打开文件夹：%1</translation>
    </message>
    <message>
        <source>the folder is not writable: %1</source>
        <translation>文件夹不可写：%1</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>cannot make the file: %1</source>
        <translation>无法创建文件：%1</translation>
    </message>
    <message>
        <source>cannot look at it: %1</source>
        <translation>无法查看：%1</translation>
    </message>
    <message>
        <source>others may write in the folder, and so decide what is served; run: chmod 700 %1</source>
        <translation>其他用户可以写入该文件夹，从而决定提供的内容；请运行：chmod 700 %1</translation>
    </message>
    <message>
        <source>others on this computer may look into the folder; run: chmod 700 %1</source>
        <translation>本机的其他用户可以查看该文件夹；请运行：chmod 700 %1</translation>
    </message>
    <message>
        <source>cannot ask for free space: %1</source>
        <translation>无法查询可用空间：%1</translation>
    </message>
    <message>
        <source>cannot make it durable: %1</source>
        <translation>无法确保持久写入磁盘：%1</translation>
    </message>
    <message>
        <source>cannot put it in place: %1</source>
        <translation>无法放到目标位置：%1</translation>
    </message>
    <message>
        <source>cannot make its name durable: %1</source>
        <translation>无法确保其名称持久写入磁盘：%1</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>only its log is there</source>
        <translation>只有其日志存在</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>more changes than the disk can take; some are not in the index</source>
        <translation>更改过多，磁盘来不及写入；部分更改不在索引中</translation>
    </message>
    <message>
        <source>another file, or none, is in its place</source>
        <translation>其位置上是另一个文件，或没有文件</translation>
    </message>
    <message>
        <source>it was damaged again (%1); it is written no more</source>
        <translation>再次损坏 (%1)；不再写入</translation>
    </message>
    <message>
        <source>the index was damaged: %1; it was put aside as %2 and written anew</source>
        <translation>索引已损坏：%1；已移走并另存为 %2，并重新写入</translation>
    </message>
    <message>
        <source>the index is complete again</source>
        <translation>索引已恢复完整</translation>
    </message>
    <message>
        <source>the index cannot be opened: %1</source>
        <translation>无法打开索引：%1</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object: %1 at byte %2</source>
        <extracomment>%1: why, as said by the reader of JSON</extracomment>
        <translation>清单不是 JSON 对象：%1，位于第 %2 字节</translation>
    </message>
    <message>
        <source>the manifest is an index and an image at once</source>
        <translation>清单同时是索引和镜像</translation>
    </message>
    <message>
        <source>the manifest has no media type</source>
        <translation>清单没有媒体类型</translation>
    </message>
    <message>
        <source>the manifest names too many children</source>
        <translation>清单列出的子项过多</translation>
    </message>
    <message>
        <source>cannot read what was kept of it: %1</source>
        <translation>无法读取为其保留的内容：%1</translation>
    </message>
    <message>
        <source>it is shorter</source>
        <translation>长度较短</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 字节（共 %2 字节）</translation>
    </message>
    <message>
        <source>%1 more do not fit: the capacity is %2, and %3 are in use</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>无法再放入 %1：容量为 %2，已使用 %3</translation>
    </message>
    <message>
        <source>%1 more do not fit: the disk has %2 free, of which %3 are kept free</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>无法再放入 %1：磁盘剩余 %2，其中 %3 需保留</translation>
    </message>
    <message>
        <source>%1; it is not stored.</source>
        <translation>%1；不会存储。</translation>
    </message>
    <message>
        <source>%1. What does not fit passes through, and is not stored.</source>
        <translation>%1。放不下的内容只转发，不存储。</translation>
    </message>
    <message>
        <source>There is room again: what is pulled is stored.</source>
        <translation>空间已恢复：拉取的内容会被存储。</translation>
    </message>
    <message>
        <source>a check is running already</source>
        <translation>已有检查正在进行</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>有 %1 字节，而不是 %2 字节</translation>
    </message>
    <message>
        <source>the check was interrupted; the next continues it</source>
        <translation>检查被中断；下次检查会继续</translation>
    </message>
    <message>
        <source>no memory to pass a blob through: %1</source>
        <translation>没有内存可用于转发 Blob：%1</translation>
    </message>
    <message>
        <source>the index was missing, and is rebuilt from the files</source>
        <translation>索引缺失，正根据文件重建</translation>
    </message>
    <message>
        <source>the index cannot be read, and is rebuilt from the files in memory</source>
        <translation>索引无法读取，正根据文件在内存中重建</translation>
    </message>
    <message>
        <source>it is rebuilt from the files</source>
        <translation>正根据文件重建</translation>
    </message>
    <message>
        <source>%1; of %2 images in index.json, %3 are there</source>
        <extracomment>%1: what became of the index; %2 and %3: numbers of images</extracomment>
        <translation>%1；index.json 中共有 %2 个镜像，其中 %3 个存在</translation>
    </message>
    <message>
        <source>what is there is served, and nothing is stored</source>
        <translation>将提供已有的内容，不再存储任何内容</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>未存储</translation>
    </message>
    <message>
        <source>the file has another size</source>
        <translation>文件大小不同</translation>
    </message>
    <message>
        <source>what is to be edited is not there</source>
        <translation>要编辑的内容不存在</translation>
    </message>
    <message>
        <source>expected an array: [ ]</source>
        <translation>应为数组：[ ]</translation>
    </message>
    <message>
        <source>the key that is to be added is there already</source>
        <translation>要添加的键已存在</translation>
    </message>
    <message>
        <source>the whole document cannot be replaced</source>
        <translation>不能替换整个文档</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>不能移除整个文档</translation>
    </message>
    <message>
        <source>JSON allows no comments</source>
        <translation>JSON 不允许注释</translation>
    </message>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>文本大于 %1 字节</translation>
    </message>
    <message>
        <source>a byte order mark stands here, which JSON does not allow</source>
        <translation>此处有字节顺序标记，JSON 不允许</translation>
    </message>
    <message>
        <source>nothing may stand behind the value</source>
        <translation>值之后不能有任何内容</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>这不是 JSON：%1</translation>
    </message>
    <message>
        <source>the document has too many values</source>
        <translation>文档中的值过多</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>文档嵌套过深</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>应为双引号中的键</translation>
    </message>
    <message>
        <source>expected : behind a key</source>
        <translation>键之后应为 :</translation>
    </message>
    <message>
        <source>expected , or %1</source>
        <translation>应为 , 或 %1</translation>
    </message>
    <message>
        <source>JSON allows no comma before %1</source>
        <translation>JSON 不允许 %1 之前有逗号</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>此文本没有结尾</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>应为值</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>不是 JSON：%1</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is at %2</source>
        <extracomment>%2 is a place: &quot;line 3, column 5&quot;.</extracomment>
        <translation>键 %1 出现两次；第一次在%2</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>大于 %1 字节</translation>
    </message>
    <message>
        <source>a character that is only read in a text or in a comment</source>
        <translation>此字符只能出现在文本或注释中</translation>
    </message>
    <message>
        <source>more than %1 dots in one line</source>
        <translation>一行中的点超过 %1 个</translation>
    </message>
    <message>
        <source>this is there twice</source>
        <translation>此项出现两次</translation>
    </message>
    <message>
        <source>this is no TOML</source>
        <translation>这不是 TOML</translation>
    </message>
    <message>
        <source>this cannot be changed without a guess; please change it by hand</source>
        <translation>只有猜测才能更改此处；请手动更改</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>没有这样的值</translation>
    </message>
    <message>
        <source>this does not have its lines for itself; please change it by hand</source>
        <translation>此项没有独占的行；请手动更改</translation>
    </message>
    <message>
        <source>this table has no header of its own; please change it by hand</source>
        <translation>此表没有自己的表头；请手动更改</translation>
    </message>
    <message>
        <source>there is such a key already</source>
        <translation>已有这样的键</translation>
    </message>
    <message>
        <source>there is no such table</source>
        <translation>没有这样的表</translation>
    </message>
    <message>
        <source>there is something else of this name already</source>
        <translation>此名称已用于其他内容</translation>
    </message>
    <message>
        <source>this does not stand together with the rest of its table; please change it by hand</source>
        <translation>此项与其所在表的其余部分不在一起；请手动更改</translation>
    </message>
    <message>
        <source>this alias stands inside its own value</source>
        <translation>此别名位于其自身的值中</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>键必须是文本</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is in line %2</source>
        <translation>键 %1 出现两次；第一次在第 %2 行</translation>
    </message>
    <message>
        <source>this one counts</source>
        <translation>以此处为准</translation>
    </message>
    <message>
        <source>&lt;&lt; needs a mapping, or a list of them</source>
        <translation>&lt;&lt; 需要映射或映射的列表</translation>
    </message>
    <message>
        <source>a byte here is no UTF-8</source>
        <translation>此处有一个字节不是 UTF-8</translation>
    </message>
    <message>
        <source>a second document begins here; one is read</source>
        <translation>第二个文档从此处开始；只读取一个</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>不是 YAML：%1</translation>
    </message>
    <message>
        <source>an alias (*) cannot be edited</source>
        <translation>无法编辑别名 (*)</translation>
    </message>
    <message>
        <source>what has an anchor (&amp;) or a tag (!) cannot be edited</source>
        <translation>无法编辑带有锚点 (&amp;) 或标签 (!) 的内容</translation>
    </message>
    <message>
        <source>a mapping with a merge key (&lt;&lt;) cannot be edited</source>
        <translation>无法编辑带有合并键 (&lt;&lt;) 的映射</translation>
    </message>
    <message>
        <source>a text of several lines cannot be edited</source>
        <translation>无法编辑多行文本</translation>
    </message>
    <message>
        <source>a line that is indented with a tab cannot be edited</source>
        <translation>无法编辑用制表符缩进的行</translation>
    </message>
    <message>
        <source>a key cannot be added here</source>
        <translation>无法在此处添加键</translation>
    </message>
    <message>
        <source>nothing can be added behind the end of the document</source>
        <translation>文档结尾之后不能添加任何内容</translation>
    </message>
    <message>
        <source>an item cannot be added here</source>
        <translation>无法在此处添加列表项</translation>
    </message>
    <message>
        <source>an item cannot be added before this one</source>
        <translation>无法在此项之前添加列表项</translation>
    </message>
    <message>
        <source>expected a mapping</source>
        <translation>应为映射</translation>
    </message>
    <message>
        <source>what stands in brackets ({}) cannot get a text of several lines</source>
        <translation>括号 ({}) 中的内容不能包含多行文本</translation>
    </message>
    <message>
        <source>expected nothing but spaces before this key</source>
        <translation>此键之前只能有空格</translation>
    </message>
    <message>
        <source>what stands here cannot be edited safely</source>
        <translation>无法安全地编辑此处的内容</translation>
    </message>
    <message>
        <source>this block is indented too far for its first line</source>
        <translation>此块的缩进相对于其首行过深</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>将会重试</translation>
    </message>
    <message>
        <source>It listens at %1 now</source>
        <translation>现已在 %1 监听</translation>
    </message>
    <message>
        <source>there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----</source>
        <translation>其中没有证书：应为以 -----BEGIN CERTIFICATE----- 开头的 PEM</translation>
    </message>
    <message>
        <source>its certificate number %1 is damaged</source>
        <translation>其中第 %1 个证书已损坏</translation>
    </message>
    <message>
        <source>the key has a passphrase, for which nobody is here to ask: write it without one (openssl pkey -in KEY -out NEW), readable by this user only</source>
        <translation>该密钥有密码短语，而此处无法要求输入：请写入不带密码短语的密钥 (openssl pkey -in KEY -out NEW)，且仅此用户可读</translation>
    </message>
    <message>
        <source>there is no private key in it: expected PEM, which begins with -----BEGIN PRIVATE KEY-----</source>
        <translation>其中没有私钥：应为以 -----BEGIN PRIVATE KEY----- 开头的 PEM</translation>
    </message>
    <message>
        <source>put a new one there, which is taken in at once</source>
        <translation>请在该处换上新证书，更换后立即生效</translation>
    </message>
    <message>
        <source>the certificate has expired at %1: clients refuse it</source>
        <translation>证书已于 %1 到期：客户端会拒绝该证书</translation>
    </message>
    <message>
        <source>the certificate holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right?</source>
        <translation>证书自 %1 起才有效：在此之前客户端会拒绝它；本机的时钟是否正确？</translation>
    </message>
    <message>
        <source>the certificate expires at %1</source>
        <translation>证书将于 %1 到期</translation>
    </message>
    <message>
        <source>every user of this computer may use the key: %1</source>
        <translation>本机的所有用户都可以使用该密钥：%1</translation>
    </message>
    <message>
        <source>this is not the key of the first certificate in %1: the server&apos;s own has to be the first</source>
        <translation>这不是 %1 中第一个证书的密钥：服务器自身的证书必须是第一个</translation>
    </message>
    <message>
        <source>the certificate cannot be used: %1</source>
        <translation>证书无法使用：%1</translation>
    </message>
    <message>
        <source>certificate number %1 cannot be used: %2</source>
        <translation>第 %1 个证书无法使用：%2</translation>
    </message>
    <message>
        <source>a certificate cannot be used: %1</source>
        <translation>有一个证书无法使用：%1</translation>
    </message>
    <message>
        <source>TLS cannot be had: out of memory</source>
        <translation>无法使用 TLS：内存不足</translation>
    </message>
    <message>
        <source>there is none to use yet</source>
        <translation>目前尚无可用的证书</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <extracomment>%1: a registry, or its token service; %2: the status of HTTP</extracomment>
        <translation>%1 的响应为 %2</translation>
    </message>
    <message>
        <source>%1 wants a password, and there is only an identity token</source>
        <translation>%1 需要密码，而只有身份令牌</translation>
    </message>
    <message>
        <source>its credential cannot be had: %1</source>
        <translation>无法取得其凭据：%1</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <translation>%1 未及时响应</translation>
    </message>
    <message>
        <source>the upstream&apos;s answer is too long</source>
        <translation>上游的响应过长</translation>
    </message>
    <message>
        <source>its CA file has no certificate</source>
        <translation>其 CA 文件中没有证书</translation>
    </message>
    <message>
        <source>the upstream client stops</source>
        <translation>上游客户端正在停止</translation>
    </message>
    <message>
        <source>not a path of a registry</source>
        <translation>不是镜像仓库的路径</translation>
    </message>
    <message>
        <source>%1 sent a part of what was asked</source>
        <translation>%1 只发送了所请求内容的一部分</translation>
    </message>
    <message>
        <source>%1 redirects to what is no URL</source>
        <translation>%1 重定向到的不是 URL</translation>
    </message>
    <message>
        <source>%1 redirects from https to http</source>
        <translation>%1 从 https 重定向到 http</translation>
    </message>
    <message>
        <source>%1 redirects too often</source>
        <translation>%1 重定向次数过多</translation>
    </message>
    <message>
        <source>%1 redirects into a private network; redirectHosts of the upstream can allow %2</source>
        <extracomment>%1: a registry, %2: a host; redirectHosts is a setting.</extracomment>
        <translation>%1 重定向到专用网络；可在该上游的 redirectHosts 中允许 %2</translation>
    </message>
    <message>
        <source>%1 redirects to a host that is not found</source>
        <translation>%1 重定向到无法找到的主机</translation>
    </message>
    <message>
        <source>%1 refuses the credential of %2</source>
        <extracomment>%1: a registry, or its token service; %2: the name of a user</extracomment>
        <translation>%1 拒绝了 %2 的凭据</translation>
    </message>
    <message>
        <source>%1 refuses the identity token</source>
        <extracomment>%1: a registry, or its token service</extracomment>
        <translation>%1 拒绝了身份令牌</translation>
    </message>
    <message>
        <source>the token service of %1</source>
        <extracomment>The subject of a sentence, such as &quot;%1 does not answer in time&quot;.</extracomment>
        <translation>%1 的令牌服务</translation>
    </message>
    <message>
        <source>too many requests wait for one token</source>
        <translation>等待同一令牌的请求过多</translation>
    </message>
    <message>
        <source>one that is no URL</source>
        <translation>一个不是 URL 的地址</translation>
    </message>
    <message>
        <source>%1 names a foreign token realm: %2 %3; it is asked when it is one of tokenRealms</source>
        <extracomment>%1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.</extracomment>
        <translation>%1 指定了外部的令牌 realm：%2 %3；将其列入 tokenRealms 后才会查询</translation>
    </message>
    <message>
        <source>its token answer is too long</source>
        <translation>其令牌响应过长</translation>
    </message>
    <message>
        <source>%1 gave no token</source>
        <translation>%1 未提供令牌</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 拒绝连接</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole</source>
        <translation>%1 在响应完整之前关闭了连接</translation>
    </message>
    <message>
        <source>%1 is not a known host</source>
        <translation>%1 不是已知的主机</translation>
    </message>
    <message>
        <source>%1 does not accept a connection in time</source>
        <translation>%1 未及时接受连接</translation>
    </message>
    <message>
        <source>%1 cannot be reached without a password</source>
        <translation>没有密码无法连接 %1</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP</source>
        <translation>%1 使用的不是 HTTP</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of its answer</source>
        <translation>%1 在响应中途停止</translation>
    </message>
    <message>
        <source>%1 cannot be trusted, TLS failed: %2</source>
        <translation>无法信任 %1，TLS 失败：%2</translation>
    </message>
    <message>
        <source>%1 sent %2 of %3 bytes</source>
        <translation>%1 发送了 %2 字节（共 %3 字节）</translation>
    </message>
    <message>
        <source>%1 (through the proxy %2)</source>
        <extracomment>%1: what is wrong, such as &quot;quay.io cannot be reached&quot;; %2: a host and a port</extracomment>
        <translation>%1（通过代理 %2）</translation>
    </message>
    <message>
        <source>%1 is not an upstream any more</source>
        <translation>%1 已不再是上游</translation>
    </message>
    <message>
        <source>%1 is not asked: Lanyard is set to work offline</source>
        <translation>不查询 %1：Lanyard 已设为离线工作</translation>
    </message>
    <message>
        <source>%1 answered %2, as no registry does</source>
        <translation>%1 的响应为 %2，镜像仓库不会这样响应</translation>
    </message>
    <message>
        <source>the mirrors of BuildKit</source>
        <translation>BuildKit 的镜像站</translation>
    </message>
    <message>
        <source>The builder %1 keeps what it was made with. With the lines below it is made again, and keeps its cache; further nodes, and platforms and flags of its own, have to be given again.</source>
        <translation>构建器 %1 会保留创建时的设置。执行下面几行可重新创建它，并保留其缓存；其他节点以及自定义的平台和标志需要重新指定。</translation>
    </message>
    <message>
        <source>Make the builder %1 again</source>
        <translation>重新创建构建器 %1</translation>
    </message>
    <message>
        <source>%1 starts its builder again at the next build; builds that run then end.</source>
        <translation>%1 会在下次构建时重新启动其构建器；届时正在进行的构建会结束。</translation>
    </message>
    <message>
        <source>The mirrors of BuildKit</source>
        <translation>BuildKit 的镜像站</translation>
    </message>
    <message>
        <source>GitHub Actions: a step for runners that reach the cache</source>
        <translation>GitHub Actions：用于可访问缓存的 runner 的步骤</translation>
    </message>
    <message>
        <source>Start BuildKit with it</source>
        <translation>用它启动 BuildKit</translation>
    </message>
    <message>
        <source>The mirrors of builders that are made from now on</source>
        <translation>今后创建的构建器的镜像站</translation>
    </message>
    <message>
        <source>Make a builder</source>
        <translation>创建构建器</translation>
    </message>
    <message>
        <source>Make a builder again (NAME) that is there; its cache stays</source>
        <translation>重新创建已有的构建器 (NAME)；其缓存会保留</translation>
    </message>
    <message>
        <source>Restart BuildKit; builds that run end</source>
        <translation>重启 BuildKit；正在进行的构建会结束</translation>
    </message>
    <message>
        <source>Restart a rootless BuildKit, whose file is ~/.config/buildkit/buildkitd.toml</source>
        <translation>重启 rootless BuildKit，其文件为 ~/.config/buildkit/buildkitd.toml</translation>
    </message>
    <message>
        <source>Start its BuildKit again; builds that run end</source>
        <translation>重新启动其 BuildKit；正在进行的构建会结束</translation>
    </message>
    <message>
        <source>it is not Lanyard, or a much older one</source>
        <translation>它不是 Lanyard，或版本过旧</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or has no TLS there</source>
        <translation>它未作响应就断开了连接：它不在本机的地址上提供服务，或在那里未使用 TLS</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or wants TLS there</source>
        <translation>它未作响应就断开了连接：它不在本机的地址上提供服务，或在那里要求 TLS</translation>
    </message>
    <message>
        <source>does not take a connection in time</source>
        <translation>未及时接受连接</translation>
    </message>
    <message>
        <source>says more than Lanyard would</source>
        <translation>返回的内容超出 Lanyard 应有的长度</translation>
    </message>
    <message>
        <source>it wants a user and a password</source>
        <translation>它需要用户名和密码</translation>
    </message>
    <message>
        <source>it refuses this user or this password</source>
        <translation>它拒绝了此用户或此密码</translation>
    </message>
    <message>
        <source>it does not serve the address of this computer</source>
        <translation>它不为本机的地址提供服务</translation>
    </message>
    <message>
        <source>it is in trouble, and serves nobody now</source>
        <translation>它出现故障，目前不提供服务</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>没有此名称的主机</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>那里没有程序在监听</translation>
    </message>
    <message>
        <source>its certificate is not trusted: %1</source>
        <translation>其证书不受信任：%1</translation>
    </message>
    <message>
        <source>`ctr` reads these files only with --hosts-dir %1.</source>
        <translation>`ctr` 只有使用 --hosts-dir %1 时才会读取这些文件。</translation>
    </message>
    <message>
        <source>Where containerd 2 looks, beside what is there</source>
        <translation>containerd 2 的查找位置，添加到现有内容中</translation>
    </message>
    <message>
        <source>In its place for containerd 1</source>
        <translation>用于 containerd 1，替代上一项</translation>
    </message>
    <message>
        <source>Restart containerd, in a terminal of an administrator</source>
        <translation>重启 containerd，在管理员终端中执行</translation>
    </message>
    <message>
        <source>A cluster that runs: copy them into its nodes</source>
        <translation>已在运行的集群：将它们复制到各节点中</translation>
    </message>
    <message>
        <source>Only containerd 1, beside what is there: where its CRI looks</source>
        <translation>仅 containerd 1，添加到现有内容中：其 CRI 的查找位置</translation>
    </message>
    <message>
        <source>Only containerd 1: restart it</source>
        <translation>仅 containerd 1：将其重启</translation>
    </message>
    <message>
        <source>A pull by hand needs the folder</source>
        <translation>手动拉取时需要指定该文件夹</translation>
    </message>
    <message>
        <source>The mirrors of `nerdctl build`</source>
        <translation>`nerdctl build` 的镜像站</translation>
    </message>
    <message>
        <source>A new cluster: its configuration</source>
        <translation>新集群：其配置</translation>
    </message>
    <message>
        <source>Only kind before 0.27, and its configuration has this, too</source>
        <translation>仅 0.27 之前的 kind，且其配置中须同时有此项</translation>
    </message>
    <message>
        <source>Make the cluster</source>
        <translation>创建集群</translation>
    </message>
    <message>
        <source>The mirrors, on each node</source>
        <translation>每个节点上的镜像站</translation>
    </message>
    <message>
        <source>Restart a server; its containers go on</source>
        <translation>重启 server；其容器继续运行</translation>
    </message>
    <message>
        <source>Restart an agent; its containers go on</source>
        <translation>重启 agent；其容器继续运行</translation>
    </message>
    <message>
        <source>k3d: a cluster with that file</source>
        <translation>k3d：使用该文件的集群</translation>
    </message>
    <message>
        <source>%1 was not found on this computer</source>
        <translation>在本机上未找到 %1</translation>
    </message>
    <message>
        <source>Keep the set-up of before in mind</source>
        <translation>记录先前的设置</translation>
    </message>
    <message>
        <source>It logs in at the cache, and its password is not kept: if this fails, it has to be set up again.</source>
        <translation>它会登录缓存，而其密码不会保存：如果失败，必须重新设置。</translation>
    </message>
    <message>
        <source>it is set up as before</source>
        <translation>其设置与先前相同</translation>
    </message>
    <message>
        <source>its set-up of before is paused, and what was not restarted since may still go by it: %1</source>
        <translation>其先前的设置已暂停，此后未重启的部分可能仍在使用它：%1</translation>
    </message>
    <message>
        <source>See that Docker Engine takes the mirror up</source>
        <translation>检查 Docker Engine 是否采用该镜像站</translation>
    </message>
    <message>
        <source>Its set-up had been interrupted: it is undone, and does not come back when the others are resumed.</source>
        <translation>其设置曾被中断：现已撤销，恢复其他客户端时不会恢复它。</translation>
    </message>
    <message>
        <source>it logs in at the cache, and its password is not kept: set it up again</source>
        <translation>它会登录缓存，而其密码不会保存：请重新设置</translation>
    </message>
    <message>
        <source>This Docker Engine has mirrors for docker.io only.</source>
        <translation>此 Docker Engine 只能为 docker.io 使用镜像站。</translation>
    </message>
    <message>
        <source>With its graph drivers, `docker pull` has mirrors for docker.io only; `docker build` has them for all.</source>
        <translation>使用 graph driver 时，`docker pull` 只能为 docker.io 使用镜像站；`docker build` 则可用于所有镜像仓库。</translation>
    </message>
    <message>
        <source>To pull from %1 through the cache, write %2/... in place of %1/...</source>
        <translation>要通过缓存从 %1 拉取，请将 %1/... 写成 %2/...</translation>
    </message>
    <message>
        <source>With its graph drivers, Docker Engine logs in at a mirror with the login of Docker Hub only: unless that is the same, it pulls past a cache that wants a login. Let the cache tell its clients by their addresses instead.</source>
        <translation>使用 graph driver 时，Docker Engine 只会用 Docker Hub 的登录信息登录镜像站：除非两者相同，否则会绕过需要登录的缓存。请改为让缓存按地址识别其客户端。</translation>
    </message>
    <message>
        <source>the mirror of Docker Hub</source>
        <translation>Docker Hub 的镜像站</translation>
    </message>
    <message>
        <source>The mirror of docker.io for Docker Engine of any version</source>
        <translation>docker.io 的镜像站，适用于任何版本的 Docker Engine</translation>
    </message>
    <message>
        <source>GitLab: Docker in Docker</source>
        <translation>GitLab：Docker in Docker</translation>
    </message>
    <message>
        <source>GitLab Runner: Docker in Docker reads the certs.d of its host</source>
        <translation>GitLab Runner：Docker in Docker 读取其宿主机的 certs.d</translation>
    </message>
    <message>
        <source>%1 for Docker Engine 28 and later</source>
        <extracomment>%1: a title, such as &quot;The mirror of ghcr.io&quot;</extracomment>
        <translation>%1，适用于 Docker Engine 28 及更高版本</translation>
    </message>
    <message>
        <source>In its place for Docker Engine up to 27, whose `docker build` needs more</source>
        <translation>用于 Docker Engine 27 及更低版本，替代上一项；其 `docker build` 需要更多设置</translation>
    </message>
    <message>
        <source>Reload Docker Engine; nothing is interrupted</source>
        <translation>重新加载 Docker Engine；不会中断任何内容</translation>
    </message>
    <message>
        <source>Reload a rootless Docker Engine, whose files are in ~/.config/docker</source>
        <translation>重新加载 rootless Docker Engine，其文件位于 ~/.config/docker</translation>
    </message>
    <message>
        <source>Trust it, in a terminal of an administrator</source>
        <translation>信任该证书，在管理员终端中执行</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>信任该证书</translation>
    </message>
    <message>
        <source>Restart Docker Desktop; its containers stop meanwhile</source>
        <translation>重启 Docker Desktop；其容器会在此期间停止</translation>
    </message>
    <message>
        <source>Docker in the node: docker.io only; the node is made anew, and loses what is in it</source>
        <translation>节点中使用 Docker：仅 docker.io；节点会重新创建，其中的内容会丢失</translation>
    </message>
    <message>
        <source>%1 (containerd in the node)</source>
        <translation>%1（节点中使用 containerd）</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>The mirror of docker.io; `colima start --edit` opens it, too</source>
        <translation>docker.io 的镜像站；也可用 `colima start --edit` 打开该文件</translation>
    </message>
    <message>
        <source>Restart Colima; its containers stop meanwhile</source>
        <translation>重启 Colima；其容器会在此期间停止</translation>
    </message>
    <message>
        <source>the mirrors of this node</source>
        <translation>此节点的镜像站</translation>
    </message>
    <message>
        <source>This is one node: each node of a cluster has such a file.</source>
        <translation>这只是一个节点：集群的每个节点都有这样的文件。</translation>
    </message>
    <message>
        <source>Docker Engine was reloaded and goes on without the mirror; its log says why</source>
        <translation>Docker Engine 已重新加载，但仍未使用该镜像站；原因见其日志</translation>
    </message>
    <message>
        <source>Only root may read %1: that is taken to be as it was set up. To have it written anew, such as for another password, undo the set-up first.</source>
        <translation>只有 root 可以读取 %1：视为与设置时相同。如需重新写入（例如更换密码），请先撤销设置。</translation>
    </message>
    <message>
        <source>What it needs in %1 is in the plan of %2, which has the same file: do that first.</source>
        <translation>它需要写入 %1 的内容在 %2 的更改中，两者使用同一文件：请先执行该更改。</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>只有 root 可以读取</translation>
    </message>
    <message>
        <source>CRI-O does not read what `podman login` keeps: put the login for %1 into the file that global_auth_file in /etc/crio/crio.conf names, which has the form of Docker&apos;s config.json.</source>
        <translation>CRI-O 不读取 `podman login` 保存的内容：请将 %1 的登录信息写入 /etc/crio/crio.conf 中 global_auth_file 指定的文件，其格式与 Docker 的 config.json 相同。</translation>
    </message>
    <message>
        <source>the mirrors of CRI-O</source>
        <translation>CRI-O 的镜像站</translation>
    </message>
    <message>
        <source>the mirrors of Podman, Buildah and Skopeo</source>
        <translation>Podman、Buildah 和 Skopeo 的镜像站</translation>
    </message>
    <message>
        <source>The mirrors of Podman, Buildah, Skopeo and CRI-O</source>
        <translation>Podman、Buildah、Skopeo 和 CRI-O 的镜像站</translation>
    </message>
    <message>
        <source>Copy them into the machine of Podman</source>
        <translation>将它们复制到 Podman 的虚拟机中</translation>
    </message>
    <message>
        <source>Only CRI-O: reload it; nothing is interrupted</source>
        <translation>仅 CRI-O：重新加载；不会中断任何内容</translation>
    </message>
    <message>
        <source>The cache answers</source>
        <translation>缓存有响应</translation>
    </message>
    <message>
        <source>The manifest is asked for at the cache</source>
        <translation>向缓存请求清单</translation>
    </message>
    <message>
        <source>The content is asked for at the cache</source>
        <translation>向缓存请求内容</translation>
    </message>
    <message>
        <source>The probe image is removed</source>
        <translation>移除测试镜像</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>未具名的程序</translation>
    </message>
    <message>
        <source>%1, as %2, from %3</source>
        <extracomment>Who asked: %1: a program; %2: the form of its request, a word; %3: an address</extracomment>
        <translation>%1（%2），来自 %3</translation>
    </message>
    <message>
        <source>The cache cannot be asked: %1.</source>
        <translation>无法查询缓存：%1。</translation>
    </message>
    <message>
        <source>The cache at %1 does not mirror %2: add it there as an upstream.</source>
        <extracomment>%1: an address; %2: a registry</extracomment>
        <translation>%1 处的缓存没有代理 %2：请在那里将其添加为上游。</translation>
    </message>
    <message>
        <source>%1 pulls %2</source>
        <extracomment>%1: a program; %2: an image</extracomment>
        <translation>%1 拉取 %2</translation>
    </message>
    <message>
        <source>cannot pull: there is no program %1 here</source>
        <translation>无法拉取：此处没有程序 %1</translation>
    </message>
    <message>
        <source>cannot pull: %1</source>
        <translation>无法拉取：%1</translation>
    </message>
    <message>
        <source>The cache at %1 does not answer any more: what arrived there is not known.</source>
        <translation>%1 处的缓存不再响应：无法得知那里收到了什么。</translation>
    </message>
    <message>
        <source>dockerd has not reloaded its configuration since, its command line names another mirror, or it asks a proxy for the cache (no-proxy lacks this address).</source>
        <translation>dockerd 此后未重新加载其配置、其命令行指定了另一个镜像站，或它通过代理访问缓存（no-proxy 中缺少此地址）。</translation>
    </message>
    <message>
        <source>A builder reads its configuration when it is created: remove it and create it anew, with the configuration.</source>
        <translation>构建器在创建时读取其配置：请将其移除，并使用该配置重新创建。</translation>
    </message>
    <message>
        <source>buildkitd reads its configuration when it starts: restart it. For a cache without TLS its own table needs http = true.</source>
        <translation>buildkitd 在启动时读取其配置：请将其重启。若缓存未使用 TLS，缓存自身的表需要 http = true。</translation>
    </message>
    <message>
        <source>Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE keeps it), does not reach this address from its container, or lacks http = true in the table of the cache.</source>
        <translation>其构建器仍以先前的配置运行（EARTHLY_NO_BUILDKIT_UPDATE 会保留它）、无法从其容器访问此地址，或缓存的表中缺少 http = true。</translation>
    </message>
    <message>
        <source>Its hosts.toml is not in the folder that it reads (config_path, hosts_dir), or it asks a proxy for the cache.</source>
        <translation>其 hosts.toml 不在它读取的文件夹中（config_path、hosts_dir），或它通过代理访问缓存。</translation>
    </message>
    <message>
        <source>CRI-O has not reloaded its configuration since, or a later file in registries.conf.d has the word.</source>
        <translation>CRI-O 此后未重新加载其配置，或以 registries.conf.d 中排序更靠后的文件为准。</translation>
    </message>
    <message>
        <source>Another file has the word: a registries.conf of the user hides those of the system, and a later file in registries.conf.d those before it.</source>
        <translation>以另一个文件为准：用户的 registries.conf 会覆盖系统的文件，registries.conf.d 中排序靠后的文件会覆盖排序靠前的文件。</translation>
    </message>
    <message>
        <source>It reads registries.yaml when it starts: restart it on this node.</source>
        <translation>它在启动时读取 registries.yaml：请在此节点上将其重启。</translation>
    </message>
    <message>
        <source>It takes its configuration along when its machine is made or started: start it anew.</source>
        <translation>它在创建或启动其节点或虚拟机时载入配置：请重新启动它。</translation>
    </message>
    <message>
        <source>%1 is another computer for it, as it runs in a container or machine of its own: give the cache&apos;s address in the network.</source>
        <extracomment>%1: an address; it: a program</extracomment>
        <translation>对它来说 %1 是另一台计算机，因为它运行在自己的容器或虚拟机中：请指定缓存在网络中的地址。</translation>
    </message>
    <message>
        <source>The cache wants a login: this client may have none for %1.</source>
        <translation>缓存需要登录：此客户端可能没有 %1 的登录信息。</translation>
    </message>
    <message>
        <source>Docker with its classic image store uses mirrors for docker.io alone: pull %1/%2/IMAGE instead of %2/IMAGE.</source>
        <extracomment>IMAGE stands for any image; %1: the address of the cache; %2: a registry</extracomment>
        <translation>使用传统镜像存储的 Docker 只为 docker.io 使用镜像站：请拉取 %1/%2/IMAGE，而不是 %2/IMAGE。</translation>
    </message>
    <message>
        <source>It is not set up for the cache yet.</source>
        <translation>它尚未设置为使用缓存。</translation>
    </message>
    <message>
        <source>It is set up for another mirror: %1.</source>
        <translation>它已设置为使用其他镜像站：%1。</translation>
    </message>
    <message>
        <source>Likely reasons: %1</source>
        <translation>可能的原因：%1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1: a program; %2: what it said</extracomment>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>This user may not let %1 pull. In a terminal: %2</source>
        <extracomment>%1: a program; %2: a command</extracomment>
        <translation>此用户无权让 %1 拉取。请在终端中运行：%2</translation>
    </message>
    <message>
        <source>No request for the probe image arrived at %1: %2 does not pull %3 through the cache. %4</source>
        <extracomment>%1: an address; %2: a program; %3: a registry; %4: sentences that say why</extracomment>
        <translation>%1 未收到对测试镜像的请求：%2 未通过缓存拉取 %3。%4</translation>
    </message>
    <message>
        <source>The manifest was asked for at the cache, the content was not.</source>
        <translation>已向缓存请求清单，但未请求内容。</translation>
    </message>
    <message>
        <source>%1 is content all the same: it had it already, or got it from elsewhere.</source>
        <extracomment>%1: a program</extracomment>
        <translation>%1 仍报告成功：内容原本已有，或从其他位置获取。</translation>
    </message>
    <message>
        <source>All of the probe image was asked for at the cache, and yet %1</source>
        <extracomment>%1: a clause, such as &quot;Podman failed: (what it said)&quot;</extracomment>
        <translation>已向缓存请求测试镜像的全部内容，但 %1</translation>
    </message>
    <message>
        <source>would become something else than was shown; look at the changes again before they are made</source>
        <translation>更改结果会与所显示的不同；执行更改前请重新查看</translation>
    </message>
    <message>
        <source>more would be reloaded or restarted than was shown; look at the changes again before they are made</source>
        <translation>需重新加载或重启的服务会比所显示的更多；执行更改前请重新查看</translation>
    </message>
    <message>
        <source>what the certificate of the cache is trusted by</source>
        <translation>用于信任缓存证书的证书</translation>
    </message>
    <message>
        <source>the mirror of %1</source>
        <translation>%1 的镜像站</translation>
    </message>
    <message>
        <source>The mirror of %1</source>
        <translation>%1 的镜像站</translation>
    </message>
    <message>
        <source>The certificate that the cache is trusted by</source>
        <translation>用于信任缓存的证书</translation>
    </message>
    <message>
        <source>Log in at the cache</source>
        <translation>登录缓存</translation>
    </message>
    <message>
        <source>The login at the cache, beside others that are there</source>
        <translation>缓存的登录信息，与已有的其他登录信息并列</translation>
    </message>
    <message>
        <source>What to write for BASE64</source>
        <extracomment>BASE64 stands so in the texts before</extracomment>
        <translation>BASE64 处应写的内容</translation>
    </message>
    <message>
        <source>%1 (in WSL)</source>
        <translation>%1（WSL 中）</translation>
    </message>
    <message>
        <source>%1 (in the virtual machine)</source>
        <translation>%1（虚拟机中）</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1 (FILE is the certificate of the authority of the cache); to take it back: %2</source>
        <extracomment>FILE stands so in %1</extracomment>
        <translation>要在终端中执行，请运行：%1（FILE 为缓存颁发机构的证书）；要撤回，请运行：%2</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1; to take it back: %2</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>要在终端中执行，请运行：%1；要撤回，请运行：%2</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1, rootless</source>
        <translation>%1（rootless）</translation>
    </message>
    <message>
        <source>Docker Buildx, new builders</source>
        <translation>Docker Buildx（新构建器）</translation>
    </message>
    <message>
        <source>Docker Buildx builder %1</source>
        <translation>Docker Buildx 构建器 %1</translation>
    </message>
    <message>
        <source>Colima profile %1</source>
        <translation>Colima 配置文件 %1</translation>
    </message>
    <message>
        <source>kind cluster %1</source>
        <translation>kind 集群 %1</translation>
    </message>
    <message>
        <source>minikube profile %1</source>
        <translation>minikube 配置文件 %1</translation>
    </message>
    <message>
        <source>`%1` is no message, or too long</source>
        <translation>`%1` 不是消息，或过长</translation>
    </message>
    <message>
        <source>A note that came cannot be shown.</source>
        <translation>收到的一条说明无法显示。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>not there</source>
        <extracomment>In the place of a tag rule: upstream has said so shortly before</extracomment>
        <translation>不存在</translation>
    </message>
    <message>
        <source>revalidate always</source>
        <extracomment>How long a tag holds: at every request the registry is asked whether it still does</extracomment>
        <translation>每次重新验证</translation>
    </message>
    <message>
        <source>immutable</source>
        <extracomment>How long a tag holds: the registry is never asked again</extracomment>
        <translation>不可变</translation>
    </message>
    <message>
        <source>%1, stretched from %2</source>
        <extracomment>How long a tag holds, and how long its rule says; times such as 20m</extracomment>
        <translation>%1（由 %2 延长）</translation>
    </message>
    <message>
        <source>no rule</source>
        <extracomment>In the place of a tag rule: there is none for this tag</extracomment>
        <translation>无规则</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>请求行</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>上游指定方式</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>标签所指内容</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>标签规则</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>在上游并非所有人都可读取此仓库。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>至响应开始</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>请求标头</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>路径中 /v2/ 之前</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>通过 ?ns=（containerd 的方式）</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>通过主机名</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>在镜像名称中</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>未指定：使用默认上游</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>同一客户端的同一程序对同一仓库发出且无长时间间隔的请求，计为一次拉取。</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>对上游的请求</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>来自 %1 的令牌</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>没有保留的记录。缓存运行期间只保留最新的上游请求。</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>在此请求期间针对其所指内容发出；请求相同内容的其他请求共享该结果。</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1：文件不存在</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1：不是文件</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1：文件过长</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>In the last 24 hours: requests %1 · pulls saved %2</source>
        <translation>最近 24 小时：请求 %1 · 节省拉取 %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>最近 31 天：请求 %1 · 节省拉取 %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · 最低剩余拉取 %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1：请求 %2 · 节省拉取 %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>单平台镜像</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>多平台镜像索引</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>制品</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>未知平台</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>不完整，%1%</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>受信任的客户端（确认为公开之前）</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>受信任的客户端：私有镜像</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>受信任的客户端：镜像仓库已撤销访问权限</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>无标签，%1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>上游有更新</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 个仓库</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n 个仓库</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>未获取</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉取次数</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共享于</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>受信任的客户端</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>客户端必须登录(&amp;G)</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>用户文件</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>服务对象：</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>所有服务对象</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>私有镜像可供：</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>只有您自己的凭据才能在镜像仓库读取的内容。已登录的客户端受信任。</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>受信任的客户端：</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>登录：</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>用户文件：</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>任何人都可通过明文 HTTP 访问：密码可能在传输中被窃取。请在“网络”中为该地址加密。</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>任何能访问本机的人都可通过明文 HTTP 从本机拉取。如果可从互联网访问本机，请选择专用网络，或使用 TLS 和登录。</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>请输入文件的完整路径，以 / 或 ~/ 开头。</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>格式同 `htpasswd -B` 的输出；可随时更改。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>在本机暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>在本机恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>撤回设置，直到您恢复为止：离开缓存所在的网络时，拉取便无需空等</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>重新写入设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>没有需要注意的事项。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>客户端必须登录(&amp;I)</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>其颁发机构的证书</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>启动缓存(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>选择缓存(&amp;W)：</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>用户(&amp;E)：</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>密码(&amp;O)：</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA 文件(&amp;F)：</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>适用的镜像仓库：</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>本机 (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>缓存未监听任何地址：请在“设置”中为其指定一个地址。</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>本机的缓存已停止。</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>请输入其地址，例如 192.168.0.80:5000 或 https://cache.example.com。</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>这不是有效的地址；正确示例：192.168.0.80:5000、https://cache.example.com。</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>仅可从本机访问：容器中的构建器和其他计算机无法访问。请在“设置”中改为向您的网络提供服务。</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>有响应：Lanyard %1。</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>请至少选择一个镜像仓库。</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>本机、以前用过的缓存，或其他缓存的地址</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>它有响应，但没有代理任何镜像仓库：请在那里添加或启用一个上游。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>显示更改：%1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>应用：%1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>测试：%1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>隐藏更改</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>显示更改</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>请求方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次出现</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>与“访问”中的设置相同</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>专用网络</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>无其他人</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>以下地址和网络</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1：地址和网络</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>请指定地址或网络，例如 10.0.0.0/8。</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>“%1”不是有效的地址或网络；正确示例：10.0.0.0/8。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>显示其请求(&amp;S)</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>尚无客户端请求缓存。通过缓存拉取的客户端及未能提供的内容将列在此处。</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>缓存的客户端</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>程序启动以来 %n 个客户端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CloseQuestion</name>
    <message>
        <source>Close Lanyard</source>
        <translation>关闭 Lanyard</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>要让缓存在系统托盘中继续运行吗？</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>退出会停止缓存：客户端将从别处拉取。</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>重新查找(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>配置片段(&amp;S)…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>其他计算机(&amp;M)…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>重新查找本机上的客户端</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>需在其他计算机上写入的内容</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>测试其他计算机上的客户端</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>本机上的客户端</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>正在查找客户端…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>未在本机找到拉取镜像的程序：可识别 Docker、Podman、Earthly、BuildKit、containerd 等。“配置片段”会显示需在其他计算机上写入的内容。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>未导入(&amp;N)：</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>导入凭据</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>Docker 或 Podman 的文件(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>选择 Docker 或 Podman 的文件</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>正在检查内容</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>将导入(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>已导入(&amp;T)：</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>文件中的凭据</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存位置</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>退出登录(&amp;U)…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>从 Docker 导入(&amp;P)…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>导入 Docker 或 Podman 中的上游凭据</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>无凭据：以匿名方式访问上游。登录后可拉取私有内容，在 Docker Hub 还可提高拉取次数；也可导入 Docker 中的凭据。</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>位于配置文件中，将从中删除</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>删除此凭据</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>要退出登录 %1 吗？</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>凭据将被删除；再次使用时需要输入密码。</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>不再向凭据助手查询；其中保存的内容会保留。</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>退出登录(&amp;L)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>读取者</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>当前没有从上游获取的内容。</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>正在进行的下载</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>下载 (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>配置文件中 %1 的设置将在缓存重启后生效。重启前会先完成正在进行的传输。</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>本机的设置完成后 Lanyard 将退出，以免留下做到一半的更改。再次退出可立即结束。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>正在写入 %1 个请求</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 个请求已写入 %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>节省下载量</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>提供给客户端</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>从上游获取</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>程序启动以来</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>统计范围(&amp;I)</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>命中 %1 · 未命中 %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>占已提供内容的 %1</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>通过本地网络</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>通过互联网</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>失败 %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>启动缓存(&amp;S)</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>让 Docker 通过缓存拉取：将以下内容写入 /etc/docker/daemon.json 并重启 Docker。</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>设置本机(&amp;U)…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>通过缓存拉取一个镜像，并在此处查看结果。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>设置本机</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>三步完成首次拉取</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>完成：服务地址为 %1。</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>为本机和您网络中的计算机提供服务。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>测试本机(&amp;T)</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker、Podman、Earthly 等：您会先看到将要更改的内容，同意后才会执行。</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>每个客户端通过缓存拉取一个极小的镜像，您会看到它到达。</translation>
    </message>
    <message>
        <source>Done: the test pull arrived. Now pull an image, and it is kept.</source>
        <translation>完成：测试拉取已到达。现在拉取一个镜像，它会被保存。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>请求和节省拉取的变化趋势</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 个镜像</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>复制拉取命令(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>预取(&amp;F)…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>在客户端请求之前获取镜像</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>向上游查询新版本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>无论空间多少，始终保留所选镜像</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>取消固定(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>查看移除所选镜像可释放的空间并移除</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>在其他计算机</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>仅名称，适用于将缓存用作镜像站的客户端</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>正在固定</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>正在取消固定</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>已固定：%1。</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>已取消固定：%1。</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>没有标签的镜像在上游不会有新版本。</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>正在查询上游</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>已向上游查询 %1；有新版本：%2。</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>无法完成：%1。%2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>导出镜像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 个镜像</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Podman、Docker 和 skopeo 均可读取。包含缓存中所有完整的平台。</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Tar 文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>镜像：</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>位置(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>已将 %1 写入 %2。</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 不含 %2：在缓存中不完整。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>替换缓存中指向其他镜像的标签(&amp;R)</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>导入镜像</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>OCI 镜像布局（文件夹或 tar 文件）、Docker 25 及以上版本 docker save 的输出，或镜像仓库的存储。会校验每个字节，且不查询任何镜像仓库。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>归档(&amp;A)：</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>以归档为准</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>用于未注明名称的单镜像归档</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>镜像名称(&amp;N)：</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>默认上游</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>镜像仓库存储中的镜像所属的上游</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>上游(&amp;U)：</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Tar 文件 (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>已导入镜像：%1。新增内容：%2。</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>缺失的部分（将在客户端请求时获取）：%1。</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>因指向其他镜像而保持不变的标签：%1，例如 %2。</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>未导入：%1：%2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>其他未导入：%1。</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation>（缺失）</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>配置 %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>层 %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>未获取</translation>
    </message>
    <message>
        <source>%1, pulled once</source>
        <translation>%1，已拉取 1 次</translation>
    </message>
    <message>
        <source>%1, pulled %2 times</source>
        <translation>%1，已拉取 %2 次</translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation>已存储 %1 / %2</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>，%1 与其他镜像共享</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>没有可指向其他镜像的标签</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>新版本：%1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>上次查询：%1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>镜像的平台和层</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共享于</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>标签规则</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>镜像详情</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>镜像摘要</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>复制摘要</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 个镜像</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>按上游、仓库、标签或摘要搜索</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>搜索镜像</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>其余镜像保持不变</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>缓存未运行。启动后可查看其中的镜像。</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>尚未缓存任何镜像。请通过缓存拉取、预取镜像，或导入归档。</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>正在读取已缓存的内容…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>没有符合搜索条件的镜像。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>已选：%1，%2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>多个镜像共有的内容会分别计入</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>选择一个镜像以查看其全部信息。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>本机的所有 IPv4 地址。</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>本机的所有 IPv4 和 IPv6 地址。</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>仅本机上的程序可以访问。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>此地址的服务对象</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>有用户时，客户端须在此登录(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>无 (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS，本机颁发机构签发的证书</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS，使用证书文件</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>加密(&amp;E)：</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>密钥：</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>移除此地址</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS，ACME 证书（以配置文件为准）</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>请输入本机的地址，例如 0.0.0.0（全部）；不会解析主机名。</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>此地址已在列表中。</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>请指定证书及其密钥的文件（均为 PEM 格式），并使用完整路径。</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>客户端须信任该颁发机构（仅需一次）：见下文。</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>证书：</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>服务对象：</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>导出其证书(&amp;X)…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>本机颁发机构的有效期至 %1。客户端须信任其证书；可通过指纹核对两端是否一致。</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>本机尚无颁发机构。首个使用它的地址会自动创建。</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>缓存运行时显示颁发机构。</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>导出颁发机构的证书</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>证书 (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>创建证书颁发机构</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>日志和指标</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>将每个请求写入标准输出(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>指标和健康状态地址(&amp;M)</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>除本机外的应答对象</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>指标和健康状态的地址</translation>
    </message>
    <message>
        <source>Combined Log Format</source>
        <translation>Combined 日志格式</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Access log:</source>
        <translation>访问日志：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>调试地址：</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>应答对象：</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>请输入地址和端口，例如 127.0.0.1:5001。</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>任何能访问该地址的人无需登录即可查看缓存的活动，且未加密。</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>供 Prometheus 使用：/metrics、/healthz 和 /readyz。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>密码(&amp;W)：</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>密码为身份令牌(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>先向镜像仓库验证是否正确(&amp;A)</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>登录镜像仓库</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>仅用于此路径下的仓库，例如 team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>镜像仓库(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>路径(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>用户名(&amp;U)：</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>优先保存在桌面的密钥环中；若没有密钥环，则保存在数据文件夹内仅您可读的文件中。只会发送到此镜像仓库。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>身份令牌(&amp;I)：</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>正在查询镜像仓库</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>正在保存</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>缓存(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>离线工作(&amp;O)</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>不查询镜像仓库：只提供已缓存的内容</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>关于 Lanyard(&amp;A)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>关于 Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>为您的网络提供的拉取式容器镜像缓存。基于 GNU 通用公共许可证第 3 版或更高版本的自由软件。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard 即将退出</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>在此之前会先完成本机的设置。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n 项需要注意</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>添加地址(&amp;D)</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>网络线程：</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>立即重启(&amp;R)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>忽略此消息</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>及之前的 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>变化趋势，最近(&amp;O)</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>新建证书颁发机构</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>要新建本地证书颁发机构来替换当前的吗？</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>每个客户端都须信任新的颁发机构，才能再次通过 HTTPS 拉取。当前的颁发机构将被删除。</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>新建(&amp;M)</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>未新建证书颁发机构：%1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>%1 的更改</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>然后以管理员身份运行以下命令</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>然后运行以下命令</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>不会编辑 %1：%2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>已存储：%1，其中新获取：%2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>获取(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>取消所选(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>清除已结束的(&amp;L)</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>预取镜像</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/name:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>镜像(&amp;I)：</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>平台：</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>其他平台(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全部(&amp;A)</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>不选：使用本机平台</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>获取的镜像</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>一个或多个，按通常写法。</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>只获取尚未存储的内容。</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>验证通过</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>测试其他计算机</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>请在另一台计算机设置完成后，在其上运行以下命令。该命令会拉取由 %1 专为此次测试生成的微型镜像；不查询任何镜像仓库。</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>客户端(&amp;L)：</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>适用的镜像仓库(&amp;O)：</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>配置片段(&amp;N)…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>用于设置另一台计算机的内容</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>没有适用于此客户端的命令：请在“客户端”页面中查看它是否出现。</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>等待拉取</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>验证通过：%1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>开始收到请求：%1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>登录本机时启动</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>启动时不显示窗口，仅在系统托盘运行(&amp;W)</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>通过通知告知发生的情况(&amp;N)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在系统托盘中继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>语言：</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>启动时：</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>关闭窗口时：</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>通知：</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>界面语言将在下次启动 Lanyard 时更改。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1，私有</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>请求日志（按拉取分组）</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>保留：已固定</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>保留：正在使用</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>保留：尚不清楚其组成内容</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1（与其他镜像共有）</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1（与 %2 共有）</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 个镜像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 个镜像</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>同时移除已固定的镜像(&amp;P)</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>移除镜像</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>移除和保留的内容</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>释放空间</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>正在检查将移除的内容…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>无法确定将移除的内容。</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>将移除 %1，释放 %2。下次拉取时会重新获取已移除的内容。</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>没有可移除的内容。</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>仅列出前面的部分。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>未移除任何内容。</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>已移除 %1，释放 %2。</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>%1 保留：已固定或正在使用。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>登录(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>禁用(&amp;D)</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>启用(&amp;N)</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>移除上游</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>要从上游中移除 %1 吗？</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>此后请求它的客户端将被拒绝。其设置会被删除，配置文件中的设置及密码也会一并删除。如需保留，请改为禁用。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>对 %1 的更改在 Lanyard 退出前有效：%2。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>请求详情</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>选择一个请求以查看其信息。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>未写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>所有客户端</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>所有上游</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>按镜像、标签、摘要、客户端或路径筛选</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>请求日志筛选</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>包含所有这些词的请求；在词前加 client:、image: 或 upstream: 则只在该项中查找</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>请求类型</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>所有请求</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>复制详情(&amp;E)</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>仅此客户端(&amp;I)</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>仅此镜像(&amp;M)</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>仅此上游(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>导出显示的请求(&amp;X)…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>导出所选请求(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1，私有</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>按拉取分组(&amp;G)</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>将同一次拉取的请求显示为可展开的一行</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>显示所选行的信息</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>最新(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>转到最新请求并保持跟随</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>保持日志不变</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>更多(&amp;O)</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>复制、导出和清除</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>没有符合筛选条件的请求。</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>全部显示(&amp;S)</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>显示 %1 / %2 个请求</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>，跳过 %1 个</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>不提供任何服务。已缓存的内容保留在磁盘上。</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>正在打开存储</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>正在为本机提供服务：%1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>正在为您的网络提供服务：%1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>正在等待传输完成</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>缓存状态</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>将 %1 复制到剪贴板</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>启动缓存</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>停止缓存</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>设置(&amp;U)</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>正在处理；执行情况显示在各个客户端中。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>正在查找客户端…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>请在上方选择一个有响应的缓存。</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>请在上方选择一个代理了镜像仓库的缓存。</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>请在上方选择一个镜像仓库。</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>“应用”会执行上方显示的更改，并测试每个客户端。</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>将设置：%1。所有更改都会先显示给您，然后才会执行。</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>未选择要设置的客户端。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>还原(&amp;T)</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>应用(&amp;Y)</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>保存在 %1 中，服务器也会读取该文件。</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>尚无配置文件。应用后将创建 %1。</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>这些设置只能查看，无法在此更改。%1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>文件已在此期间被更改。“应用”会写入您在此处的更改并保留其余内容；“还原”会显示文件中的设置。</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>尚未应用。</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>上方有内容尚不正确。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>已应用。</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>已应用。缓存将因 %1 而重启；重启前会先完成正在进行的传输。</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>已应用；即将生效。</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>已应用；将在缓存启动时生效。</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>已应用。正在进行导入、导出或预取；%1 将在缓存重启后生效。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>在终端中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>保存：%1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>保存配置片段</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>用于其他计算机的配置片段</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>配置片段</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>用于 Lanyard 不会自行写入的地方：可让客户端通过 %1 拉取。</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>客户端(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>系统(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>连接方式(&amp;V)：</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>与此缓存相同</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>明文 HTTP</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS 和登录</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>此客户端在该系统上不可用。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>缓存文件夹</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>获取新版本</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>缓存的最大大小</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB，小磁盘则为其二十分之一</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>保留空闲(&amp;K)：</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>每小时检查</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>每天检查</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>已固定镜像的新版本(&amp;P)：</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>请输入完整路径，以 / 或 ~/ 开头。</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>其他文件夹中已缓存的内容会保留在原处。</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>缓存可使用保留空闲之外的所有空间。</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>请输入大小，例如 50GiB。</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>超过了整个磁盘的容量。</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>最久未使用的镜像会被清理以腾出空间；已固定的镜像会保留。</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>请输入大小，例如 5GiB。</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>超过了整个磁盘的容量：将无法存储任何内容。</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>无论缓存大小如何，都为其他用途保留这些磁盘空间。磁盘容量 %1，当前空闲 %2。</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>为其他用途保留的磁盘空间。</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>将缓存大小限制为</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>大小(&amp;Z)：</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>客户端请求 %1，但它不是上游。请求：%2，最近一次：%3。</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>及其他 %n 个镜像仓库</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>模式与标签匹配的第一条规则决定其响应的有效时长。模式可使用 * 和 ?，或以 re: 开头后接正则表达式。没有规则时使用默认规则。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>查询镜像仓库</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>标签规则</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>添加规则(&amp;R)</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>何时查询镜像仓库</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>提供给客户端</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>从上游获取</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>提供和获取字节数图表</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>请求和命中图表</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1没有任何请求。</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1提供 %2，获取 %3。</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>峰值在 %1：%2。</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1：提供 %2，获取 %3</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1：%2 个请求，%3 次命中</translation>
    </message>
    <message>
        <source>%1: requests %2 · hits %3.</source>
        <translation>%1：请求 %2 · 命中 %3。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>离线工作(&amp;O)</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>显示窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard：未提供服务</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard 离线：命中 %1，已提供 %2</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard：命中 %1，已提供 %2</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard 仍在运行</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>缓存将继续提供服务。可通过此图标打开窗口或退出。</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>最近的镜像(&amp;R)</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>打开(&amp;P)</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard 需要关注</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>在本机暂停(&amp;C)</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>在本机恢复(&amp;M)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>上游详情</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>标签：何时查询镜像仓库</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>拉取额度</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 天</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>节省拉取</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>最低剩余拉取</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>已禁用：请求它的客户端将被拒绝。</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>离线工作时不查询任何上游。</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>它未表示会限制拉取次数。</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>剩余 %1 次拉取</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>计入 %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>无：拉取公开内容。</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1：%2
%3</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>添加上游</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>已知镜像仓库(&amp;K)：</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1，已是上游</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>正在写入配置</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>已知的镜像仓库</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>名称与信任(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>标签规则(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>镜像仓库(&amp;R)：</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>在镜像名称中使用的名称。</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>URL(&amp;U)：</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>镜像仓库的地址。仅在此处明确指定时才不加密 (http)。</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>后备服务器(&amp;F)：</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>内容相同的服务器，每行一个；URL 不可用时按此顺序查询。</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>CA 文件(&amp;C)：</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>除系统证书外为其信任的证书 (PEM)。</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>用于连接的代理：http://主机:端口 或 socks5://主机:端口。</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>别名(&amp;A)：</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>在镜像名称中的其他名称，每行一个。</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>主机名(&amp;H)：</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>本机作为此镜像仓库使用的主机名，每行一个。</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>令牌服务(&amp;O)：</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>可向其发送密码的外部域主机，每行一个。</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>重定向(&amp;D)：</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>允许重定向到的专用网络主机，每行一个。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>剩余拉取</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>节省拉取</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭据</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>可连接，耗时 %1。</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>无法连接。</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>重新测试(&amp;A)</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>正在查询其服务器</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>缓存已停止。按“启动”可查看上游状态并进行更改。</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>镜像仓库(&amp;G)</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>凭据(&amp;D)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>离线工作(&amp;O)</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>不查询镜像仓库：只提供已缓存的内容</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>计入 %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>%1 前全部恢复</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>尚无镜像仓库告知其拉取额度。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>各镜像仓库的剩余拉取</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>磁盘容量 %2，空闲 %1，其中 %3 留作其他用途</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 未完成的下载等待继续</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>确认密码(&amp;A)：</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>名称不能包含冒号。</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>密码最多 72 字节。</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>已存在的用户将改用此密码。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>添加用户(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>移除用户(&amp;R)…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>应用登录设置后可添加用户。</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>缓存运行时可添加用户。</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>登录设置生效后可添加用户。</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>尚无用户：无人可以拉取。</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>移除用户</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>要移除 %1 吗？</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>使用此名称的客户端将无法再拉取。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>在本机试用：</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>让 Docker 通过缓存拉取，在 /etc/docker/daemon.json 中：</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>等待首次拉取</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>所有通过 %1 拉取的计算机都从此处获取镜像；每个镜像只下载一次。请求得到响应后会显示在此处。</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>缓存已停止</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>按“启动”后，将为本机和您网络中的计算机提供镜像。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>验证通过</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>验证未通过</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>验证通过：%1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>收到的请求：%1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>验证未通过：%1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>客户端的输出</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard 已在运行但没有响应。请结束它并重试。</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>使用此配置代替默认位置的配置：Lanyard 的 YAML，或 Docker 镜像仓库的代理配置。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>为您的网络提供的拉取式容器镜像缓存，带图形界面。</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>意外的参数：%1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>，获取 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n 个来自缓存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n 个来自上游</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n 个失败或中断</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker（缓存已加入 insecure-registries）</translation>
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
        <translation>命中</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>已重新验证</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>未查询缓存。</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>由缓存提供。</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>经上游确认后由缓存提供。</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>从上游获取。</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>为此请求和其他请求只获取一次。</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>由缓存提供；无法查询上游。</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>缓存中没有，也无法从上游获取。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>标签列表</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>引用者</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>仓库目录</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1，已中断</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>在上游并非所有人都可读取此仓库。</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>标签规则</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>无需重启任何服务。</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>其服务会重新读取配置，不会中断任何内容。</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>已暂停：拉取不通过缓存</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>已设置为使用此缓存</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>使用其他镜像站：%1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>仅部分已设置；当前使用 %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>未设置为使用缓存</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>没有需要执行的操作。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>将更改 %n 个文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>Lanyard 无法编辑 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>将要求输入管理员密码。</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>将删除文件</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>需管理员权限</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在执行</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>正在排队</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>正在设置</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>正在测试</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>通过 ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>通过路径 /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>通过名称 %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>通过 %1 的主机名</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>未指定名称，因此使用 %1</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>来自 %3 的 %1（%2）</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>已在本机暂停：恢复之前，%1 的拉取不通过 %2。</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>已在本机设置：%1，使用缓存 %2。</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>本机已设置</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>设置未全部成功</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>已收到测试拉取</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>测试失败</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>设置已撤销</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>设置未撤销</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>已在本机暂停</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>未暂停</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>已在本机恢复</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>以下内容会中断：%1。</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>不会中断任何内容。</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>修正之后，其余部分即可设置：请查看更改。</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>其设置曾被中断：请撤销，或重新设置</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard 不会自行完成此操作。要粘贴的内容和位置列在更改中。</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>已中断，只设置了一半：%1，用于 %2。“撤销”可将其撤回。</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>这里已找不到 %1；为它写入的内容可以撤回。</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>已设置，尚未验证</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>并非所有测试拉取都已到达</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>并非全部都已暂停</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>并非全部都已恢复</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>尚未验证：%1</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>不查询</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>使用后备服务器</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>限制请求</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，直到 %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 个</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>%1 前全部恢复。</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1，%2 前恢复全额</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>不再查询</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>每次拉取时</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>%1 后再次查询</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>访问：未知。</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>访问：对所有人开放。</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>访问：所有人均可拉取公开内容。</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>访问：凭据正确。</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>访问：凭据被拒绝。</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>访问：需要凭据，但未提供。</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>证书：%1，由 %2 签发，有效期至 %3。</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>数据文件夹中的文件</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>由凭据助手提供</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>身份令牌</translation>
    </message>
</context>
</TS>
