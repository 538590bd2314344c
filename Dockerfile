# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /hub
COPY . .
# No install script of a dependency runs: none of them is needed, and none should be trusted with the build.
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npm run build
# Once more, for running: without the embedded PostgreSQL and the Node.js from npm (all optional packages are one or
# the other), without the tools, and without what only the benchmarks and tests of other workspaces need.
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --omit=optional --workspace=hub

FROM node:24-slim
ENV NODE_ENV=production
# A volume that is mounted here for the first time takes over the owner.
RUN install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /hub
COPY --from=build /hub .
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HUB_PORT || 4000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "--max-old-space-size=1024", "hub/dist/main.js", "start"]
