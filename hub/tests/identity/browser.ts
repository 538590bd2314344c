export interface Page {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly json: any;
  readonly headers: Headers;
}

const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

/** Somebody with a cookie jar. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.ask('GET', path, undefined, headers);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Page> {
    return this.ask('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  delete(path: string): Promise<Page> {
    return this.ask('DELETE', path);
  }

  /** Sends a form, as a page would. */
  submit(path: string, fields: Record<string, string>): Promise<Page> {
    return this.ask('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
    });
  }

  /** Any request; the body is JSON. */
  send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Page> {
    if (body === undefined) return this.ask(method, path, undefined, headers);
    return this.ask(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** An access token for the session. */
  async token(): Promise<string> {
    const { status, json, text } = await this.post('/auth/token');
    if (status !== 200) throw new Error(`No token: ${status} ${text}`);
    return String(json.token);
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** Puts a cookie into the jar, as somebody else might have. */
  plant(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  private async ask(method: string, path: string, body?: string, headers = {}): Promise<Page> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: { 'user-agent': firefox, ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const set of response.headers.getSetCookie()) this.keep(set);
    const text = await response.text();
    return { status: response.status, text, json: parsed(text), headers: response.headers };
  }

  private keep(set: string): void {
    const [pair = '', ...attributes] = set.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(name.length + 1));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
