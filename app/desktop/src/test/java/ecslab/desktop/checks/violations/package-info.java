/// What the checks must refuse, and beside it what they must allow.
package ecslab.desktop.checks.violations;
