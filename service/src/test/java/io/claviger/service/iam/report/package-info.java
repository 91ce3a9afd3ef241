@NullMarked
package io.claviger.service.iam.report;

import org.jspecify.annotations.NullMarked;
