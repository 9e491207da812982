package dev.slipway.cli.project;

import java.util.List;

/** Where a pipeline runs. */
public enum Forge {
  /** GitHub Actions. */
  GITHUB,
  /** GitLab CI/CD. */
  GITLAB,
  /** A container that migrates before an application starts. */
  DOCKER;

  /** The files, relative to the project's folder; the last part of each names its template. */
  List<String> files() {
    return switch (this) {
      case GITHUB ->
          List.of(
              ".github/workflows/slipway-check.yml",
              ".github/workflows/slipway-staging.yml",
              ".github/workflows/slipway-production.yml",
              ".github/workflows/slipway-rollback.yml",
              ".github/workflows/slipway-nightly.yml");
      case GITLAB -> List.of("slipway.gitlab-ci.yml", PipelineFiles.GITLAB_FIRST);
      case DOCKER ->
          List.of("slipway.Dockerfile", "slipway.Dockerfile.dockerignore", "compose.yaml");
    };
  }
}
