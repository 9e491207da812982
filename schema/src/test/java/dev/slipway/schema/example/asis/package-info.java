@NullMarked
@Naming(NamingStrategy.AS_IS)
package dev.slipway.schema.example.asis;

import dev.slipway.schema.Naming;
import dev.slipway.schema.NamingStrategy;
import org.jspecify.annotations.NullMarked;
