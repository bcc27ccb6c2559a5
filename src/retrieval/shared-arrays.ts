/** Arrays that two threads hold at once: an index is built in one and read in the other, and lies in memory once. */

export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));
const sharedUint16 = (length: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
export const sharedFloat32 = (length: number): Float32Array =>
  new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/** A copy in shared memory. */
export function toShared<T extends Numbers>(values: T): T {
  const Kind = values.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** Copies of all arrays of a plain value in shared memory, at any depth of objects. */
export function shareAll<T extends object>(image: T): T {
  const entries = Object.entries(image).map(([name, value]) => {
    if (ArrayBuffer.isView(value)) return [name, toShared(value as Numbers)];
    return [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? shareAll(value) : value];
  });
  return Object.fromEntries(entries) as T;
}

/** Numbers of rows. */
export type Rows = Uint16Array | Uint32Array;

/** Rows that two bytes tell apart. */
const FEW_ROWS = 2 ** 16;

/** Room for so many of the numbers of `rows` rows: in two bytes each where there are not too many. */
export const sharedRows = (rows: number, length: number): Rows => (rows <= FEW_ROWS ? sharedUint16(length) : sharedUint32(length));
