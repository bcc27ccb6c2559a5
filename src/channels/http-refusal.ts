/**
 * What a request can be refused for. Bodies are fixed: nothing of the request and no exception message gets into an answer.
 * The texts are for developers of clients; people read the words of the page they are on.
 */
export const REFUSALS = {
  BadRequest: { status: 400, message: 'The request is not well formed.' },
  BadJson: { status: 400, message: 'The body is not UTF-8 JSON, is nested too deep, or has too many values.' },
  BadArgument: { status: 400, message: 'A field is missing or has the wrong type.' },
  BadWatermark: { status: 400, message: 'The watermark is none this server gave.' },
  UnknownSite: { status: 400, message: 'There is no such site.' },
  MissingToken: { status: 401, message: 'A token is needed.' },
  Unauthorised: { status: 401, message: 'The caller could not be authenticated.' },
  // 403 and not 401: botframework-directlinejs reads only 403 as an expired token (directLine.ts, catchPostError).
  TokenExpired: { status: 403, message: 'The token is not valid here, or no longer.' },
  OriginNotAllowed: { status: 403, message: 'The site does not list this origin.' },
  NotFound: { status: 404, message: 'There is nothing at this address.' },
  MethodNotAllowed: { status: 405, message: 'This address does not take that method.' },
  BodyTooLarge: { status: 413, message: 'The body is larger than 64 KB.' },
  BadMediaType: { status: 415, message: 'The body must be application/json in UTF-8, without content encoding.' },
  FilesNotTaken: { status: 415, message: 'Ponte takes no files.' },
  TooManyRequests: { status: 429, message: 'Too many requests. Try again later.' },
  Internal: { status: 500, message: 'Something went wrong. The id finds it in the log.' },
  Unavailable: { status: 503, message: 'Not available now. Try again later.' },
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Thrown by handlers; the front answers with the fixed body of its code. */
export class HttpRefusal extends Error {
  readonly code: RefusalCode;
  readonly headers: Readonly<Record<string, string>>;
  /** The rest of the request is not worth reading: the connection ends with the answer. */
  readonly closes: boolean;

  constructor(code: RefusalCode, options: { headers?: Readonly<Record<string, string>>; closes?: boolean } = {}) {
    super(code);
    this.name = 'HttpRefusal';
    this.code = code;
    this.headers = options.headers ?? {};
    this.closes = options.closes ?? false;
  }
}

/** `id` is the correlation id that the log carries too. */
export const refusalBody = (code: RefusalCode, id: string) => ({ error: { code, message: REFUSALS[code].message, id } });

/** The refusal for a status that restify itself came to. */
export function refusalOfStatus(status: number): RefusalCode {
  if (status === 404) return 'NotFound';
  if (status === 405) return 'MethodNotAllowed';
  return status >= 400 && status < 500 ? 'BadRequest' : 'Internal';
}
