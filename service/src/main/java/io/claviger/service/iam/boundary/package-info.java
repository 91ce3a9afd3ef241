@NullMarked
package io.claviger.service.iam.boundary;

import org.jspecify.annotations.NullMarked;
