import { RULES } from '../../../src/staff/check/all-rules';
import { rulesCommand } from '../../../src/staff/check/rules-command';
import { rooms } from '../heard';

describe('`ponte rules`', () => {
  const run = async (...args: string[]) => {
    const heard = rooms({ folder: '/nowhere', dataFolder: '/nowhere' });
    return { code: await rulesCommand.run(args, heard.rooms), out: heard.out(), err: heard.err() };
  };

  it('prints every rule with its examples', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    for (const { id, severity, must } of RULES) expect(out).toContain(`## ${id} (${severity})\n\n${must}\n`);
    expect(out.length).toBeLessThan(100_000);
  });

  it('prints one rule, with what is and what is not right as differences', async () => {
    const { out } = await run('review-passed');
    expect(out).toContain('`guides/example-guide.md`\n\n```diff\n- reviewBy: 2027-05-01\n+ reviewBy: 2026-11-20\n```\n');
    expect(out).toMatch(/Not right:[\s\S]*\nRight:/);
    expect(out.match(/^## /gm)).toHaveLength(1);
  });

  it('names the rules there are when one is asked for that is none', async () => {
    const { code, out, err } = await run('no-such-rule');
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(/there is no rule "no-such-rule"[\s\S]*\n {2}review-passed\n/);
  });
});
