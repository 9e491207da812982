package dev.slipway.e2e.planted.planner;

import software.amazon.awssdk.regions.Region;

/** Names the client of buckets elsewhere than where buckets are. */
record BucketCaller(Region region) {}
