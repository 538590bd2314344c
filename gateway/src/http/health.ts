import type { ServerResponse } from 'node:http';
import type { GatewayOptions } from '../options.js';
import { JSON_TYPE, respond } from './respond.js';

/** `/health/live`: the process runs, nothing more. */
export function answerLive(response: ServerResponse): void {
  respond(response, 200, JSON_TYPE, '{"live":true}');
}

/** `/health/ready`: 200 when every part can serve, 503 with the reasons otherwise. */
export async function answerReady(
  response: ServerResponse,
  ready: GatewayOptions['ready'],
  stopping: boolean,
): Promise<void> {
  const readiness = stopping ? { ready: false, reasons: ['the hub is stopping'] } : await ready();
  respond(response, readiness.ready ? 200 : 503, JSON_TYPE, JSON.stringify(readiness));
}

/** `/metrics`, in the text format of Prometheus. */
export async function answerMetrics(
  response: ServerResponse,
  metrics: GatewayOptions['metrics'],
): Promise<void> {
  respond(response, 200, 'text/plain; version=0.0.4; charset=utf-8', (await metrics?.()) ?? '');
}
