package org.icecore.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A small checkpoint in one of the layouts that engines write.
///
/// @param imageDirectories where a dump lies, empty for the top
/// @param files that are no images, by name
record EngineLayout(
        String name, List<String> imageDirectories, SequencedMap<String, byte[]> files) {

    private static final String CONFIG =
            """
            {"id":"0123456789abcdef","name":"web","rootfsImageName":"docker.io/library/nginx:1",\
            "createdTime":"2026-11-21T22:51:49.5Z","checkpointedAt":"2026-11-21T22:52:01Z","restoredAt":"0001-01-01T00:00:00Z",\
            "ociruntime":"runc","env":["A=b"],"rootfsImage":"ab","runtime":"crun"}""";
    private static final String SPECIFICATION =
            """
            {"ociVersion":"1.0.2","hostname":"web","process":{"args":["sh"],"env":["A=b"],"cwd":"/"},\
            "mounts":[{"destination":"/proc","type":"proc","source":"proc","options":["ro"]}],\
            "annotations":{"io.container.manager":"libpod","io.kubernetes.cri-o.Name":"web"},\
            "linux":{"namespaces":[{"type":"pid"},{"type":"network","path":"/run/netns/x"}]},"root":{"path":"/r"}}""";
    private static final String NETWORK =
            """
            {"podman":{"interfaces":{"eth0":{"subnets":[{"ipnet":"10.88.0.4/16","gateway":"10.88.0.1"}],\
            "mac_address":"aa:bb:cc:dd:ee:ff"}}}}""";
    private static final String DESCRIPTORS = "[\"/dev/null\",\"pipe:[123]\",\"socket:[4]\"]";
    private static final String DIGEST = "0".repeat(63);

    EngineLayout {
        imageDirectories = List.copyOf(imageDirectories);
    }

    static List<EngineLayout> all() {
        return List.of(podman(), runtime(), imageLayout(), dockerArchive());
    }

    private static EngineLayout podman() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("config.dump", text(CONFIG));
        files.put("spec.dump", text(SPECIFICATION));
        files.put("network.status", text(NETWORK));
        files.put("deleted.files", text("[\"/bin/wc\",\"/etc\"]"));
        files.put("ctr.log", text("2026-11-21T22:51:49.5+00:00 stdout F line\n"));
        files.put("dump.log", text("(00.000001) Version: 4.2 (gitid 0)\n"));
        files.put("status", text("{\"CreatedAt\":1,\"Pid\":2}"));
        files.put("bind.mounts", text("[{\"destination\":\"/a\"}]"));
        files.put("rootfs-diff.tar", Wrapping.tarred("etc/.wh.passwd", new byte[0]));
        files.put("checkpoint/descriptors.json", text(DESCRIPTORS));
        return new EngineLayout("podman", List.of("checkpoint"), files);
    }

    private static EngineLayout runtime() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("descriptors.json", text(DESCRIPTORS));
        files.put("config.json", text("{\"id\":\"x\"}"));
        files.put("dump.log", text("(00.000001) Version: 4.2 (gitid 0)\n"));
        files.put("tty.info", text("1"));
        return new EngineLayout("runtime", List.of(""), files);
    }

    private static EngineLayout imageLayout() {
        var files = new LinkedHashMap<String, byte[]>();
        var layer = Wrapping.tarred("config.dump", text(CONFIG));
        files.put(
                "index.json",
                text(
                        "{\"schemaVersion\":2,\"manifests\":["
                                + descriptor("application/vnd.oci.image.manifest.v1+json", 1, 200)
                                + ","
                                + descriptor(
                                        "application/vnd.containerd.container.criu.checkpoint.criu.tar",
                                        3,
                                        layer.length)
                                + "]}"));
        files.put(
                blob(1),
                text(
                        "{\"schemaVersion\":2,\"config\":"
                                + descriptor("application/vnd.oci.image.config.v1+json", 2, 2)
                                + ",\"layers\":["
                                + descriptor(
                                        "application/vnd.oci.image.layer.v1.tar", 3, layer.length)
                                + "],\"annotations\":{\"io.podman.annotations.checkpoint.name\":\"web\","
                                + "\"org.criu.checkpoint.container.name\":\"web\","
                                + "\"io.kubernetes.cri-o.annotations.checkpoint.name\":\"web\"}}"));
        files.put(blob(2), text("{}"));
        files.put(blob(3), layer);
        files.put(blob(4), Bytes.joined(new byte[] {10, 1, 'a', 18, 2}, text("{}")));
        files.put("oci-layout", text("{\"imageLayoutVersion\":\"1.0.0\"}"));
        return new EngineLayout("oci", List.of(), files);
    }

    private static EngineLayout dockerArchive() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "manifest.json",
                text(
                        "[{\"Config\":\"c.json\",\"RepoTags\":[\"a:b\"],\"Layers\":[\"layer.tar\"]}]"));
        files.put("c.json", text("{\"config\":{\"Labels\":{}}}"));
        files.put("layer.tar", Wrapping.tarred("spec.dump", text(SPECIFICATION)));
        files.put("repositories", text("{}"));
        return new EngineLayout("docker", List.of(), files);
    }

    private static String descriptor(String mediaType, int blob, int size) {
        return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s%d\",\"size\":%d}"
                .formatted(mediaType, DIGEST, blob, size);
    }

    private static String blob(int number) {
        return "blobs/sha256/" + DIGEST + number;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
