import { SaxesParser } from 'saxes';
import { barPicture, type Picture } from './picture';

const PICTURE: Picture = {
  title: 'Who finds <best>',
  note: 'Longer is better',
  panels: [
    {
      title: 'One language',
      bars: [
        { name: 'Ponte', value: 1, isOurs: true },
        { name: 'A & B', value: 0.5, isOurs: false },
        { name: 'slow', value: undefined, isOurs: false },
      ],
    },
  ],
};

/** Throws for what is no XML. */
function elementsOf(svg: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes: attributes as Record<string, string> }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return elements;
}

const widthsOf = (svg: string, kind: string): number[] =>
  elementsOf(svg)
    .filter(({ attributes }) => attributes.class === kind)
    .map(({ attributes }) => Number(attributes.width));

describe('the picture of a bench', () => {
  const svg = barPicture(PICTURE);

  it('has bars as long as their values', () => {
    const [full = 0] = widthsOf(svg, 'track');
    expect(widthsOf(svg, 'ours')).toEqual([full]);
    expect(widthsOf(svg, 'other')).toEqual([full / 2, 0]);
  });

  it('says its values in words, and a line for what was not finished', () => {
    expect(svg).toContain('One language: Ponte 1.000, A &#38; B 0.500, slow –.');
  });

  it('needs nothing from elsewhere and follows the scheme of the page', () => {
    expect(elementsOf(svg).flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('href');
    expect(svg).not.toMatch(/url\(|@import|<script|<image/);
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('grows with its panels', () => {
    const heightOf = (picture: Picture) => Number(elementsOf(barPicture(picture))[0]?.attributes.height);
    const [panel] = PICTURE.panels;
    if (!panel) throw new RangeError('a picture has panels');
    expect(heightOf({ ...PICTURE, panels: [panel, panel, panel] })).toBeGreaterThan(heightOf(PICTURE));
  });
});
