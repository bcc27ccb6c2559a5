import { join } from 'node:path';
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import type { Packet } from '../../src/domain/referral';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { Languages } from '../../src/language/speech';
import { composeMail, type MailParts } from '../../src/referral/compose-mail';
import type { Mail } from '../../src/referral/mailer';
import { guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';
import { DESK, packetOf } from './sample-packet';

const languages = new Languages(join(__dirname, '..', '..', 'locales'));
const knowledge: KnowledgeBase = makeKnowledgeBase(
  [guideEntry({ title: { en: 'A guide', es: 'Una guía', el: 'Ένας οδηγός' } })],
  SMALL_VOCABULARIES,
  'digest',
);

function mailOf(packet: Partial<Packet> = {}, parts: Partial<MailParts> = {}): Mail {
  return composeMail(
    {
      reference: 'PO-7K3F9QTM',
      createdAt: '2026-11-21T10:00:00.000Z',
      desk: DESK,
      packet: packetOf(packet),
      from: 'ponte@town.example',
      ...parts,
    },
    languages,
    knowledge,
  );
}

const linesOf = (mail: Mail): string[] => mail.text.split('\n');

describe('The mail to a desk', () => {
  it('goes to the desk, from the sender that is set, with a lasting id', () => {
    expect(mailOf()).toMatchObject({
      messageId: 'PO-7K3F9QTM.referral@ponte',
      from: 'ponte@town.example',
      to: { name: 'Γραφείο για την Ελλάδα', address: 'greece@desks.example.org' },
      language: 'el',
    });
    expect(mailOf({ name: 'Another' }).messageId).toBe(mailOf().messageId);
  });

  it('names the reference in its subject, and nobody', () => {
    expect(mailOf().subject).toContain('PO-7K3F9QTM');
    expect(mailOf().subject).not.toContain('María');
  });

  it('can be answered to the enquirer when they gave an address, and only then', () => {
    expect(mailOf().replyTo).toEqual({ name: 'María Núñez', address: 'maria@example.org' });
    expect(mailOf({ contact: { way: 'phone', value: '+34 600 000 000' } })).not.toHaveProperty('replyTo');
  });

  it('tells everything in the language of the desk first, then in the enquirer’s', () => {
    const { text } = mailOf({ message: 'Gracias' });
    const [greek = '', spanish = ''] = text.split(/^— .* —$/m);
    for (const words of [
      'PO-7K3F9QTM',
      'María Núñez',
      'maria@example.org',
      'Δράμα',
      'Ένας οδηγός',
      '> ¿Hay ayudas para cooperativas?',
      '> Gracias',
      '0123456789ab',
      '2026-11-21 10:00',
    ])
      expect(greek).toContain(words);
    for (const words of ['María Núñez', 'una cooperativa', 'Una guía', '> ¿Hay ayudas para cooperativas?', '> Gracias'])
      expect(spanish).toContain(words);
  });

  it('tells everything once when both speak the same language', () => {
    const { text, language } = mailOf({ locale: 'el' });
    expect(language).toBe('el');
    expect(text.match(/maria@example\.org/g)).toHaveLength(1);
    expect(text).not.toMatch(/^— /m);
  });

  it('is in English for a desk whose language Ponte has no words for', () => {
    const { language, text } = mailOf({ locale: 'en' }, { desk: { ...DESK, languages: ['de'] } });
    expect([language, text.includes('You have received a referral')]).toEqual([languages.nearest('de'), languages.nearest('de') === 'en']);
  });

  it('leaves out what was not told', () => {
    const labels = languages.speechIn('el');
    const { text } = mailOf({ locale: 'el', profile: {}, said: [], entries: [] });
    for (const key of ['area', 'applicant', 'topic', 'message', 'said', 'shown'])
      expect(text).not.toContain(`${labels.say(`mail:${key}`)}:`);
  });

  it('leaves out an entry that is no longer in the folder', () => {
    const { text } = mailOf({ locale: 'el', entries: ['gone', 'a-guide'] });
    expect(text).toContain('(a-guide)');
    expect(text).not.toContain('gone');
  });

  it('does not hold the secret, nor the whole notice', () => {
    expect(mailOf().text).not.toContain('What happens with your data');
  });
});

describe('What an enquirer wrote', () => {
  const forged = `${languages.speechIn('el').say('mail:agreed', { time: 'never', version: 'forged' })}`;

  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f'])('stays marked as theirs after a line end of %j', (end) => {
    for (const mail of [mailOf({ message: `Thanks${end}${forged}` }), mailOf({ said: [`Thanks${end}${forged}`] })])
      for (const line of mail.text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) if (line.includes('forged')) expect(line).toMatch(/^> /);
  });

  it.each(['\n', '\r\n', '\r', '\u2028'])('makes no line of its own out of a name with %j in it', (end) => {
    const lines = mailOf({ name: `Eve${end}${forged}` }).text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
    expect(lines.filter((line) => line.startsWith(forged.slice(0, 20)) && line.includes('forged'))).toEqual([]);
  });

  it('is shown as it is: no marks of the words work in it', () => {
    const { text } = mailOf({ name: '{{reference}}', said: ['$t(mail:outro) {{version}}'] });
    expect(linesOf(mailOf())).not.toContain('> $t(mail:outro) {{version}}');
    expect(text.split('\n')).toEqual(
      expect.arrayContaining(['> $t(mail:outro) {{version}}', expect.stringMatching(/: \{\{reference\}\}$/)]),
    );
  });
});
