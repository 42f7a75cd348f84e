package ecslab.desktop.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// Something that a run which is to repeat itself must not call, nor refer to by `::`.
///
/// Calls are banned by name, whatever their parameters: a ban of `Set.of(Object[])` alone would let
/// `Set.of("a", "b")` through, since the forms of fixed arity are other methods.
record Ban(String what, String instead, List<Target> targets) {

    /// What is called.
    @FunctionalInterface
    interface Target {
        boolean is(AccessTarget target);

        default Target but(Target alsoNeeded) {
            return target -> is(target) && alsoNeeded.is(target);
        }
    }

    static Ban ban(String what, String instead, Target... targets) {
        return new Ban(what, instead, List.of(targets));
    }

    ArchRule rule() {
        var banned =
                DescribedPredicate.<JavaAccess<?>>describe(
                        what, access -> targets.stream().anyMatch(t -> t.is(access.getTarget())));
        return noClasses().should().accessTargetWhere(banned).because(instead);
    }

    static Target types(String... types) {
        var all = Set.of(types);
        return target -> all.contains(target.getOwner().getName());
    }

    static Target subtypesOf(Class<?> type) {
        return target -> target.getOwner().isAssignableTo(type);
    }

    static Target calls(String type, String... names) {
        return types(type).but(named(names));
    }

    static Target constructors(String... types) {
        return types(types).but(named("<init>"));
    }

    static Target named(String... names) {
        var all = Set.of(names);
        return target -> all.contains(target.getName());
    }

    static Target inPackage(String name) {
        return target -> target.getOwner().getPackageName().equals(name);
    }

    static Target withFewerParametersThan(int count) {
        return target ->
                target instanceof CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().size() < count;
    }

    /// The forms that use the default locale are those not told a `Locale`.
    static Target withoutLocale() {
        return target ->
                target instanceof CodeUnitAccessTarget unit
                        && unit.getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.util.Locale"));
    }
}
