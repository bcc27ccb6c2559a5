/** Standard input: triples as N-Quads. Arguments: a file of SHACL shapes. Prints what the shapes complain of, as a JSON list of lines. */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';

/** A dataset of RDF/JS, which our short declaration of n3 does not say. */
const storeOf = (triples: string) => new Store(new Parser().parse(triples)) as never;
const lastPart = (address: string | undefined): string => (address ?? '').replace(/^.*[#/]/, '');

async function main(shapes: string): Promise<void> {
  const report = await new Validator(storeOf(readFileSync(shapes, 'utf8'))).validate(storeOf(await text(process.stdin)));
  const lines = report.results.map(({ focusNode, path, sourceConstraintComponent }) =>
    [focusNode?.value, path?.value, sourceConstraintComponent?.value].map(lastPart).join(' '),
  );
  process.stdout.write(JSON.stringify(lines));
}

void main(process.argv[2] ?? '');
