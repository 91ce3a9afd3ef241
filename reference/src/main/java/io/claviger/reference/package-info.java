/// What AWS publishes about IAM and the services it guards, as data: managed policies, and each
/// service's actions, resource types and condition keys.
///
/// The build writes it as tables beside these classes; `src/build` holds the writer. All numbers
/// are big-endian, strings as [java.io.DataOutput#writeUTF] has them, times in seconds since 1970.
/// A *section* is a part of a file, told by its offset and length (two ints) and deflated by
/// itself.
///
/// - `managed-policies.index`: int count; for each policy, ordered by name without regard to case:
///   its ARN's resource, unique id, created, updated (longs), int number of the default version,
///   section in `.newest`, section in `.history`.
/// - `managed-policies.newest`: a section holds the default version's document, UTF-8 JSON.
/// - `managed-policies.history`: a section holds a short count of versions; for each, newest first,
///   int number, long created, int length of the document in bytes; then the documents of all but
///   the first.
/// - `services.index`: int count; for each global condition key its name and type. Then int count;
///   for each service its prefix, name, section in `services.data`.
/// - `services.data`: a section holds, each led by an int count: actions (name, access level,
///   resources, condition keys), resource types (name, ARN format, condition keys), condition keys
///   (name, type). An action's resource is its type's name, a boolean that says whether it is
///   required, condition keys. Lists inside are led by a short count.
@NullMarked
package io.claviger.reference;

import org.jspecify.annotations.NullMarked;
