import type { Step, Turn } from '../../dialogs/dialog';
import { findFunding } from '../../dialogs/find-funding';
import type { PipelineRooms } from '../../src/bot/turn-draft';
import type { CallEntry } from '../../src/domain/entry';
import { LOCALES, type Locale } from '../../src/domain/locale';
import type { Profile } from '../../src/domain/profile';
import { roomsOf, type Stage } from '../support/play-conversation';
import { callEntry } from '../support/sample-entries';
import { openStage } from '../support/stage';

const NOW = new Date('2026-11-21T11:00:00Z');

describe('Finding funding', () => {
  let stage: Stage;
  let rooms: PipelineRooms;
  beforeAll(async () => {
    stage = await openStage();
    rooms = roomsOf(stage, NOW);
  });

  function turn(locale: Locale, said: string, profile: Profile = {}): Turn {
    return {
      said,
      saidIn: [locale],
      speech: stage.languages.speechIn(locale),
      understanding: rooms.understanding,
      rooms,
      conversation: { site: 'demo', locale, localeChosen: true, greeted: true, profile, said: [], shown: [], misses: 0 },
    };
  }

  /** What is said one after the other, as long as the dialog listens. */
  async function talk(locale: Locale, ...all: string[]): Promise<Step> {
    let step: Step = await findFunding.begin(turn(locale, ''));
    for (const said of all) step = await findFunding.proceed(step.state as never, turn(locale, said));
    return step;
  }
  const known = ({ state }: Step) => (state as { answers: Profile }).answers;
  const asked = ({ replies }: Step) => replies.at(-1)?.asks;

  it.each(LOCALES)('goes on with whichever button is pressed, in %s', async (locale) => {
    const { areas, applicants } = stage.library.current().knowledge.vocabularies;
    for (const before of [
      [],
      [areas.get('ES')?.name[locale] ?? ''],
      [areas.get('ES')?.name[locale] ?? '', applicants.get('sme')?.name[locale] ?? ''],
    ]) {
      const open = await talk(locale, ...before);
      const buttons = (open.replies.at(-1)?.choices ?? []).slice(0, -1).map(({ say }) => say);
      expect(buttons.length).toBeGreaterThan(7);
      for (const say of buttons) expect([say, asked(await talk(locale, ...before, say))]).not.toEqual([say, asked(open)]);
    }
  });

  it.each(LOCALES)('offers a way out of every question, in %s', async (locale) => {
    const { areas, applicants } = stage.library.current().knowledge.vocabularies;
    const place = areas.get('ES')?.name[locale] ?? '';
    for (const before of [[], [place], [place, applicants.get('sme')?.name[locale] ?? '']]) {
      const { replies } = await talk(locale, ...before);
      const last = replies.at(-1)?.choices?.at(-1)?.say ?? '';
      expect(rooms.understanding.is(last, 'stop', locale)).toBe(true);
    }
  });

  it('takes what answers another question than the open one, and two at once', async () => {
    expect(known(await talk('it', 'un comune'))).toEqual({ applicant: 'municipality' });
    expect(known(await talk('es', 'una cooperativa de Zaragoza'))).toEqual({ area: 'ES243', applicant: 'cooperative' });
  });

  it('narrows a place, and changes what is said again alone', async () => {
    expect(known(await talk('en', 'Spain', 'I am from Zaragoza'))).toEqual({ area: 'ES243' });
    expect(known(await talk('es', 'Sevilla', 'una cooperativa', 'no, somos una asociación'))).toEqual({
      area: 'ES618',
      applicant: 'association',
    });
    expect(known(await talk('es', 'Sevilla', 'una cooperativa', '¿y en Huesca?'))).toMatchObject({
      area: 'ES241',
      applicant: 'cooperative',
    });
  });

  it('keeps who applies when the topic names somebody else', async () => {
    const step = await talk('es', 'Sevilla', 'una cooperativa', 'empleo para jóvenes');
    expect(known(step)).toMatchObject({ applicant: 'cooperative' });
    expect(known(step).topic).toBeDefined();
  });

  it('answers a question, asks its own once more, and lets go of whoever asks on', async () => {
    const first = await talk('sl', 'Maribor', 'Kaj je socialno podjetje?');
    expect(first.replies.map(({ outcome, asks }) => outcome ?? asks)).toEqual(['answered', 'applicant']);
    expect(known(first)).toEqual({ area: 'SI032' });
    const second = await talk('sl', 'Maribor', 'Kaj je socialno podjetje?', 'Kdo mi pomaga v Mariboru?');
    expect(second.state).toBeUndefined();
    expect(second.replies.length).toBeGreaterThan(0);
  });

  it('says once that it did not understand, then the way out, then hears it as anything else', async () => {
    const texts = [];
    for (const said of [['ggg'], ['ggg', 'hhh']]) texts.push((await talk('de', ...said)).replies.map(({ text }) => text).join('\n'));
    const { say } = stage.languages.speechIn('de');
    expect(texts[0]).toContain(say('dialogs:profile.unknown-area'));
    expect(texts[1]).toBe(say('dialogs:funding.or-leave', { stop: say('common:offer.stop') }));
    expect((await talk('de', 'ggg', 'hhh', 'iii')).isNotMine).toBe(true);
    expect((await talk('de', 'ggg', 'Hannover', 'hhh')).replies[0]?.text).toContain(say('dialogs:profile.unknown-applicant'));
  });

  it('knows what people call a social cooperative in Greece, and that one may be in Cyprus', async () => {
    for (const said of ['koinsep', 'kinsep', 'ΚοινΣΕπ', 'κινσεπ'])
      expect(known(await talk('el', 'Κύπρος', said))).toEqual({ area: 'CY', applicant: 'social-cooperative' });
  });

  it('ticks nothing for a small firm where social enterprises, cooperatives and cultural firms are asked for', async () => {
    const { replies } = await talk('it', 'Bari', 'una piccola impresa', 'economia sociale');
    const card = replies.flatMap(({ cards = [] }) => cards).find(({ entry }) => entry === 'it-svc-invitalia-ies');
    expect(card?.verdicts?.map(({ state }) => state)).toEqual(['met', 'unknown', 'needs-a-person']);
  });

  describe('says of the calls found', () => {
    const open: Partial<CallEntry['call']> = { opens: '2026-11-01', closes: '2027-03-01' };
    const closed = { closes: '2026-01-01' };

    async function headline(calls: readonly Partial<CallEntry['call']>[]): Promise<string> {
      const entries = calls.map((call, n) => callEntry({ id: `call-${n}`, call }));
      const plain = turn('en', '', { area: null, applicant: null, topic: null });
      const knowledge = { ...plain.rooms.knowledge, entries };
      const { replies } = await findFunding.begin({ ...plain, rooms: { ...plain.rooms, knowledge } });
      return replies[0]?.text ?? '';
    }

    it('that none can be applied for only where each is known to be closed', async () => {
      expect(await headline([closed, closed])).toMatch(/none can be applied for now/);
      expect(await headline([closed, {}])).toMatch(/For 1 of them no closing day is known.* 1 of them is closed\.$/);
      expect(await headline([closed, closed, {}, {}])).toMatch(/For 2 of them .* 2 of them are closed\.$/);
      expect(await headline([{}])).toMatch(/^I found 1 call that may fit\. No closing day is known:/);
      expect(await headline([{}, {}])).toMatch(/known for any of them/);
    });

    it('what is open first', async () => {
      expect(await headline([closed, {}, open])).toMatch(/1 of them is open now\. For 1 of them .* 1 of them is closed\.$/);
    });
  });
});
