# SPDX-License-Identifier: GPL-3.0-or-later
"""Container images as values: made here byte by byte, so that every digest is known beforehand."""

import dataclasses
import gzip
import hashlib
import io
import json
import random
import tarfile

OCI = {
    "index": "application/vnd.oci.image.index.v1+json",
    "manifest": "application/vnd.oci.image.manifest.v1+json",
    "config": "application/vnd.oci.image.config.v1+json",
    "layer": "application/vnd.oci.image.layer.v1.tar+gzip",
}
DOCKER = {
    "index": "application/vnd.docker.distribution.manifest.list.v2+json",
    "manifest": "application/vnd.docker.distribution.manifest.v2+json",
    "config": "application/vnd.docker.container.image.v1+json",
    "layer": "application/vnd.docker.image.rootfs.diff.tar.gzip",
}


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


@dataclasses.dataclass(frozen=True)
class Content:
    """Bytes with their media type: a manifest, a configuration or a layer."""

    media_type: str
    data: bytes

    @property
    def digest(self):
        return sha256(self.data)

    def descriptor(self):
        return {"mediaType": self.media_type, "digest": self.digest, "size": len(self.data)}


@dataclasses.dataclass(frozen=True)
class Image:
    """The image of one platform."""

    manifest: Content
    config: Content
    layers: tuple
    diff_ids: tuple
    architecture: str

    @property
    def blobs(self):
        return (self.config, *self.layers)


@dataclasses.dataclass(frozen=True)
class Index:
    """An image for several platforms."""

    manifest: Content
    images: tuple

    @property
    def blobs(self):
        return tuple(blob for image in self.images for blob in image.blobs)

    def image_for(self, architecture):
        return next(image for image in self.images if image.architecture == architecture)


def _tar(name, data):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _document(value):
    # Spaces and a line's end that no program would write: content must pass byte by byte.
    return json.dumps(value, indent=3).encode() + b"\n"


def make_image(types, seed, architecture, layer_sizes):
    """An image with one layer of incompressible bytes for each size."""
    numbers = random.Random(f"{seed}/{architecture}")
    archives = [_tar(f"{seed}-{number}.bin", numbers.randbytes(size))
                for number, size in enumerate(layer_sizes)]
    diff_ids = tuple(sha256(archive) for archive in archives)
    layers = tuple(Content(types["layer"], gzip.compress(archive, compresslevel=1, mtime=0))
                   for archive in archives)
    config = Content(types["config"], _document({
        "architecture": architecture,
        "os": "linux",
        "config": {"Cmd": ["/bin/true"]},
        "rootfs": {"type": "layers", "diff_ids": list(diff_ids)},
    }))
    manifest = Content(types["manifest"], _document({
        "schemaVersion": 2,
        "mediaType": types["manifest"],
        "config": config.descriptor(),
        "layers": [layer.descriptor() for layer in layers],
    }))
    return Image(manifest, config, layers, diff_ids, architecture)


def make_index(types, seed, layer_sizes, architectures=("amd64", "arm64")):
    """An index of images that differ in every byte."""
    images = tuple(make_image(types, seed, architecture, layer_sizes)
                   for architecture in architectures)
    manifest = Content(types["index"], _document({
        "schemaVersion": 2,
        "mediaType": types["index"],
        "manifests": [
            image.manifest.descriptor()
            | {"platform": {"architecture": image.architecture, "os": "linux"}}
            for image in images
        ],
    }))
    return Index(manifest, images)
