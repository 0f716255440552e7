package org.icecore.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Members by name:")
class MemberNamesTest {

    private static Member member(String name, long at) {
        var attributes =
                new Member.Attributes(Member.Type.FILE, 0600, 0, 0, Instant.ofEpochSecond(1));
        return new Member(
                name, "", 0, attributes, ByteRange.of(at, 512), ByteRange.of(at + 512, 0));
    }

    private static MemberNames names(List<Member> members) {
        return MemberNames.of(members, ByteSource.of("a.tar", new byte[0]), new DefectList());
    }

    @Test
    @DisplayName("each of a hundred thousand is found, and no other name is")
    void many() {
        var members =
                IntStream.range(0, 100_000)
                        .mapToObj(
                                pid -> member("checkpoint/core-%d.img".formatted(pid), 512L * pid))
                        .toList();
        var names = names(members);
        assertTrue(
                members.stream()
                        .allMatch(
                                one ->
                                        names.find(one.name())
                                                .filter(found -> found == one)
                                                .isPresent()));
        assertEquals(Optional.empty(), names.find("checkpoint/core-100000.img"));
    }

    @Test
    @DisplayName(
            "names that all have the hash that Java gives to strings are found as fast as others")
    void chosenToCollide() {
        // "Aa" and "BB" have one hash, so have all strings made of them.
        var names =
                IntStream.range(0, 1 << 15)
                        .mapToObj(
                                number ->
                                        IntStream.range(0, 15)
                                                .mapToObj(
                                                        bit ->
                                                                (number >> bit & 1) == 0
                                                                        ? "Aa"
                                                                        : "BB")
                                                .reduce("", String::concat))
                        .toList();
        assertEquals(1, names.stream().mapToInt(String::hashCode).distinct().count());
        var hash = new NameHash();
        assertTrue(names.stream().mapToInt(hash::of).distinct().count() > 32_000);
        assertTrue(
                names(names.stream().map(name -> member(name, 0)).toList())
                        .find(names.getLast())
                        .isPresent());
    }

    @Test
    @DisplayName("the last of one name is found, with ./ in front and / behind or without")
    void lastOfOneName() {
        var members = Stream.of(member("./a", 0), member("a/", 512), member("b", 1024)).toList();
        var names = names(members);
        for (var name : List.of("a", "./a", "a/", "././a//")) {
            assertEquals(Optional.of(members.get(1)), names.find(name), name);
        }
        assertTrue(names.isReplaced(members.get(0)));
        assertFalse(names.isReplaced(members.get(1)));
    }

    @Test
    @DisplayName("of none, none is found")
    void none() {
        assertEquals(Optional.empty(), names(List.of()).find("a"));
    }
}
