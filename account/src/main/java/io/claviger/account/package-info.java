@NullMarked
package io.claviger.account;

import org.jspecify.annotations.NullMarked;
