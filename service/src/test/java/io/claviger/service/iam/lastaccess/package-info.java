@NullMarked
package io.claviger.service.iam.lastaccess;

import org.jspecify.annotations.NullMarked;
