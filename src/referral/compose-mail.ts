/** The mail a desk receives: first in the desk's language, then what the enquirer said in theirs. */
import type { Desk } from '../domain/desk';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Packet } from '../domain/referral';
import type { Languages, Speech } from '../language/speech';
import type { Mail } from './mailer';

export interface MailParts {
  readonly reference: string;
  readonly createdAt: string;
  readonly desk: Desk;
  readonly packet: Packet;
  readonly from: string;
}

export function composeMail(parts: MailParts, languages: Languages, knowledge: KnowledgeBase): Mail {
  const { reference, desk, packet } = parts;
  const [language] = desk.languages;
  const own = languages.speechIn(languages.nearest(language));
  const theirs = languages.speechIn(packet.locale);
  const sections = [own.say('mail:intro', { reference, day: own.day(parts.createdAt.slice(0, 10)) }), facts(parts, own, knowledge)];
  if (packet.locale !== own.locale) sections.push(`— ${theirs.languageName(packet.locale)} —`, facts(parts, theirs, knowledge));
  sections.push(own.say('mail:outro', { reference }));
  return {
    messageId: `${reference}.referral@ponte`,
    from: parts.from,
    to: { name: textIn(desk.name, own.locale).text, address: desk.email },
    ...(packet.contact.way === 'email' ? { replyTo: { name: packet.name, address: packet.contact.value } } : {}),
    subject: own.say('mail:subject', { reference }),
    text: sections.join('\n\n'),
    language: own.locale,
  };
}

function facts({ packet }: MailParts, speech: Speech, knowledge: KnowledgeBase): string {
  const { vocabularies } = knowledge;
  const { area, applicant, topic } = packet.profile;
  const named = (map: ReadonlyMap<string, { name: Parameters<typeof textIn>[0] }>, id: string | null | undefined) => {
    const term = id ? map.get(id) : undefined;
    return term ? textIn(term.name, speech.locale).text : undefined;
  };
  const row = (key: string, value: string | undefined) => (value ? [`${speech.say(`mail:${key}`)}: ${value}`] : []);
  const shown = packet.entries.flatMap((id) => {
    const entry = knowledge.findEntry(id);
    return entry ? [`- ${textIn(entry.title, speech.locale, entry.locale).text} (${id})`] : [];
  });
  return [
    ...row('name', packet.name.replace(/[\s\u0085]+/g, ' ')),
    ...row(packet.contact.way, packet.contact.value),
    ...row('language', speech.languageName(packet.locale)),
    ...row('area', named(vocabularies.areas, area)),
    ...row('applicant', named(vocabularies.applicants, applicant)),
    ...row('topic', named(vocabularies.topics, topic)),
    ...(packet.message ? ['', `${speech.say('mail:message')}:`, quoted(packet.message)] : []),
    ...(packet.said.length > 0 ? ['', `${speech.say('mail:said')}:`, ...packet.said.map(quoted)] : []),
    ...(shown.length > 0 ? ['', `${speech.say('mail:shown')}:`, ...shown] : []),
    '',
    speech.say('mail:agreed', { time: packet.notice.at.slice(0, 16).replace('T', ' '), version: packet.notice.version }),
  ].join('\n');
}

/** Marked as somebody's words: what an enquirer writes must not look like Ponte's own lines. */
const quoted = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join('\n');
