import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondPage } from './respond-page.js';

/** True where a browser opens the address itself, not a program that asks a query. */
export function wantsQueryPage(request: IncomingMessage): boolean {
  return request.method === 'GET' && (request.headers.accept?.includes('text/html') ?? false);
}

/** A page to try queries on, complete in itself: it loads nothing from other hosts. */
export function answerQueryPage(response: ServerResponse): void {
  respondPage(response, html, script);
}

const script = `
const byId = (id) => document.getElementById(id);
let stream;
byId('run').onclick = async () => {
  stream?.abort();
  stream = new AbortController();
  byId('answer').textContent = '';
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  if (byId('token').value) headers.authorization = 'Bearer ' + byId('token').value;
  try {
    const body = JSON.stringify({
      query: byId('query').value,
      variables: JSON.parse(byId('variables').value || '{}'),
    });
    const response = await fetch('/graphql', { method: 'POST', headers, body, signal: stream.signal });
    if (!response.headers.get('content-type').startsWith('text/event-stream')) return show(await response.text());
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\\n\\n');
      rest = events.pop();
      for (const event of events) if (event.startsWith('event: next')) show(event.slice(event.indexOf('{')));
    }
  } catch (error) {
    if (error.name !== 'AbortError') byId('answer').textContent = String(error);
  }
};
byId('stop').onclick = () => stream?.abort();
function show(json) {
  byId('answer').textContent = JSON.stringify(JSON.parse(json), null, 2) + '\\n' + byId('answer').textContent;
}
`;

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coalition Hub: try a query</title>
<style>
  body { font: 16px/1.4 system-ui, sans-serif; margin: 1rem; display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; }
  h1 { grid-column: 1 / -1; margin: 0; font-size: 1.2rem; }
  label { display: block; margin-bottom: 0.5rem; }
  textarea, input { font: 14px/1.4 ui-monospace, monospace; width: 100%; box-sizing: border-box; }
  #query { height: 55vh; } #variables { height: 12vh; }
  pre { overflow: auto; max-height: 85vh; margin: 0; }
</style>
<h1>Coalition Hub: try a query</h1>
<div>
  <label>Query, mutation or subscription <textarea id="query" spellcheck="false">{ __typename }</textarea></label>
  <label>Variables (JSON) <textarea id="variables" spellcheck="false"></textarea></label>
  <label>Access token, if any <input id="token" type="password" autocomplete="off"></label>
  <button id="run">Run</button> <button id="stop">Stop</button>
</div>
<pre id="answer" aria-live="polite"></pre>
<script>${script}</script>
</html>
`;
