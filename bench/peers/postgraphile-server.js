// @ts-check
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/**
 * PostGraphile as its manual sets it up for production, on the database in DATABASE_URL, at the port in PORT. What the
 * operation does not need and could cost something (its own pages, sockets, watching the schema) is off.
 */

const KEEP_ALIVE_MS = 60_000;

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public'],
      pubsub: false,
      poolConfig: { max: 10 },
    }),
  ],
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
};

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
await serv.ready();
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
// Whoever started it is gone, however that came about.
process.once('disconnect', () => process.exit(0));
