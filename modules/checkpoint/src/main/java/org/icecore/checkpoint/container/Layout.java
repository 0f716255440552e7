package org.icecore.checkpoint.container;

import java.util.Optional;

/// How the parts of a checkpoint lie in the evidence.
///
/// @param form who laid them out so
/// @param packaging what they are packed as
/// @param hasImages whether the part that CRIU wrote is among them, without which no process can be restored
public record Layout(Form form, Packaging packaging, boolean hasImages) {

    /// One with the part that CRIU wrote.
    public Layout(Form form, Packaging packaging) {
        this(form, packaging, true);
    }

    /// Who writes such a layout, as its members tell.
    public enum Form {
        /// `podman container checkpoint --export`.
        PODMAN("Podman export", Engine.PODMAN),
        /// `podman container checkpoint --pre-checkpoint --export`: memory that a later checkpoint refers to.
        PODMAN_PRE_CHECKPOINT("Podman pre-checkpoint", Engine.PODMAN),
        /// The kubelet's checkpoint through CRI-O.
        CRIO("CRI-O export", Engine.CRIO),
        /// The kubelet's checkpoint through containerd 2.
        CONTAINERD("containerd export", Engine.CONTAINERD),
        /// An index of blobs by `ctr containers checkpoint`.
        CONTAINERD_INDEX("containerd checkpoint index", Engine.CONTAINERD),
        /// An engine's documents beside an image directory, but none that tells which engine.
        EXPORT("export of an engine that it does not name", Engine.UNKNOWN),
        /// `runc checkpoint`, `crun checkpoint`: images and `descriptors.json`.
        RUNTIME("image directory of an OCI runtime", Engine.UNKNOWN),
        /// `docker checkpoint create`: as an OCI runtime's, with Docker's own file.
        DOCKER("Docker checkpoint directory", Engine.UNKNOWN),
        /// `lxc-checkpoint`: images and `tty.info`.
        LXC("LXC checkpoint directory", Engine.UNKNOWN),
        /// `criu dump`: images alone.
        CRIU("CRIU image directory", Engine.UNKNOWN);

        private final String title;
        private final Engine engine;

        Form(String title, Engine engine) {
            this.title = title;
            this.engine = engine;
        }

        /// In words.
        public String title() {
            return title;
        }

        /// The engine that alone writes this; [Engine#UNKNOWN] if several do, or one that is not told apart.
        public Engine engine() {
            return engine;
        }
    }

    /// What a checkpoint is packed as.
    public enum Packaging {
        /// The archive or the folder itself.
        NONE,
        /// An image in the OCI image layout, as a folder or an `oci-archive`.
        OCI_IMAGE,
        /// An image as `docker save` writes it, which keeps no annotations.
        DOCKER_ARCHIVE
    }

    /// The whole in words.
    public String title() {
        return switch (packaging) {
            case NONE -> form.title();
            case OCI_IMAGE -> form.title() + " as an OCI image";
            case DOCKER_ARCHIVE -> form.title() + " as an image in a docker-archive";
        };
    }

    /// What whoever runs the image must know.
    public Optional<String> warning() {
        if (packaging == Packaging.NONE && form != Form.CONTAINERD_INDEX) {
            return Optional.empty();
        }
        return Optional.of(
                hasImages
                        ? "this image is a checkpoint: restoring it runs its processes, not just its files"
                        : "this image is a checkpoint whose CRIU part is missing: no process can be restored from what is here");
    }
}
