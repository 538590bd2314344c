/**
 * A hub that does nothing but hold PostgreSQL, as a process of its own. It prints one line of JSON when it is up or
 * was refused, and stops on SIGTERM.
 */
import { startPostgres } from '@coalition-hub/postgres';

const [dataDir = '', port = '0'] = process.argv.slice(2);
try {
  const server = await startPostgres({ dataDir, port: Number(port), settings: { fsync: 'off' } });
  process.stdout.write(`${JSON.stringify({ pid: server.pid, port: server.port, url: server.url })}\n`);
  process.once('SIGTERM', () => void server.stop());
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.stdout.write(`${JSON.stringify({ code, message })}\n`);
}
