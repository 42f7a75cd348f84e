package ecslab.desktop.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import ecslab.desktop.checks.violations.Determined;
import ecslab.desktop.checks.violations.KnowsJavaFx;
import ecslab.desktop.checks.violations.Undetermined;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the rooms of the simulation never do, and which of them know no screen.
class RoomsTest {

    static final List<Ban> BANS = Determinism.BANS;

    private static final List<String> DETERMINED =
            List.of("ecslab.ecs", "ecslab.engine", "ecslab.simulator");
    private static final List<String> SCREENLESS =
            List.of(
                    "ecslab.ecs",
                    "ecslab.engine",
                    "ecslab.simulator",
                    "ecslab.wire",
                    "ecslab.stage.cue");

    private static final JavaClasses OFFENCES =
            new ClassFileImporter().importClasses(Undetermined.class);
    private static final JavaClasses ROOMS =
            new ClassFileImporter()
                    .importPackages(
                            "ecslab.ecs",
                            "ecslab.engine",
                            "ecslab.simulator",
                            "ecslab.wire",
                            "ecslab.stage");

    private static final ArchRule NO_JAVAFX =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx..");

    @ParameterizedTest
    @FieldSource("BANS")
    void aRunRepeatsItself(Ban ban) {
        ban.rule().check(classesIn(DETERMINED));
    }

    @Test
    void onlyTheRoomsWithAScreenKnowJavaFx() {
        NO_JAVAFX.check(classesIn(SCREENLESS));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void everyOffenceIsFound(Method offence) {
        var name = "Undetermined." + offence.getName() + "(";
        assertTrue(
                BANS.stream()
                        .flatMap(ban -> failures(ban.rule(), OFFENCES).stream())
                        .anyMatch(found -> found.contains(name)));
    }

    @ParameterizedTest
    @FieldSource("BANS")
    void whatIsOfferedInsteadPasses(Ban ban) {
        ban.rule().check(new ClassFileImporter().importClasses(Determined.class));
    }

    @Test
    void aClassThatKnowsJavaFxIsFound() {
        var classes = new ClassFileImporter().importClasses(KnowsJavaFx.class);
        assertFalse(failures(NO_JAVAFX, classes).isEmpty());
    }

    static List<Method> offences() {
        return Arrays.stream(Undetermined.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .toList();
    }

    private static List<String> failures(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    /// A rule about no classes at all would always hold, so what is imported is counted against
    /// what is written.
    private static JavaClasses classesIn(List<String> packages) {
        for (var name : packages) {
            var written = sourcesOf(name);
            var imported = ROOMS.stream().filter(c -> isIn(c.getPackageName(), name)).count();
            assertTrue(
                    imported >= written,
                    () -> name + ": " + written + " files, but " + imported + " classes imported");
        }
        return ROOMS.that(
                DescribedPredicate.describe(
                        "are in " + packages,
                        c -> packages.stream().anyMatch(name -> isIn(c.getPackageName(), name))));
    }

    private static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    private static long sourcesOf(String packageName) {
        var folder = "/src/main/java/" + packageName.replace('.', '/') + "/";
        return Checkout.javaFiles().stream()
                .filter(path -> path.contains(folder) && !path.endsWith("-info.java"))
                .count();
    }
}
