import { isMissOutcome, Miss, readMisses } from '../../src/domain/miss';

const miss = { day: '2026-11-22', locale: 'el', outcome: 'no-evidence', question: 'Υπάρχει δάνειο;' };

describe('Questions that found nothing', () => {
  it('are read line by line; what was cut off is counted and spoils nothing', () => {
    const text = `${JSON.stringify(miss)}\n{"day":"2026-11-2\n\n${JSON.stringify({ ...miss, who: 'me' })}\n[1]\n${JSON.stringify(miss)}\n`;
    expect(readMisses(text)).toEqual({ misses: [miss, miss], unreadable: 3 });
  });

  it('hold no sign that could steer a terminal', () => {
    for (const question of ['\u001b[2J', 'a\u202eb', 'a\nb', '']) expect(Miss.safeParse({ ...miss, question }).success).toBe(false);
  });

  it('are gaps of the folder, never what somebody suffers', () => {
    expect((['no-evidence', 'clarify', 'wrong-area', 'stale-evidence'] as const).every(isMissOutcome)).toBe(true);
    expect((['answered', 'crisis', 'abuse', 'personal-data', 'personal-case', 'person-requested'] as const).some(isMissOutcome)).toBe(
      false,
    );
  });
});
