@NullMarked
package io.claviger.service.iam.outbound;

import org.jspecify.annotations.NullMarked;
