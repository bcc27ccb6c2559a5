/** Just enough of XMLHttpRequest over fetch for the ajax of rxjs 5, which botframework-directlinejs uses. */
export class XhrShim {
  readyState = 0;
  status = 0;
  statusText = '';
  responseText = '';
  responseType = '';
  response: unknown = null;
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.#reach(1);
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  send(body?: string): void {
    fetch(this.#url, { method: this.#method, headers: this.#headers, body: body ?? null, signal: this.#abort.signal })
      .then(async (response) => {
        this.status = response.status;
        this.responseText = await response.text();
        this.response = this.responseType === 'json' && this.responseText !== '' ? JSON.parse(this.responseText) : this.responseText;
      })
      // Status 0, as in browsers.
      .catch(() => undefined)
      .finally(() => this.#abort.signal.aborted || this.#reach(4));
  }

  abort(): void {
    this.#abort.abort();
  }

  #reach(state: number): void {
    this.readyState = state;
    this.onreadystatechange?.();
  }
}
