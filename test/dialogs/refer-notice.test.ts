import { makeUnderstanding } from '../../dialogs/answers/understanding';
import type { Turn } from '../../dialogs/dialog';
import { refer } from '../../dialogs/refer';
import { roomsOf } from '../support/play-conversation';
import { openStage } from '../support/stage';

describe('A referral', () => {
  it('is sent under the notice that was read: after a language switch the notice is shown again before anything leaves', async () => {
    const stage = await openStage();
    const rooms = roomsOf(stage, new Date('2026-11-21T11:00:00Z'));
    const turnIn = (locale: 'en' | 'fr', said: string): Turn => ({
      said,
      saidIn: [locale],
      speech: stage.languages.speechIn(locale),
      understanding: makeUnderstanding(stage.languages),
      rooms,
      conversation: { site: 'demo', locale, localeChosen: true, greeted: true, profile: { area: 'ES' }, said: [], shown: [], misses: 0 },
    });
    let step = await refer.begin(turnIn('en', ''));
    for (const said of ['Ana', 'ana@example.org', 'skip']) step = await refer.proceed(step.state as never, turnIn('en', said));
    const inFrench = await refer.proceed(step.state as never, turnIn('fr', 'oui'));
    expect(inFrench.effects).toBeUndefined();
    expect(inFrench.replies.at(-1)?.text).toContain(stage.languages.speechIn('fr').say('dialogs:refer.ask-consent'));
    expect(inFrench.replies.at(-1)?.text.length).toBeGreaterThan(300);
    const sent = await refer.proceed(inFrench.state as never, turnIn('fr', 'oui'));
    expect(sent.effects?.[0]?.referral.packet.notice.text).toContain('Guichet pour l');
  });
});
