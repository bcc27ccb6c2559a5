import { openLanguages } from '../../../src/compose';
import type { AskRooms } from '../../../src/staff/ask';
import { goldenQuestions, madeQuestions } from '../../../src/staff/calibrate/calibration-questions';
import { makeFolderOpener } from '../../../src/staff/diff/open-folders';
import { removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { tradeFolder } from './trade-folder';

describe('Questions to calibrate with', () => {
  let rooms: AskRooms;
  beforeAll(async () => {
    const opened = await makeFolderOpener({ openLanguages, defaultSite: () => 'none' })(tradeFolder().path);
    rooms = { ...opened, now: () => new Date('2026-11-22T10:00:00Z') };
  });
  afterAll(removeKnowledgeFolders);
  const golden = (relevant?: string[]) => ({ id: 1, question: 'Who pays the oven?', ...(relevant && { relevant }) });

  it('are all that somebody judged by entries that are there, however many they are', () => {
    const many = Array.from({ length: 2_001 }, () => golden(['guide-bakery']));
    expect(goldenQuestions(many, rooms)).toHaveLength(2_001);
  });

  it('are none that nobody judged, or whose entries are gone; those that nothing answers are', () => {
    expect(goldenQuestions([golden(), golden(['guide-circus'])], rooms)).toEqual([]);
    expect(goldenQuestions([golden([])], rooms)).toMatchObject([{ relevant: [], source: 'golden' }]);
  });

  it('are made of the title of each entry', () => {
    expect(madeQuestions(rooms)).toHaveLength(30);
    expect(madeQuestions(rooms)).toContainEqual(
      expect.objectContaining({
        relevant: ['guide-bakery'],
        source: 'made',
        question: expect.objectContaining({ text: 'Help for a bakery' }),
      }),
    );
  });
});
