# SPDX-License-Identifier: GPL-3.0-or-later
"""Real container clients, each with storage of its own, set up to pull through a cache.

A client says with reason_to_skip() why it cannot run here. pull() pulls and returns what the client
itself says that it got; remove() makes it forget that; close() ends what it started."""

import collections
import json
import os
import platform
import shutil

from images import sha256
from logins import basic
from processes import Process, run, wait_until

ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]

# What a client got: the digest that the tag stood for, the image's identity (the digest of its
# configuration), and the digests of its unpacked layers.
Pulled = collections.namedtuple("Pulled", "digest image_id diff_ids")


def pulled_from(digest, read):
    """What lies below `digest` for this machine, read by `read(digest)`; every byte is checked."""
    def document(wanted):
        data = read(wanted)
        if sha256(data) != wanted:
            raise AssertionError(f"{wanted} has other bytes: {sha256(data)}")
        return json.loads(data)

    manifest = document(digest)
    if "manifests" in manifest:
        child = next(entry["digest"] for entry in manifest["manifests"]
                     if entry["platform"]["architecture"] == ARCHITECTURE)
        manifest = document(child)
    for layer in manifest["layers"]:
        if sha256(read(layer["digest"])) != layer["digest"]:
            raise AssertionError(f"layer {layer['digest']} has other bytes")
    image_id = manifest["config"]["digest"]
    return Pulled(digest, image_id, tuple(document(image_id)["rootfs"]["diff_ids"]))


class Client:
    """`address` is the cache's HOST:PORT; `folder` is this client's own. With an `authority` (a file)
    the cache speaks HTTPS, with a certificate of that."""

    programs = ()
    needs_root = False
    pulls_all_platforms = False

    def __init__(self, folder, address, authority=None):
        self.folder = folder
        self.address = address
        self.url = f"{'https' if authority else 'http'}://{address}"
        folder.mkdir(parents=True)
        self.certificates = folder / "certificates"
        self.certificates.mkdir()
        if authority:
            shutil.copy(authority, self.certificates / "ca.crt")
        self.policy = folder / "policy.json"
        self.policy.write_text('{"default": [{"type": "insecureAcceptAnything"}]}', "ascii")
        # Nothing of the developer's own configuration may have a say, nor a proxy of the network.
        self.environment = {
            "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin",
            "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "TMPDIR": str(folder),
        }

    @classmethod
    def reason_to_skip(cls):
        for program in cls.programs:
            if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin:/sbin"):
                return f"{program} is not installed"
        if cls.needs_root and os.geteuid() != 0:
            return f"{cls.programs[0]} needs root"
        return None

    def prefixed(self, registry, repository, tag):
        """The reference by path prefix, as clients without a mirror setting use the cache."""
        return f"{self.address}/{registry}/{repository}:{tag}"

    def tls_words(self, prefix="--"):
        """How the tools of the Containers project are told whom to trust."""
        if self.url.startswith("https:"):
            return (f"{prefix}cert-dir", self.certificates)
        return (f"{prefix}tls-verify=false",)

    def command(self, *words, stdin=""):
        return run(*words, env=self.environment, stdin=stdin)

    def close(self):
        pass


class Skopeo(Client):
    """Copies an image with all its platforms into a folder of plain files."""

    programs = ("skopeo",)
    pulls_all_platforms = True

    def pull(self, registry, repository, tag):
        target = self._target(registry, repository)
        target.mkdir(parents=True, exist_ok=True)
        self.copy(f"docker://{self.prefixed(registry, repository, tag)}", f"dir:{target}")
        self._check_files(target)
        digest = sha256((target / "manifest.json").read_bytes())
        return pulled_from(digest, lambda wanted: self._read(target, wanted))

    def copy(self, source, target):
        """All platforms of an image, between any two places."""
        self.command("skopeo", "--policy", self.policy, "copy", "--all",
                     *self.tls_words("--src-"), source, target)

    def log_in(self, user, password):
        self.command("skopeo", "login", *self.tls_words(), "--username", user, "--password-stdin",
                     self.address, stdin=password)

    def remove(self, registry, repository, _tag):
        shutil.rmtree(self._target(registry, repository))

    def _target(self, registry, repository):
        return self.folder / registry / repository.replace("/", "_")

    @staticmethod
    def _check_files(target):
        for path in target.iterdir():
            name = path.name.removesuffix(".manifest.json")
            if len(name) == 64 and sha256(path.read_bytes()) != f"sha256:{name}":
                raise AssertionError(f"{path} has other bytes")

    @staticmethod
    def _read(target, digest):
        name = digest.removeprefix("sha256:")
        for candidate in (target / name, target / f"{name}.manifest.json"):
            if candidate.exists():
                return candidate.read_bytes()
        return (target / "manifest.json").read_bytes()


class ContainersStorage(Client):
    """What Podman and Buildah share: a storage for unpacked images."""

    def __init__(self, folder, address, authority=None):
        super().__init__(folder, address, authority)
        storage = folder / "storage.conf"
        storage.write_text(f'[storage]\ndriver = "vfs"\ngraphroot = "{folder}/root"\n'
                           f'runroot = "{folder}/run"\n', encoding="utf-8")
        self.environment["CONTAINERS_STORAGE_CONF"] = str(storage)
        self.environment["CONTAINERS_REGISTRIES_CONF"] = "/dev/null"

    @classmethod
    def reason_to_skip(cls):
        return super().reason_to_skip() or subordinate_ids_missing()

    def pull_words(self, reference):
        return ("pull", "--quiet", *self.tls_words(), "--signature-policy", self.policy, reference)


class Podman(ContainersStorage):
    programs = ("podman", "crun")

    def log_in(self, user, password):
        self._podman("login", *self.tls_words(), "--username", user, "--password-stdin",
                     self.address, stdin=password)

    def pull(self, registry, repository, tag):
        reference = self.prefixed(registry, repository, tag)
        self._podman(*self.pull_words(reference))
        answer = json.loads(self._podman("image", "inspect", reference).stdout)[0]
        return Pulled(answer["Digest"], "sha256:" + answer["Id"],
                      tuple(answer["RootFS"]["Layers"]))

    def load(self, path, reference):
        """Takes an image from a file: its identity and unpacked layers."""
        self._podman("load", "--quiet", "--signature-policy", self.policy, "--input", path)
        answer = json.loads(self._podman("image", "inspect", reference).stdout)[0]
        return "sha256:" + answer["Id"], tuple(answer["RootFS"]["Layers"])

    def remove(self, registry, repository, tag):
        self._podman("image", "rm", "--force", self.prefixed(registry, repository, tag))

    def _podman(self, *words, stdin=""):
        return self.command("podman", "--root", self.folder / "root", "--runroot",
                            self.folder / "run", "--storage-driver", "vfs", "--cgroup-manager",
                            "cgroupfs", "--events-backend", "none", *words, stdin=stdin)


class Buildah(ContainersStorage):
    programs = ("buildah",)

    def log_in(self, user, password):
        self.command("buildah", "login", *self.tls_words(), "--username", user,
                     "--password-stdin", self.address, stdin=password)

    def pull(self, registry, repository, tag):
        reference = self.prefixed(registry, repository, tag)
        self.command("buildah", *self.pull_words(reference))
        answer = json.loads(
            self.command("buildah", "inspect", "--type", "image", reference).stdout)
        listed = json.loads(self.command("buildah", "images", "--json", reference).stdout)[0]
        return Pulled(listed["digest"], "sha256:" + answer["FromImageID"],
                      tuple(answer["OCIv1"]["rootfs"]["diff_ids"]))

    def remove(self, registry, repository, tag):
        self.command("buildah", "rmi", "--force", self.prefixed(registry, repository, tag))


class Docker(Client):
    """A dockerd of our own; docker.io by `registry-mirrors`, other registries by path prefix."""

    programs = ("dockerd", "docker", "containerd", "iptables")
    needs_root = True

    def __init__(self, folder, address, authority=None):
        super().__init__(folder, address, authority)
        self._socket = folder / "docker.sock"
        # In place of the system's, which a test does not change.
        self.environment["SSL_CERT_DIR"] = str(self.certificates)
        config = folder / "daemon.json"
        config.write_text(json.dumps({
            "registry-mirrors": [self.url],
            "hosts": [f"unix://{self._socket}"],
            "data-root": str(folder / "data"),
            "exec-root": str(folder / "exec"),
            "pidfile": str(folder / "docker.pid"),
            "storage-driver": "vfs",
            "exec-opts": ["native.cgroupdriver=cgroupfs"],
            "bridge": "none", "iptables": False, "ip6tables": False, "ip-masq": False,
        }), encoding="utf-8")
        self._daemon = Process(folder, "dockerd", "--config-file", config, env=self.environment)
        self._daemon.wait_for(self._answers, "answering")

    def pull(self, registry, repository, tag):
        reference = self._reference(registry, repository, tag)
        self._docker("pull", "--quiet", reference)
        answer = json.loads(self._docker("image", "inspect", reference).stdout)[0]
        return Pulled(named_digest(answer["RepoDigests"]), answer["Id"],
                      tuple(answer["RootFS"]["Layers"]))

    def load(self, path, reference):
        """Takes an image from a file: its identity and unpacked layers."""
        self._docker("load", "--quiet", "--input", path)
        answer = json.loads(self._docker("image", "inspect", reference).stdout)[0]
        return answer["Id"], tuple(answer["RootFS"]["Layers"])

    def remove(self, registry, repository, tag):
        self._docker("image", "rm", "--force", self._reference(registry, repository, tag))

    def log_in(self, user, password):
        self._docker("login", "--username", user, "--password-stdin", self.address, stdin=password)

    def close(self):
        self._daemon.stop()

    def _reference(self, registry, repository, tag):
        if registry == "docker.io":
            return f"{repository}:{tag}"
        return self.prefixed(registry, repository, tag)

    def _docker(self, *words, check=True, stdin=""):
        return run("docker", "--host", f"unix://{self._socket}", *words, env=self.environment,
                   check=check, stdin=stdin)

    def _answers(self):
        return self._socket.exists() and self._docker("version", check=False).returncode == 0


class Containerd(Client):
    """A containerd of our own; every registry by hosts.toml, which sends `?ns=`."""

    programs = ("containerd", "ctr")
    needs_root = True
    registries = ("docker.io", "quay.example")

    def __init__(self, folder, address, authority=None):
        super().__init__(folder, address, authority)
        self._socket = folder / "containerd.sock"
        self._write_hosts()
        config = folder / "config.toml"
        config.write_text(
            f'version = 2\nroot = "{folder}/root"\nstate = "{folder}/state"\n'
            'disabled_plugins = ["io.containerd.grpc.v1.cri"]\n'
            f'[grpc]\naddress = "{self._socket}"\n', encoding="utf-8")
        self._daemon = Process(folder, "containerd", "--config", config, env=self.environment)
        self._daemon.wait_for(self._answers, "answering")

    def log_in(self, user, password):
        """Only who pulls then finds out whether they are right."""
        self._write_hosts(f'[host."{self.url}".header]\n'
                          f'Authorization = ["{basic(user, password)}"]\n')

    def pull(self, registry, repository, tag):
        reference = f"{registry}/{repository}:{tag}"
        self._ctr("images", "pull", "--snapshotter", "native", "--hosts-dir",
                  self.folder / "hosts", reference)
        return pulled_from(self._digest(reference), lambda wanted: self._content(wanted).read_bytes())

    def load(self, path, reference):
        """Takes an image from a file: its identity and unpacked layers."""
        self._ctr("images", "import", "--no-unpack", "--platform", f"linux/{ARCHITECTURE}", path)
        pulled = pulled_from(self._digest(reference),
                             lambda wanted: self._content(wanted).read_bytes())
        return pulled.image_id, pulled.diff_ids

    def remove(self, registry, repository, tag):
        reference = f"{registry}/{repository}:{tag}"
        digest = self._digest(reference)
        self._ctr("images", "rm", "--sync", reference)
        wait_until(lambda: not self._content(digest).exists(),
                   "containerd lets go of removed content")

    def close(self):
        self._daemon.stop()

    def _write_hosts(self, fields=""):
        for registry in self.registries:
            hosts = self.folder / "hosts" / registry / "hosts.toml"
            hosts.parent.mkdir(parents=True, exist_ok=True)
            # The server of its own accord is a port that nothing listens on.
            trusted = f'ca = "{self.certificates}/ca.crt"\n' if "https:" in self.url else ""
            hosts.write_text(f'server = "http://127.0.0.1:1"\n[host."{self.url}"]\n'
                             f'capabilities = ["pull", "resolve"]\n{trusted}{fields}',
                             encoding="utf-8")

    def _digest(self, reference):
        words = self._ctr("images", "ls", f"name=={reference}").stdout.split()
        return next(word for word in words if word.startswith("sha256:"))

    def _content(self, digest):
        # In its folder, for the answer of `ctr content get` would be read as text.
        blobs = self.folder / "root/io.containerd.content.v1.content/blobs/sha256"
        return blobs / digest.removeprefix("sha256:")

    def _ctr(self, *words, check=True):
        return run("ctr", "--address", self._socket, *words, env=self.environment, check=check)

    def _answers(self):
        return self._socket.exists() and self._ctr("version", check=False).returncode == 0


def named_digest(repo_digests):
    """The one digest of a list of NAME@DIGEST; with several, the one that is listed first."""
    return repo_digests[0].rpartition("@")[2]


def subordinate_ids_missing():
    """Why storage of images cannot be had without root; None when it can."""
    if os.geteuid() == 0:
        return None
    user = os.environ.get("USER", "")
    try:
        with open("/etc/subuid", encoding="ascii") as file:
            if any(line.startswith(f"{user}:") for line in file):
                return None
    except FileNotFoundError:
        pass
    return "the user has no subordinate ids (/etc/subuid)"
