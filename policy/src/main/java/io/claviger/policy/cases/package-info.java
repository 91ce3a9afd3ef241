/// Reads decision cases: authorization questions as JSON Lines, each with the policies that apply
/// and the request to decide.
///
/// One JSON object a line, in UTF-8:
///
/// ```json
/// {"id": "ex-1",
///  "request": {"principal": {"AWS": "arn:aws:iam::111122223333:user/ana"}, "action": "s3:GetObject",
///   "resource": "arn:aws:s3:::b/k", "resourceAccount": "111122223333",
///   "context": {"aws:PrincipalTag/team": "x", "aws:TagKeys": ["a", "b"]}},
///  "policies": {"identity": [{"Version": "2012-10-17", "Statement": …}]}}
/// ```
///
/// `id`, `request` and `policies` are required; in the request all but `principalAccount` and
/// `context` are.
///
/// - `principal` is `"anonymous"` or has one member of `AWS` (the ARN of a user, a role, a session
///   or an account's root), `Service`, `Federated` or `CanonicalUser`. A role's ARN stands for a
///   session of it whose name is not given.
/// - `principalAccount` is by default the account in the ARN.
/// - `resource` is a full ARN, taken literally, or `*`.
/// - In `context` a string is a single-valued key, a list of strings a multivalued one. The context
///   is complete: no key is added.
/// - `policies` may have `identity`, `group`, `boundary`, `session` and `vpcEndpoint` (lists of
///   policy documents), `resource` (one document), `scps` and `rcps` (lists of `{"target": …,
///   "policies": [documents]}`, the organization's root first). What is missing, null or an empty
///   list does not exist; a level without policies exists and allows nothing.
///
/// Members that are not named here are ignored, but for those of policy documents, which are read
/// as strictly as everywhere. A member that is given twice makes the line unreadable.
@NullMarked
package io.claviger.policy.cases;

import org.jspecify.annotations.NullMarked;
