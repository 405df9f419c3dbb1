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
        <source>%1 there were %2 requests and %3 hits.</source>
        <translation>%1有 %2 个请求，%3 次命中。</translation>
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
        <source>all containers and builds of Docker Desktop</source>
        <translation>Docker Desktop 的所有容器和构建</translation>
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
