@NullMarked
package io.claviger.service.iam.settings;

import org.jspecify.annotations.NullMarked;
