/// The AWS Query protocol: a form in, XML out, over the AWS SDK's own request and response types.
///
/// What the API looks like comes from two places. The SDK's classes say which members there are and
/// how they are spelled on the wire. The resources `iam.model` and `sts.model`, derived from AWS's
/// published API models, say what the classes do not: how operations are named, which members are
/// required, what values are allowed, and the codes and statuses of errors. A `.model` file is
/// UTF-8 text, one record a line, fields separated by tabs:
///
/// ```
/// # a comment
/// service    iam    2010-05-08    https://iam.amazonaws.com/doc/2010-05-08/
/// error      NoSuchEntityException    NoSuchEntity    404
/// shape      string    min=1    max=64    pattern=[\w+=,.@-]+    enum=A|B    secret
/// shape      integer   min=1    max=1000
/// shape      boolean
/// shape      list      min=1    max=50    member=0
/// shape      structure    UserName!=0    Path=3
/// operation  CreateUser    CreateUser    4    result
/// ```
///
/// Shapes are numbered from 0 in the order of their lines and refer to earlier ones only; `!` marks
/// a required member. Patterns are those of `java.util.regex`, whose language AWS writes them in:
/// what reads `\u10000-\u10FFFF` in some excludes the characters beyond the basic plane, there as
/// here. An operation names itself, the stem of its SDK classes, its input shape (`-` when it takes
/// nothing) and `result` when its answer has one.
@NullMarked
package io.claviger.wire.query;

import org.jspecify.annotations.NullMarked;
