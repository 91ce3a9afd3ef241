@NullMarked
package io.claviger.service.iam.delegation;

import org.jspecify.annotations.NullMarked;
