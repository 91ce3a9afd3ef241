@NullMarked
package io.claviger.service.iam.group;

import org.jspecify.annotations.NullMarked;
