import type { FastifyInstance } from 'fastify';

interface Checked {
  readonly service: { faults(): Promise<readonly string[]> };
}

/** `/health/live`: the process answers. `/health/ready`: it can serve, or why not. */
export function serveHealth(fastify: FastifyInstance, { service }: Checked): void {
  fastify.get('/health/live', async () => ({ live: true }));
  fastify.get('/health/ready', async (_request, reply) => {
    const reasons = await service.faults();
    return reply.status(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, reasons });
  });
}
