@NullMarked
package io.claviger.service.iam.user;

import org.jspecify.annotations.NullMarked;
