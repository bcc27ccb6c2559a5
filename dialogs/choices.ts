/** The ways on that a reply offers as buttons. */
import type { Choice } from '../src/domain/reply';
import type { Speech } from '../src/language/speech';

export type Offer = 'funding' | 'person' | 'restart' | 'help' | 'language' | 'status' | 'stop';

/** What the button shows is what the enquirer says: each stands in `understood.json` of the language. */
export function offerChoices(speech: Speech, offers: readonly Offer[]): Choice[] {
  return offers.map((offer) => {
    const title = speech.say(`common:offer.${offer}`);
    return { title, say: title };
  });
}
