/// Fetches documents from identity providers, wherever on the internet they are, without becoming a
/// tool for reaching what is inside: https only, an address is looked up once, checked, and that
/// very address connected to; no redirects; limits on size and time.
@NullMarked
package io.claviger.access.fetch;

import org.jspecify.annotations.NullMarked;
