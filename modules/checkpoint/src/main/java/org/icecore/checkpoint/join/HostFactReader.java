package org.icecore.checkpoint.join;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icecore.checkpoint.Gathered;
import org.icecore.checkpoint.namespace.HostFact;
import org.icecore.criu.ImageKind;
import org.icecore.criu.proto.AaNamespace;
import org.icecore.criu.proto.ApparmorEntry;
import org.icecore.criu.proto.AutofsEntry;
import org.icecore.criu.proto.BinfmtMiscEntry;
import org.icecore.criu.proto.CpuinfoEntry;
import org.icecore.criu.proto.CpuinfoPpc64Entry;
import org.icecore.criu.proto.CpuinfoX86Entry;
import org.icecore.evidence.Location;

/// Reads what is recorded of the machine.
final class HostFactReader {

    private final Gathering<HostFact> gathering;

    HostFactReader(ImageSet images) {
        this.gathering = new Gathering<>(images);
    }

    Gathered<HostFact> read() {
        return gathering
                .each(
                        ImageKind.CPUINFO,
                        CpuinfoEntry.class,
                        (_, _, entry, processor) -> processor(processor, entry.at()))
                .each(
                        ImageKind.BINFMT_MISC,
                        BinfmtMiscEntry.class,
                        (_, _, entry, format) -> format(format, entry.at()))
                .each(
                        ImageKind.BINFMT_MISC_OLD,
                        BinfmtMiscEntry.class,
                        (_, _, entry, format) -> format(format, entry.at()))
                .each(
                        ImageKind.AUTOFS,
                        AutofsEntry.class,
                        (_, name, entry, mount) -> autofs(name.id().orElse(0), mount, entry.at()))
                .each(
                        ImageKind.APPARMOR,
                        ApparmorEntry.class,
                        (_, _, entry, policies) ->
                                policies("", policies.getNamespacesList(), entry.at()))
                .done("the checkpoint holds no image of the machine's settings");
    }

    private void add(HostFact.Kind kind, String subject, List<String> facts, Location at) {
        gathering.add(new HostFact(kind, subject, facts, at), at);
    }

    private void processor(CpuinfoEntry processor, Location at) {
        for (var x86 : processor.getX86EntryList()) {
            var facts = new ArrayList<String>();
            facts.add(
                    "vendor "
                            + EnumText.of(x86, CpuinfoX86Entry.VENDOR_ID_FIELD_NUMBER, "unknown"));
            facts.add("family " + Integer.toUnsignedString(x86.getCpuFamily()));
            facts.add("model " + Integer.toUnsignedString(x86.getModel()));
            facts.add("stepping " + Integer.toUnsignedString(x86.getStepping()));
            facts.add(
                    "features "
                            + x86.getCapabilityList().stream()
                                    .limit(64)
                                    .map("%08x"::formatted)
                                    .collect(Collectors.joining(" ")));
            if (x86.hasXfeaturesMask()) {
                facts.add("XSAVE components 0x" + Long.toHexString(x86.getXfeaturesMask()));
            }
            add(
                    HostFact.Kind.PROCESSOR,
                    x86.hasModelId() ? text(x86.getModelIdBytes()).strip() : "x86",
                    facts,
                    at);
        }
        for (var power : processor.getPpc64EntryList()) {
            add(
                    HostFact.Kind.PROCESSOR,
                    "ppc64",
                    List.of(
                            EnumText.of(
                                    power, CpuinfoPpc64Entry.ENDIAN_FIELD_NUMBER, "order unknown"),
                            capabilities(power.getHwcapList())),
                    at);
        }
        for (var mainframe : processor.getS390EntryList()) {
            add(
                    HostFact.Kind.PROCESSOR,
                    "s390",
                    List.of(capabilities(mainframe.getHwcapList())),
                    at);
        }
    }

    private static String capabilities(List<Long> words) {
        return "capabilities "
                + words.stream()
                        .limit(64)
                        .map(Long::toHexString)
                        .map("0x"::concat)
                        .collect(Collectors.joining(" "));
    }

    private void format(BinfmtMiscEntry format, Location at) {
        var facts = new ArrayList<String>();
        facts.add(format.getEnabled() ? "enabled" : "disabled");
        facts.add("run by " + text(format.getInterpreterBytes()));
        if (format.hasExtension()) {
            facts.add("files named *." + text(format.getExtensionBytes()));
        }
        if (format.hasMagic()) {
            facts.add(
                    "bytes %s at %d%s"
                            .formatted(
                                    text(format.getMagicBytes()),
                                    format.getOffset(),
                                    format.hasMask()
                                            ? " under mask " + text(format.getMaskBytes())
                                            : ""));
        }
        if (format.hasFlags() && !format.getFlagsBytes().isEmpty()) {
            facts.add("flags " + text(format.getFlagsBytes()));
        }
        add(HostFact.Kind.BINARY_FORMAT, text(format.getNameBytes()), facts, at);
    }

    private void autofs(long mount, AutofsEntry entry, Location at) {
        var facts = new ArrayList<String>();
        facts.add(
                entry.getFd() == -1 ? "no daemon answers" : "daemon's descriptor " + entry.getFd());
        facts.add("daemon's process group " + entry.getPgrp());
        facts.add("expires after %d s".formatted(entry.getTimeout()));
        facts.add("protocol %d to %d".formatted(entry.getMinproto(), entry.getMaxproto()));
        facts.add("mode " + entry.getMode());
        if (entry.hasUid() || entry.hasGid()) {
            facts.add("owner %d:%d".formatted(entry.getUid(), entry.getGid()));
        }
        if (entry.hasReadFd()) {
            facts.add("daemon reads from descriptor " + entry.getReadFd());
        }
        add(HostFact.Kind.AUTOFS, "autofs " + mount, facts, at);
    }

    /// Messages nest no deeper than their reader lets them.
    private void policies(String outer, List<AaNamespace> namespaces, Location at) {
        for (var namespace : namespaces) {
            var name = outer + text(namespace.getNameBytes());
            for (var policy : namespace.getPoliciesList()) {
                add(
                        HostFact.Kind.APPARMOR,
                        text(policy.getNameBytes()),
                        List.of(
                                "namespace " + (name.isEmpty() ? "of the root" : name),
                                "%d bytes of compiled policy".formatted(policy.getBlob().size())),
                        at);
            }
            policies(name + "//", namespace.getNamespacesList(), at);
        }
    }

    private static String text(ByteString bytes) {
        return EvidenceText.of(bytes);
    }
}
