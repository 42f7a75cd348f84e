/// Commands read from AWS's own JSON, and written as JSON and as an `aws` command line.
///
/// `inputs.json` lists every field that AWS knows for the actions we have, with its type: names and
/// types of botocore 1.43.107's models of ECS (2014-11-13), Elastic Load Balancing (2015-12-01),
/// CodeDeploy (2014-10-06), IAM (2010-05-08) and CloudWatch (2010-08-01). `!` marks a required
/// field, `[x]` a list of `x`, `{x}` a map to `x`.
@org.jspecify.annotations.NullMarked
package ecslab.wire.command;
