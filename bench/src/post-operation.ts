/**
 * Sends one operation.
 *
 * @param url of the GraphQL endpoint
 * @param body the request as JSON
 * @returns the body of the answer
 * @throws where the answer is not a 200
 */
export async function postOperation(url: string, body: string): Promise<string> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await answer.text();
  if (answer.status === 200) return text;
  throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 600)}`);
}
