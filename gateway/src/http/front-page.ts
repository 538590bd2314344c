import type { ServerResponse } from 'node:http';
import { respondPage } from './respond-page.js';

/** What somebody sees who opens the hub in a browser. */
export function answerFrontPage(response: ServerResponse): void {
  respondPage(response, page);
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coalition Hub</title>
<h1>Coalition Hub</h1>
<p>Here coalitions of civil-society organisations write joint statements, sign them, and anyone can read who signed.</p>
<p>Programs ask at <a href="/graphql"><code>/graphql</code></a>: queries and mutations by POST, live updates over
WebSocket (<code>graphql-transport-ws</code>) or server-sent events.</p>
</html>
`;
