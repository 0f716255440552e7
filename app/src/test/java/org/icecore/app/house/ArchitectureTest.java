package org.icecore.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The house")
class ArchitectureTest {
    private static final JavaClasses HOUSE = Room.classes();
    private static final String GENERATED = "org.icecore.criu.proto..";
    private static final DescribedPredicate<JavaClass> WHAT_VIEWS_SHARE =
            resideInAnyPackage(
                            "org.icecore.views.bench..",
                            "org.icecore.views.result..",
                            "org.icecore.views.desk..",
                            "org.icecore.views.hex..")
                    .as("the bench, the bridge from results to tables, and what shows bytes");
    private static final DescribedPredicate<JavaClass> MESSAGES =
            resideInAnyPackage("com.google.protobuf..", GENERATED).as("protobuf messages");

    @Nested
    class EveryRoom {
        @ParameterizedTest
        @EnumSource
        void isSeenByTheseRules(Room room) throws IOException {
            assumeTrue(room.inhabited(), "nobody lives in " + room + " yet");
            assertTrue(
                    HOUSE.that(resideInAPackage(room.everything())).stream()
                            .anyMatch(type -> !type.getSimpleName().endsWith("-info")),
                    "no class files of " + room);
        }

        @ParameterizedTest
        @EnumSource
        void knowsOnlyTheRoomsBelowIt(Room room) {
            hold(
                    noClasses()
                            .that()
                            .resideInAPackage(room.everything())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(room.forbidden())
                            .because(
                                    "data goes one way, from bytes to answers to views, and no way back"));
        }

        @ParameterizedTest
        @EnumSource
        void introducesEachOfItsPackages(Room room) throws IOException {
            var silent = new TreeSet<Path>();
            for (var source : room.sources()) {
                if (source.endsWith("module-info.java")) {
                    continue;
                }
                if (!Files.exists(source.resolveSibling("package-info.java"))) {
                    silent.add(source.getParent());
                }
            }
            assertEquals(
                    Set.of(), silent, "packages without a package-info that says what they know");
        }
    }

    @Nested
    class JavaFx {
        @Test
        void isKnownOnlyWhereThingsAreShown() {
            hold(
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                    "org.icecore.workbench..",
                                    "org.icecore.views..",
                                    "org.icecore.app.desktop..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("javafx..")
                            .because(
                                    "every question must be answered on a machine without a display"));
        }

        @Test
        void isNotReachedFromTheCommandLine() {
            hold(
                    noClasses()
                            .that()
                            .resideInAPackage("org.icecore.app.cli..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "javafx..",
                                    "org.icecore.workbench..",
                                    "org.icecore.views..",
                                    "org.icecore.app.desktop..")
                            .because("the command line must start where no toolkit can"));
        }

        @Test
        void isNoMoreThanObservableValuesToAViewModel() {
            var shown =
                    resideInAPackage("javafx..")
                            .and(
                                    not(
                                            resideInAnyPackage(
                                                    "javafx.beans..",
                                                    "javafx.collections..",
                                                    "javafx.util..")));
            hold(
                    noClasses()
                            .that()
                            .haveSimpleNameEndingWith("ViewModel")
                            .should()
                            .dependOnClassesThat(
                                    shown.as("reside in the parts of JavaFX that need a stage"))
                            .because("the state of a view is tested without a stage"));
        }
    }

    @Nested
    class Views {
        @Test
        void meetThroughSelectionAndCommandsOnly() {
            hold(
                    slices().matching("org.icecore.views.(*)..")
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(DescribedPredicate.alwaysTrue(), WHAT_VIEWS_SHARE)
                            .because(
                                    "a view that knows its neighbours cannot be closed, moved or replaced"));
        }
    }

    @Nested
    class ProtobufMessages {
        @Test
        void stayBelowTheCheckpoint() {
            hold(
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                    "org.icecore.criu..",
                                    "org.icecore.checkpoint..",
                                    "org.icecore.fixtures..")
                            .should()
                            .dependOnClassesThat(MESSAGES)
                            .because("messages end in the checkpoint, where they become records"));
        }

        @Test
        void areNotInTheExportedApiOfTheCheckpoint() throws IOException {
            var exported = Room.CHECKPOINT.exported().toArray(String[]::new);
            var leaks = new TreeSet<String>();
            for (var type :
                    HOUSE.that(resideInAnyPackage(exported).and(ArchitectureTest.visible()))) {
                for (var method : type.getCodeUnits()) {
                    if (ArchitectureTest.visible(method.getModifiers())
                            && method.getAllInvolvedRawTypes().stream().anyMatch(MESSAGES)) {
                        leaks.add(method.getFullName());
                    }
                }
                for (var field : type.getFields()) {
                    if (ArchitectureTest.visible(field.getModifiers())
                            && field.getAllInvolvedRawTypes().stream().anyMatch(MESSAGES)) {
                        leaks.add(field.getFullName());
                    }
                }
            }
            assertEquals(
                    Set.of(),
                    leaks,
                    "the reader of a checkpoint must not have to know how CRIU stores it");
        }
    }

    @Nested
    class FilesOfTheEvidence {
        @Test
        void areOpenedByTheEvidenceRoomAndNotByThoseAboveIt() {
            hold(
                    noClasses()
                            .that()
                            .resideInAnyPackage(
                                    "org.icecore.criu..",
                                    "org.icecore.checkpoint..",
                                    "org.icecore.analysis..",
                                    "org.icecore.views..")
                            .should()
                            .dependOnClassesThat(
                                    belongToAnyOf(
                                            FileChannel.class,
                                            RandomAccessFile.class,
                                            FileInputStream.class,
                                            FileReader.class,
                                            FileOutputStream.class))
                            .orShould()
                            .accessTargetWhere(opensAFile())
                            .because(
                                    "whoever opens evidence can change it; one room does, read-only"));
        }
    }

    @Nested
    class Types {
        @Test
        void areNamedForWhatTheyAre() {
            hold(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(GENERATED)
                            .should()
                            .haveSimpleNameEndingWith("Util")
                            .orShould()
                            .haveSimpleNameEndingWith("Utils")
                            .orShould()
                            .haveSimpleNameEndingWith("Manager")
                            .orShould()
                            .haveSimpleNameEndingWith("Helper")
                            .orShould()
                            .haveSimpleNameEndingWith("Impl")
                            .orShould()
                            .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*")
                            .because("a name says what a thing is, not that it helps"));
        }

        @Test
        void keepNoStateThatOutlivesTheirObjects() {
            hold(
                    fields().that()
                            .areDeclaredInClassesThat()
                            .resideOutsideOfPackage(GENERATED)
                            .and()
                            .areStatic()
                            .should(haveModifier(FINAL))
                            .because(
                                    "two windows, two checkpoints and two tests must not meet in a static field"));
        }

        @Test
        void writeToTheTerminalOnlyInTheProgramItself() {
            hold(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("org.icecore.app..")
                            .and()
                            .resideInAPackage("org.icecore..")
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .because(
                                    "what there is to say is an answer or an error, and somebody above shows it"));
        }
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> opensAFile() {
        return DescribedPredicate.describe(
                "opens or reads a file",
                access ->
                        access.getTargetOwner().isEquivalentTo(Files.class)
                                && access.getName()
                                        .matches(
                                                "new(ByteChannel|InputStream|OutputStream|Buffered.*)|read(All|String).*|lines|write.*"));
    }

    private static DescribedPredicate<JavaClass> visible() {
        return DescribedPredicate.describe("visible", type -> visible(type.getModifiers()));
    }

    private static boolean visible(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }
}
