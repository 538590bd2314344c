/** All that a subgraph ever says to whoever is not the gateway. */
export const refusal = [
  'HTTP/1.1 401 Unauthorized',
  'content-type: application/json; charset=utf-8',
  'content-length: 44',
  'connection: close',
  '',
  '{"message":"Only the gateway may ask here."}',
].join('\r\n');
