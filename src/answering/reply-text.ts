/** A reply as plain text, for a terminal, a mail or a file. */
import type { Reply } from '../domain/reply';

/** All of it: text, quotes and cards. */
export function replyText(reply: Reply): string {
  const quotes = (reply.quotes ?? []).map((quote) => `“${quote.text}” [${quote.locale}]`);
  const cards = (reply.cards ?? []).map((card) =>
    [
      `${card.title}${card.badge ? ` [${card.badge.text}]` : ''}`,
      ...card.facts.map((fact) => `${fact.label}: ${fact.value}`),
      ...(card.verdicts ?? []).map((verdict) => `- ${verdict.label}${verdict.quote ? ` (${verdict.quote})` : ''}`),
      ...card.links.map((link) => `${link.title}: ${link.url}`),
    ].join('\n'),
  );
  return [reply.text, ...quotes, ...cards].join('\n\n');
}
