import { readFileSync } from 'node:fs';
import { Writer } from '../../src/answering/writer';
import { MessagePace } from '../../src/bot/message-pace';
import type { PonteData } from '../../src/bot/reply-activity';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { OUTCOMES, type Outcome } from '../../src/domain/outcome';
import { PonteError } from '../../src/errors';
import { silentLog } from '../../src/log';
import { called, openSmallBot, openSmallStage, type SmallBotOptions, type SmallStage } from './small-stage';

let stage: SmallStage;
beforeAll(async () => {
  stage = await openSmallStage();
});

/** A phrase that asks about something in a language, as it would be written. */
function phrase(locale: Locale, about: string): string {
  const asked = JSON.parse(readFileSync(`locales/${locale}/asked.json`, 'utf8')) as Record<string, string[]>;
  return (asked[about]?.find((one) => !one.includes('*')) ?? '').trim();
}

const say = (locale: Locale, key: string, params: Record<string, string> = {}): string => stage.languages.speechIn(locale).say(key, params);
const numberIn = (locale: Locale, number: number): string => stage.languages.speechIn(locale).number(number);
const dayIn = (locale: Locale, day: string): string => stage.languages.speechIn(locale).day(day);

interface Way {
  /** What the person says, the last of which is answered with the outcome. */
  readonly said: (locale: Locale) => readonly string[];
  /** What stands in the answer. */
  readonly text: (locale: Locale) => string;
  readonly bot?: () => SmallBotOptions;
  /** Where the person is. */
  readonly area?: string;
}

const plain = (outcome: Outcome) => (locale: Locale) => say(locale, `answers:outcome.${outcome}`);
const sickWriter = () =>
  new Writer({
    model: { complete: () => Promise.reject(new PonteError('MODEL_FAILED', 'status 500')) },
    detector: stage.rooms.detector,
    log: silentLog,
    newFence: () => 'fence',
  });

const WAYS: Readonly<Record<Outcome, Way>> = {
  answered: { said: (locale) => [called('open', locale)], text: (locale) => `${called('open', locale)}.` },
  'answered-partly': {
    said: (locale) => [`${phrase(locale, 'amount')}, ${phrase(locale, 'deadline')} ${called('open', locale)}`],
    text: (locale) => say(locale, 'answers:lead.partly'),
  },
  clarify: { said: (locale) => [`${called('stale', locale)} 2019`], text: plain('clarify') },
  'no-evidence': { said: () => ['Xyzzyqua Plughovar'], text: plain('no-evidence') },
  'stale-evidence': {
    said: (locale) => [called('stale', locale)],
    text: (locale) => say(locale, 'answers:lead.stale', { day: dayIn(locale, '2026-11-21') }),
  },
  'call-closed': {
    said: (locale) => [called('closed', locale)],
    text: (locale) => say(locale, 'answers:lead.call-closed-on', { day: dayIn(locale, '2024-05-03') }),
  },
  'wrong-area': {
    said: (locale) => [called('open', locale)],
    text: (locale) => say(locale, 'answers:lead.elsewhere', { place: '\n', other: '\n' }),
    area: 'EL514',
  },
  'out-of-scope': { said: (locale) => [phrase(locale, 'elsewhere')], text: plain('out-of-scope') },
  'personal-case': { said: (locale) => [phrase(locale, 'prediction')], text: plain('personal-case') },
  'personal-data': { said: (locale) => [`ana@example.org ${called('open', locale)}`], text: plain('personal-data') },
  crisis: { said: (locale) => [phrase(locale, 'crisis')], text: plain('crisis') },
  abuse: { said: (locale) => [phrase(locale, 'abuse')], text: plain('abuse') },
  'person-requested': {
    said: (locale) => [
      say(locale, 'common:offer.person'),
      'Ana',
      'ana@example.org',
      say(locale, 'common:skip'),
      say(locale, 'dialogs:refer.send'),
    ],
    text: (locale) => say(locale, 'dialogs:refer.sent', { desk: 'Pontevilla', reference: 'PO-22222222', secret: 'AAAA-BBBB-CCCC' }),
    area: 'ES',
  },
  'too-long': {
    said: (locale) => [`${called('open', locale)} `.repeat(150)],
    text: (locale) => say(locale, 'answers:outcome.too-long', { most: numberIn(locale, 1000) }),
  },
  'search-unavailable': {
    said: (locale) => [called('open', locale)],
    text: plain('search-unavailable'),
    bot: () => ({ rooms: { answerer: stage.answererOver({ search: () => Promise.reject(new Error('down')) } as never) } }),
  },
  'model-unavailable': {
    said: (locale) => [called('open', locale)],
    text: plain('model-unavailable'),
    bot: () => ({ rooms: { writer: sickWriter() } }),
  },
  'rate-limited': {
    said: (locale) => [called('open', locale), called('open', locale)],
    text: plain('rate-limited'),
    bot: () => ({ pace: new MessagePace(1, () => 0) }),
  },
};

/** What the bot told last. */
async function reach(outcome: Outcome, locale: Locale) {
  const way = WAYS[outcome];
  const bot = openSmallBot(stage, way.bot?.());
  bot.choose(locale, way.area ? { profile: { area: way.area } } : {});
  let sent: Awaited<ReturnType<typeof bot.say>> = [];
  for (const text of way.said(locale)) sent = await bot.say(text);
  const told = sent.at(-1);
  return { text: told?.text ?? '', ponte: (told?.channelData as { ponte?: PonteData } | undefined)?.ponte };
}

/** The words of a text between its values. */
const piecesOf = (text: string): string[] => text.split('\n').map((piece) => piece.trim());

describe.each(OUTCOMES)('The outcome %s', (outcome) => {
  it.each(LOCALES)('is reached and told in %s', async (locale) => {
    const { text, ponte } = await reach(outcome, locale);
    expect([ponte?.outcome, ponte?.locale]).toEqual([outcome, locale]);
    for (const piece of piecesOf(WAYS[outcome].text(locale))) expect(text).toContain(piece);
  });
});

it('no two languages tell an outcome in the same words', () => {
  for (const outcome of OUTCOMES.filter((one) => one !== 'answered')) {
    const texts = LOCALES.map((locale) => WAYS[outcome].text(locale));
    expect(new Set(texts).size).toBe(LOCALES.length);
  }
});

it('every outcome that is told in its own words has them in eleven languages', () => {
  const keys = Object.keys((JSON.parse(readFileSync('locales/en/answers.json', 'utf8')) as { outcome: object }).outcome);
  const words = new Set([...keys, 'answered', 'answered-partly', 'stale-evidence', 'call-closed', 'wrong-area']);
  expect([...words].sort()).toEqual([...OUTCOMES].sort());
});
