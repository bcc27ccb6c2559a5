/** The part of wink-bm25-text-search 3.1 that the bench uses: the package has no types. */
declare module 'wink-bm25-text-search' {
  interface WinkSearch {
    defineConfig(config: { fldWeights: Readonly<Record<string, number>> }): true;
    /** Each takes what the one before gave; the first a text, the last gives words. */
    definePrepTasks(tasks: readonly ((input: string) => string[])[]): number;
    addDoc(document: Readonly<Record<string, string>>, id: number): number;
    /** Throws for fewer than three documents. */
    consolidate(): true;
    /** Ids and scores, best first. */
    search(text: string, limit: number): [string, number][];
  }
  function makeSearch(): WinkSearch;
  export = makeSearch;
}
