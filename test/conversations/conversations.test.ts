import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLOWS } from '../../dialogs/flows';
import { playConversation, type Stage } from '../support/play-conversation';
import { openStage } from '../support/stage';

const LOCALES = ['en', 'es', 'fr', 'el'] as const;

describe('Golden conversations', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });

  for (const locale of LOCALES) {
    const folder = join(__dirname, locale);
    const files = readdirSync(folder).filter((name) => name.endsWith('.chat.md'));
    const played = new Set<string>();

    for (const file of files) {
      it(`${locale}/${file} goes as written`, async () => {
        const script = readFileSync(join(folder, file), 'utf8');
        const { text, dialogs } = await playConversation(script, stage);
        for (const dialog of dialogs) played.add(dialog);
        expect(text).toBe(script);
      });
    }

    it(`has one of every dialog in ${locale}`, () => {
      expect([...played].sort()).toEqual(Object.keys(FLOWS).sort());
    });
  }
});
