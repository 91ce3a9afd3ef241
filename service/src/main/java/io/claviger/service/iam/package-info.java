@NullMarked
package io.claviger.service.iam;

import org.jspecify.annotations.NullMarked;
