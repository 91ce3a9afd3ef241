@NullMarked
package io.claviger.service.iam.role;

import org.jspecify.annotations.NullMarked;
