package org.icecore.workbench.quickaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuickAccessTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();

    private static QuickAccessProvider fixed(String title, String... items) {
        return QuickAccessProvider.of(
                title,
                () ->
                        List.of(items).stream()
                                .map(item -> QuickAccessItem.of(item, "", () -> {}))
                                .toList());
    }

    private static QuickAccessProvider slow(String title, List<Boolean> cancelledSeen) {
        return new QuickAccessProvider() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public List<QuickAccessItem> find(String query, BooleanSupplier cancelled) {
                cancelledSeen.add(cancelled.getAsBoolean());
                return List.of(QuickAccessItem.of(query + " found", "", () -> {}));
            }

            @Override
            public boolean isSlow() {
                return true;
            }
        };
    }

    private QuickAccess quickAccess(QuickAccessProvider... providers) {
        return new QuickAccess(
                List.of(providers),
                worker::add,
                Runnable::run,
                (provider, failure) ->
                        failures.add(provider.title() + ": " + failure.getMessage()));
    }

    private static String shown(QuickAccess access) {
        var text = new StringBuilder();
        access.groups()
                .forEach(
                        group ->
                                text.append(group.title())
                                        .append(": ")
                                        .append(
                                                String.join(
                                                        ", ",
                                                        group.items().stream()
                                                                .map(QuickAccessItem::title)
                                                                .toList()))
                                        .append('\n'));
        return text.toString();
    }

    @Test
    void theGroupWithTheBestAnswerComesFirst() {
        var access =
                quickAccess(
                        fixed("Commands", "Next Tab", "Open"), fixed("Views", "Tasks", "Mappings"));
        access.query("ta");
        assertEquals(
                """
                Views: Tasks
                Commands: Next Tab
                """,
                shown(access));
    }

    @Test
    void wordsOfTheCategoryStandBesideThoseOfTheTitleInAnyOrder() {
        var access =
                quickAccess(
                        fixed("Commands", "Show Whitespace"),
                        QuickAccessProvider.of(
                                "Views", () -> List.of(view("Mounts"), view("Network"))));
        for (var query : List.of("show mounts", "Mounts show", "view mou", "mounts")) {
            access.query(query);
            assertEquals("Views: Mounts\n", shown(access), query);
        }
        access.query("show network mounts");
        assertEquals("", shown(access));
    }

    private static QuickAccessItem view(String title) {
        return new QuickAccessItem(title, "", Optional.empty(), "", "Show View", () -> {});
    }

    @Test
    void aSlowProviderAnswersLater() {
        var access = quickAccess(slow("Files", new ArrayList<>()), fixed("Commands", "Open"));
        access.query("op");
        assertEquals("Commands: Open\n", shown(access));
        assertTrue(access.searching().get());
        worker.remove().run();
        assertEquals(
                """
                Files: op found
                Commands: Open
                """,
                shown(access));
        assertFalse(access.searching().get());
    }

    @Test
    void anAnswerToAnOldQueryIsDropped() {
        var cancelled = new ArrayList<Boolean>();
        var access = quickAccess(slow("Files", cancelled));
        access.query("a");
        access.query("ab");
        worker.remove().run();
        assertEquals("", shown(access));
        worker.remove().run();
        assertEquals("Files: ab found\n", shown(access));
        assertEquals(List.of(true, false), cancelled);
    }

    @Test
    void aProviderThatThrowsIsReportedAndLeftOut() {
        var access =
                quickAccess(
                        QuickAccessProvider.of(
                                "Broken",
                                () -> {
                                    throw new IllegalStateException("no index");
                                }),
                        fixed("Commands", "Open"));
        access.query("open");
        assertEquals("Commands: Open\n", shown(access));
        assertEquals(List.of("Broken: no index"), failures);
    }

    @Test
    void anEmptyQueryMatchesEverythingInOrder() {
        assertEquals(List.of("b", "a"), Match.rank("  ", List.of("b", "a"), text -> text));
    }

    @Nested
    class Ranking {
        @Test
        void goesFromTheWholeTextToLettersInOrder() {
            assertEquals(
                    List.of("map", "mapping", "heap map", "remap", "m-a-long-p"),
                    Match.rank(
                            "map",
                            List.of("m-a-long-p", "remap", "heap map", "mapping", "map", "none"),
                            text -> text));
        }

        @Test
        void findsTheWordsOfATextInAnyOrder() {
            assertEquals(
                    List.of("Export Comparison Report..."),
                    Match.rank(
                            "report comp",
                            List.of("Export Comparison Report...", "Export Report..."),
                            text -> text));
            assertEquals(
                    List.of("Swap Before and After"),
                    Match.rank("after swap", List.of("Swap Before and After"), text -> text));
        }

        @Test
        void prefersWholeWordsToPartsOfWordsAndThoseToBeginnings() {
            assertEquals(
                    List.of("[heap] task 6", "[heap] task 60"),
                    Match.rank(
                            "6 heap",
                            List.of("[heap] task 60", "[heap] task 6", "[heap] 0x56"),
                            text -> text));
            assertTrue(
                    Match.of("6", "[heap]", "task 6")
                                    .orElseThrow()
                                    .compareTo(Match.of("6", "0x56", "").orElseThrow())
                            > 0);
            assertTrue(
                    Match.of("6", "0x56", "")
                                    .orElseThrow()
                                    .compareTo(Match.of("6", "[heap]", "task 60").orElseThrow())
                            > 0);
        }

        @Test
        void prefersAWholeFirstWordToTheBeginningOfOne() {
            assertEquals(
                    List.of("6 python3", "69 sh"),
                    Match.rank("6", List.of("69 sh", "6 python3"), text -> text));
        }

        @Test
        void findsNoWordsWhereNoneAreAsked() {
            assertEquals(List.of(), Match.rank("[", List.of("heap"), text -> text));
        }

        @Test
        void keepsOfALongTextWhatAQueryMayMean() {
            assertEquals(
                    "6 victim", Match.wordsMeant("6 vict heap", "60 python3 victim.py, 6 victims"));
        }

        @Test
        void doesNotTakeOneWordForTwo() {
            assertEquals(
                    List.of(), Match.rank("memory memory", List.of("Show Memory"), text -> text));
        }

        @Test
        void prefersTheShorterText() {
            assertEquals(
                    List.of("Open", "Open Files"),
                    Match.rank("open", List.of("Open Files", "Open"), text -> text));
        }
    }
}
