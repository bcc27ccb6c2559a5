/** A server on this machine that answers as the portal's search service does, with the faults it is told to have. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedPage {
  readonly page: number;
  readonly body: string;
}

/** Answers a request itself, or says nothing and leaves it to the pages. */
export type Fault = (response: ServerResponse, page: number, attempt: number) => boolean;

export class PortalServer {
  readonly asked: AskedPage[] = [];
  /** Pages of results; what is beyond is an empty page. */
  pages: readonly (readonly object[])[] = [];
  total: number | undefined;
  fault: Fault = () => false;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/search`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  attemptsAt(page: number): number {
    return this.asked.filter((one) => one.page === page).length;
  }

  bodyOf(page: number): string {
    const results = this.pages[page - 1] ?? [];
    const totalResults = this.total ?? this.pages.flat().length;
    return JSON.stringify({ apiVersion: '2.1', terms: '***', totalResults, pageNumber: page, pageSize: 100, results });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const page = Number(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('pageNumber'));
    this.asked.push({ page, body: Buffer.concat(chunks).toString() });
    if (this.fault(response, page, this.attemptsAt(page))) return;
    response.setHeader('content-type', 'application/json');
    response.end(this.bodyOf(page));
  }
}

const DESCRIPTION =
  '<p>This call supports <b>social enterprises</b> that help people who have been without work for a long time to find a job.</p><ul><li>training and guidance</li><li>support at the workplace</li></ul>';

/** A result in the shape of the service: metadata is a dictionary of lists. */
export function topic(identifier: string, metadata: Readonly<Record<string, unknown>> = {}): object {
  return {
    reference: `${identifier}SEDIA`,
    url: 'https://ec.europa.eu/x.json',
    language: 'en',
    summary: identifier,
    metadata: {
      identifier: [identifier],
      title: [`Helping long-term unemployed people find a job with ${identifier}`],
      language: ['en'],
      type: ['1'],
      status: ['31094502'],
      frameworkProgramme: ['43254019'],
      startDate: ['2026-10-01T00:00:00.000+0000'],
      deadlineDate: ['2027-02-15T00:00:00.000+0000'],
      deadlineModel: ['single-stage'],
      descriptionByte: [DESCRIPTION],
      budgetOverview: [
        JSON.stringify({
          budgetTopicActionMap: {
            '1': [{ action: `${identifier} - ESF-PJG ESF Project Grants`, budgetYearMap: { '2026': '1 500 000', '2027': 500000 } }],
            '2': [{ action: `${identifier}-OTHER - ESF-PJG`, budgetYearMap: { '2026': '9000000' } }],
          },
        }),
      ],
      ...metadata,
    },
  };
}
