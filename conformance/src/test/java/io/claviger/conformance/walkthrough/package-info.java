/// Runs the documents' console blocks against the packaged server and compares what they print.
@NullMarked
package io.claviger.conformance.walkthrough;

import org.jspecify.annotations.NullMarked;
