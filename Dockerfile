# syntax=docker/dockerfile:1

FROM node:24-bookworm AS build
WORKDIR /casewright
COPY package.json package-lock.json .npmrc ./
# better-sqlite3 is compiled here where no ready-made file can be had; this image has what that takes.
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run generate && npm run build && npm prune --omit=dev --no-save --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_URL=file:./data/casewright.db
WORKDIR /casewright
COPY --from=build /casewright/node_modules node_modules
COPY --from=build /casewright/build build
COPY --from=build /casewright/prisma prisma
COPY --from=build /casewright/app app
COPY --from=build /casewright/machines machines
COPY --from=build /casewright/content content
COPY --from=build /casewright/package.json /casewright/tsconfig.json ./
# What is written is the backups, and with SQLite the database: both in volumes.
RUN mkdir data backups && chown node:node data backups
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/start/serve.mjs"]
