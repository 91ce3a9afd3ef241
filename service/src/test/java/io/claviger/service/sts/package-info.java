@NullMarked
package io.claviger.service.sts;

import org.jspecify.annotations.NullMarked;
