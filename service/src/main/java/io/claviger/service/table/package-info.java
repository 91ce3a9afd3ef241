@NullMarked
package io.claviger.service.table;

import org.jspecify.annotations.NullMarked;
