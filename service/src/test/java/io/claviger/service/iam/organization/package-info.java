@NullMarked
package io.claviger.service.iam.organization;

import org.jspecify.annotations.NullMarked;
