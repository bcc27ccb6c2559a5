/** The only element; fails when there is none or more. */
export async function findOne<T>(list: Promise<readonly T[]>): Promise<T> {
  const found = await list;
  const [only] = found;
  if (found.length !== 1 || only === undefined) throw new Error(`expected one, found ${found.length}`);
  return only;
}
