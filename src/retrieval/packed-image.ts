/**
 * A plain value full of typed arrays as bytes, and back without copying: the arrays of what is read are views on the bytes. Told as JSON
 * in which an array is its kind, place and length, then the arrays themselves.
 */

/** Bytes. An array of 64-bit numbers may begin at a multiple of eight alone. */
const STEP = 8;
const KINDS = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
};
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

/** Stands for an array in the JSON. `at` counts from the end of the JSON. */
interface Place {
  readonly array: Kind;
  readonly at: number;
  readonly length: number;
}

const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'array' in value && isKind(String(value.array));
const padded = (length: number): number => Math.ceil(length / STEP) * STEP;

/** In pieces to be written one after the other. Objects, arrays, strings, numbers and typed arrays at any depth. */
export function pack(value: unknown): Uint8Array[] {
  const arrays: Uint8Array[] = [];
  let at = 0;
  const told = JSON.stringify(value, (_, one: unknown) => {
    if (!ArrayBuffer.isView(one)) return one;
    const { buffer, byteOffset, byteLength, length } = one as Numbers;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const place = { array: one.constructor.name, at, length };
    if (byteLength > 0) arrays.push(bytes);
    if (padded(byteLength) > byteLength) arrays.push(new Uint8Array(padded(byteLength) - byteLength));
    at += padded(byteLength);
    return place;
  });
  const json = Buffer.from(told);
  const head = Buffer.alloc(STEP + padded(json.length), ' ');
  head.writeDoubleLE(head.length - STEP);
  json.copy(head, STEP);
  return [head, ...arrays];
}

/** `bytes` begin at a multiple of eight of their buffer. Throws RangeError or SyntaxError when they are not what `pack` gave. */
export function unpack(bytes: Uint8Array): unknown {
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, STEP).readDoubleLE();
  const start = bytes.byteOffset + STEP + length;
  const json = Buffer.from(bytes.buffer, bytes.byteOffset + STEP, length).toString('utf8');
  return JSON.parse(json, (_, one: unknown) => {
    if (!isPlace(one)) return one;
    return new KINDS[one.array](bytes.buffer as ArrayBuffer, start + one.at, one.length);
  });
}
