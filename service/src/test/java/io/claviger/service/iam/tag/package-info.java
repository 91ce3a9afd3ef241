@NullMarked
package io.claviger.service.iam.tag;

import org.jspecify.annotations.NullMarked;
