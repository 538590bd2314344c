import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from './respond.js';

/** True where a browser opens the address itself, not a program that asks a query. */
export function wantsGraphiQL(request: IncomingMessage): boolean {
  return request.method === 'GET' && (request.headers.accept?.includes('text/html') ?? false);
}

const firstOperation = `# The sample statement, and who signed it.
query {
  statement(slug: "ceuta-and-melilla") {
    title
    status
    signatureCount { public }
    signatures(first: 5) {
      totalCount
      edges { node { nameAsSigned organisation { country } } }
    }
  }
}
`;

let page: Promise<Buffer> | undefined;

/** GraphiQL, complete in itself: it loads nothing from other hosts. Its 9 MB are read when first asked for, and shared. */
export async function answerGraphiQL(response: ServerResponse): Promise<void> {
  page ??= renderPage().catch((error: unknown) => {
    page = undefined;
    throw error;
  });
  response.setHeader('content-security-policy', policy);
  respond(response, 200, 'text/html; charset=utf-8', await page);
}

/** What GraphiQL's editor needs, from this host alone: inline parts, workers made from blobs, fonts as data. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; " +
  "img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function renderPage(): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Coalition Hub',
    endpoint: '/graphql',
    subscriptionsProtocol: 'SSE',
    favicon: 'data:,',
    defaultQuery: firstOperation,
  });
  return Buffer.from(html);
}
