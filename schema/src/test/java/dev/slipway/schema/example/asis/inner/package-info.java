@NullMarked
package dev.slipway.schema.example.asis.inner;

import org.jspecify.annotations.NullMarked;
