/// Who is calling, and may they.
///
/// A request's signature gives a [Caller]; the caller, what it wants and the account at that moment
/// give a decision. Nothing here is stored: sessions live in their tokens, and what a principal may
/// do is read from the account each time.
@NullMarked
package io.claviger.access;

import org.jspecify.annotations.NullMarked;
