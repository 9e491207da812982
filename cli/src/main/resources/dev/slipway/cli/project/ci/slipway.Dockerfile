# The project's migrations with Slipway. It holds no secret: variables come when it runs.
#   docker build -f slipway.Dockerfile --build-arg SLIPWAY_REPOSITORY=… --build-arg SLIPWAY_REVISION=… .
FROM maven:3-eclipse-temurin-21 AS build
ARG SLIPWAY_REPOSITORY
ARG SLIPWAY_REVISION
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
RUN git clone -q "$SLIPWAY_REPOSITORY" /opt/slipway \
 && git -C /opt/slipway checkout -q --detach "$SLIPWAY_REVISION" \
 && /opt/slipway/slipway --version
WORKDIR /project
COPY . .
@BUILD@

FROM eclipse-temurin:21-jdk
RUN useradd --create-home --uid 10001 slipway
COPY --from=build --chown=slipway /opt/slipway /opt/slipway
COPY --from=build --chown=slipway /project /project
USER slipway
WORKDIR /project
ENTRYPOINT ["/opt/slipway/slipway"]
