package org.icecore.checkpoint.join;

import com.google.protobuf.ByteString;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.namespace.NamespaceSettings;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.IpcVarEntry;
import org.icecore.criu.proto.NdType;
import org.icecore.criu.proto.NetDeviceEntry;
import org.icecore.criu.proto.NetnsEntry;
import org.icecore.criu.proto.PidnsEntry;
import org.icecore.criu.proto.TimensEntry;
import org.icecore.criu.proto.UidGidExtent;
import org.icecore.criu.proto.UsernsEntry;
import org.icecore.evidence.Location;

/// Reads what is recorded of namespaces besides their mounts and names.
record NamespaceSettingsReader(ImageSet images) {

    private static final int MOST_NUMBERS = 4096;

    Gathered<NamespaceSettings> read() {
        var gathering = new Gathering<NamespaceSettings>(images);
        gathering
                .each(
                        ImageKind.USERNS,
                        UsernsEntry.class,
                        (_, name, entry, user) ->
                                gathering.add(
                                        new NamespaceSettings.User(
                                                name.id().orElse(0),
                                                ranges(user.getUidMapList()),
                                                ranges(user.getGidMapList()),
                                                entry.at()),
                                        entry.at()))
                .each(
                        ImageKind.PIDNS,
                        PidnsEntry.class,
                        (_, name, entry, pids) ->
                                gathering.add(
                                        new NamespaceSettings.Processes(
                                                name.id().orElse(0),
                                                pids.hasExtKey()
                                                        ? text(pids.getExtKeyBytes())
                                                        : Optional.empty(),
                                                entry.at()),
                                        entry.at()))
                .each(
                        ImageKind.TIMENS,
                        TimensEntry.class,
                        (_, name, entry, clocks) ->
                                gathering.add(
                                        clocks(name.id().orElse(0), clocks, entry.at()),
                                        entry.at()))
                .each(
                        ImageKind.IPC_VAR,
                        IpcVarEntry.class,
                        (_, name, entry, limits) ->
                                gathering.add(
                                        IpcLimitReader.read(
                                                name.id().orElse(0), limits, entry.at()),
                                        entry.at()))
                .each(
                        ImageKind.NETNS,
                        NetnsEntry.class,
                        (_, name, entry, network) ->
                                gathering.add(
                                        new NamespaceSettings.Network(
                                                name.id().orElse(0),
                                                network.hasExtKey()
                                                        ? text(network.getExtKeyBytes())
                                                        : Optional.empty(),
                                                NetworkSettings.of(network),
                                                numbers(network),
                                                entry.at()),
                                        entry.at()));
        for (var image : gathering.files(ImageKind.NETDEV)) {
            for (var entry : image.entries()) {
                if (entry.message() instanceof NetDeviceEntry device) {
                    gathering.add(
                            device(
                                    image.name().id().orElse(0),
                                    device,
                                    image.byteOrder(),
                                    entry.at()),
                            entry.at());
                }
            }
        }
        new NetworkFactReader(gathering).read();
        return gathering.done("the checkpoint holds no image of a namespace's settings");
    }

    private static List<NamespaceSettings.IdRange> ranges(List<UidGidExtent> extents) {
        return extents.stream()
                .map(
                        extent ->
                                new NamespaceSettings.IdRange(
                                        Integer.toUnsignedLong(extent.getFirst()),
                                        Integer.toUnsignedLong(extent.getLowerFirst()),
                                        Integer.toUnsignedLong(extent.getCount())))
                .toList();
    }

    private static NamespaceSettings clocks(long id, TimensEntry clocks, Location at) {
        return new NamespaceSettings.Clocks(
                id,
                TimerReader.duration(
                        clocks.getMonotonic().getTvSec(), clocks.getMonotonic().getTvNsec(), 1),
                TimerReader.duration(
                        clocks.getBoottime().getTvSec(), clocks.getBoottime().getTvNsec(), 1),
                at);
    }

    /// A hostile image can list millions.
    private static List<NamespaceSettings.Network.Number> numbers(NetnsEntry network) {
        return network.getNsidsList().stream()
                .limit(MOST_NUMBERS)
                .map(
                        one ->
                                new NamespaceSettings.Network.Number(
                                        one.getNetnsidValue(),
                                        Integer.toUnsignedLong(one.getTargetNsId())))
                .toList();
    }

    private static NamespaceSettings device(
            long id, NetDeviceEntry device, ByteOrder order, Location at) {
        return new NamespaceSettings.Interface(
                id,
                Integer.toUnsignedLong(device.getIfindex()),
                EvidenceText.of(device.getNameBytes()),
                EnumText.of(device, NetDeviceEntry.TYPE_FIELD_NUMBER, "unknown"),
                Integer.toUnsignedLong(device.getMtu()),
                device.getFlags(),
                device.hasAddress()
                        ? Optional.of(
                                HexFormat.ofDelimiter(":")
                                        .formatHex(device.getAddress().toByteArray()))
                        : Optional.empty(),
                links(id, device, order),
                NetworkSettings.of(device),
                at);
    }

    private static List<String> links(long id, NetDeviceEntry device, ByteOrder order) {
        var links = new ArrayList<String>();
        other(id, device).ifPresent(links::add);
        if (device.hasMaster()) {
            links.add("master interface " + Integer.toUnsignedString(device.getMaster()));
        }
        if (device.hasTun()) {
            links.addAll(TunnelText.of(device.getTun()));
        }
        if (device.hasMacvlan()) {
            links.addAll(TunnelText.of(device.getMacvlan()));
        }
        if (device.hasSit()) {
            links.addAll(new TunnelText(order).of(device.getSit()));
        }
        return links;
    }

    /// The other end of a pair, or what an interface that has no wire of its own lies on. Its own index in its own namespace
    /// stands for none, and so does 0; in another namespace an equal index is another interface.
    private static Optional<String> other(long id, NetDeviceEntry device) {
        var index = Integer.toUnsignedLong(device.getPeerIfindex());
        var own =
                device.hasPeerNsid()
                        && Integer.toUnsignedLong(device.getPeerNsid()) == id
                        && device.getPeerIfindex() == device.getIfindex();
        // Told with the tunnel.
        var told =
                device.getSit().hasLink() && device.getSit().getLink() == device.getPeerIfindex();
        if (index == 0 || own || told) {
            return Optional.empty();
        }
        return Optional.of(
                "%s interface %d %s"
                        .formatted(
                                device.hasType() && device.getType() == NdType.VETH ? "peer" : "on",
                                index,
                                device.hasPeerNsid()
                                        ? "in namespace "
                                                + Integer.toUnsignedString(device.getPeerNsid())
                                        : "outside the dump"));
    }

    private static Optional<String> text(ByteString bytes) {
        return Optional.of(EvidenceText.of(bytes));
    }
}
