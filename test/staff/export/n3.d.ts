/** The part of n3 that the tests use; it ships no types. */
declare module 'n3' {
  export interface Term {
    readonly termType: string;
    readonly value: string;
    readonly language?: string;
    readonly datatype?: Term;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Store implements Iterable<Quad> {
    constructor(quads?: readonly Quad[]);
    readonly size: number;
    addQuad(quad: unknown): void;
    getQuads(subject: string | Term | null, predicate: string | null, object: string | null, graph: null): Quad[];
    [Symbol.iterator](): Iterator<Quad>;
  }
  export class Parser {
    parse(text: string): Quad[];
  }
  export class Writer {
    constructor(options: { readonly format: string });
    addQuad(quad: Quad): void;
    end(done: (error: Error | null, text: string) => void): void;
  }
}
