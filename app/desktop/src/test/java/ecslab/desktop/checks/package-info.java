/// What holds in every room and no compiler checks. Each check is also shown to fail.
package ecslab.desktop.checks;
