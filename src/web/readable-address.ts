/**
 * An address for the eye and the hand: "…/επιδοτήσεις" and not "…/%CE%B5%CF%80…" (RFC 3987, 3.2). Only letters and digits of other scripts come
 * back; whatever could be unseen, or would mean something else unescaped, stays as it was. The name of the host stays in ASCII, so that
 * nobody takes a look-alike for it.
 */
export const readableAddress = (address: string): string =>
  address.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return [...decodeURIComponent(escaped)].map((letter) => (SEEN.test(letter) ? letter : encodeURIComponent(letter))).join('');
    } catch {
      return escaped;
    }
  });

/** Letters, their marks and digits, none of them ASCII. */
const SEEN = /^(?=[\p{L}\p{M}\p{N}])\P{ASCII}$/u;
