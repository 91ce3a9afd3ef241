/// The offline tools and the library as they are packaged, each in a process of its own.
@NullMarked
package io.claviger.conformance.tool;

import org.jspecify.annotations.NullMarked;
