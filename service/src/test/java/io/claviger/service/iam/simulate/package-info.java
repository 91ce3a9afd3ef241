@NullMarked
package io.claviger.service.iam.simulate;

import org.jspecify.annotations.NullMarked;
