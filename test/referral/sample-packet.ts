/** A referral to hand over; a test names only what it is about. */
import type { Desk } from '../../src/domain/desk';
import type { Packet } from '../../src/domain/referral';

export const DESK: Desk = {
  id: 'greece',
  name: { en: 'Desk for Greece', el: 'Γραφείο για την Ελλάδα' },
  areas: ['EL'],
  topics: [],
  languages: ['el', 'en'],
  email: 'greece@desks.example.org',
};

export const packetOf = (changes: Partial<Packet> = {}): Packet => ({
  name: 'María Núñez',
  contact: { way: 'email', value: 'maria@example.org' },
  said: ['¿Hay ayudas para cooperativas?'],
  profile: { area: 'EL514', applicant: 'cooperative', topic: null },
  entries: ['a-guide'],
  locale: 'es',
  notice: { text: 'What happens with your data …', version: '0123456789ab', at: '2026-11-21T10:00:00.000Z' },
  ...changes,
});
