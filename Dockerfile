# One image for ingest, API and web; docker-compose.yml says which of them a container runs.
FROM node:20-slim AS build
ENV TURBO_TELEMETRY_DISABLED=1 NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY graph-schema/package.json graph-schema/
COPY ingest/package.json ingest/
COPY api/package.json api/
COPY web/package.json web/
RUN npm ci
COPY . .
RUN node node_modules/turbo/bin/turbo run build --ui=stream --env-mode=loose \
 && rm -rf web/.next/cache .turbo */.turbo \
 && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "api/dist/main/server.js"]
