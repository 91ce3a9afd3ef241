/// Real clients of other languages play the same scenario and get the same answers.
@NullMarked
package io.claviger.conformance.client;

import org.jspecify.annotations.NullMarked;
