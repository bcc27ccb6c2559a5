/** Headers every answer carries, and the content security policy of pages. */

/** `host` is the Host header: named for browsers in which 'self' does not cover web sockets (CSP level 2). */
export interface PagePolicy {
  readonly nonce: string;
  readonly host: string;
  /** Who may show the page in a frame, besides nobody: `'self'` and origins. */
  readonly frameAncestors: readonly string[];
}

/** For everything that is not a page: it may load nothing and be framed by nobody. */
export const BASE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Scripts and styles only from this server or with the nonce of this very answer. */
export function pagePolicy(policy: PagePolicy): string {
  const nonce = `'nonce-${policy.nonce}'`;
  const ancestors = policy.frameAncestors.length > 0 ? policy.frameAncestors.join(' ') : "'none'";
  return [
    "default-src 'none'",
    `script-src 'self' ${nonce}`,
    `style-src 'self' ${nonce}`,
    policy.host === '' ? "connect-src 'self'" : `connect-src 'self' ws://${policy.host} wss://${policy.host}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/**
 * For a page without any script, that loads nothing but our own styles. `styleHashes` are those of its own style elements
 * (`sha256-…`): unlike a nonce they stay the same in a page that a browser keeps.
 */
export function scriptlessPolicy(styleHashes: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `style-src 'self'${styleHashes.map((hash) => ` '${hash}'`).join('')}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
