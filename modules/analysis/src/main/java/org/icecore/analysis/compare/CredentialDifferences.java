package org.icecore.analysis.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.icecore.checkpoint.task.CapabilitySet;
import org.icecore.checkpoint.task.Credentials;
import org.icecore.checkpoint.task.TaskThread;
import org.icecore.checkpoint.task.ThreadCore;

/// Compares who two threads are and what they may do, set by set.
final class CredentialDifferences {

    private final Ledger ledger;

    CredentialDifferences(Ledger ledger) {
        this.ledger = ledger;
    }

    void compare(Topic topic, TaskThread before, TaskThread after) {
        var old = before.core().found().flatMap(ThreadCore::credentials);
        var now = after.core().found().flatMap(ThreadCore::credentials);
        if (old.isEmpty() || now.isEmpty()) {
            if (before.core().found().isPresent() && after.core().found().isPresent()) {
                ledger.compare(topic, "credentials", old, now, _ -> "recorded");
            } else {
                ledger.compare(topic, "credentials", before.core(), after.core(), _ -> "recorded");
            }
            return;
        }
        PROPERTIES.forEach(
                property ->
                        ledger.compare(
                                topic,
                                property.name(),
                                property.text().apply(old.get()),
                                property.text().apply(now.get())));
        SETS.forEach(
                set ->
                        capabilities(
                                topic,
                                set.name(),
                                set.value().apply(old.get()),
                                set.value().apply(now.get())));
        var ambient = old.get().ambient();
        // A dump that records none says nothing of the container.
        if (ambient.isPresent() && now.get().ambient().isPresent()) {
            capabilities(topic, "ambient capabilities", ambient.get(), now.get().ambient().get());
        }
    }

    private void capabilities(Topic topic, String name, CapabilitySet before, CapabilitySet after) {
        if (before.equals(after)) {
            return;
        }
        var gained = new CapabilitySet(after.bits() & ~before.bits()).names();
        var lost = new CapabilitySet(before.bits() & ~after.bits()).names();
        var note =
                (gained.isEmpty() ? "" : "gained " + String.join(", ", gained))
                        + (gained.isEmpty() || lost.isEmpty() ? "" : "; ")
                        + (lost.isEmpty() ? "" : "lost " + String.join(", ", lost));
        ledger.changed(topic, name, before.toString(), after.toString(), note);
    }

    private record Property(String name, Function<Credentials, String> text) {}

    private record NamedSet(String name, Function<Credentials, CapabilitySet> value) {}

    private static final List<Property> PROPERTIES =
            List.of(
                    new Property("uid", credentials -> Long.toString(credentials.uid())),
                    new Property("euid", credentials -> Long.toString(credentials.euid())),
                    new Property("suid", credentials -> Long.toString(credentials.suid())),
                    new Property("fsuid", credentials -> Long.toString(credentials.fsuid())),
                    new Property("gid", credentials -> Long.toString(credentials.gid())),
                    new Property("egid", credentials -> Long.toString(credentials.egid())),
                    new Property("sgid", credentials -> Long.toString(credentials.sgid())),
                    new Property("fsgid", credentials -> Long.toString(credentials.fsgid())),
                    new Property(
                            "groups",
                            credentials ->
                                    credentials.groups().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(","))),
                    new Property(
                            "secure bits",
                            credentials -> "0x%x".formatted(credentials.secureBits())),
                    new Property(
                            "LSM profile",
                            credentials -> credentials.lsmProfile().orElse("not recorded")),
                    new Property(
                            "label of sockets",
                            credentials -> credentials.socketLabel().orElse("none")),
                    new Property(
                            "no new privileges",
                            credentials -> recorded(credentials.noNewPrivileges())));

    private static final List<NamedSet> SETS =
            List.of(
                    new NamedSet("effective capabilities", Credentials::effective),
                    new NamedSet("permitted capabilities", Credentials::permitted),
                    new NamedSet("inheritable capabilities", Credentials::inheritable),
                    new NamedSet("bounding capabilities", Credentials::bounding));

    private static String recorded(Optional<Boolean> value) {
        return value.map(set -> set ? "yes" : "no").orElse("not recorded");
    }
}
