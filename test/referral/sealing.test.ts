import { createCipheriv } from 'node:crypto';
import { codeOf } from '../../src/errors';
import { hashSecret, Sealer, secretFits } from '../../src/referral/sealing';
import { faultOf } from '../support/fault-of';
import { packetOf } from './sample-packet';

const MASTER = '00112233445566778899aabbccddeeff'.repeat(2);
const OTHER = 'ff'.repeat(32);
const REFERENCE = 'PO-7K3F9QTM';

const sealer = new Sealer(MASTER);

/** The same bytes with one bit of one byte turned. */
function turned(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

describe('A sealed packet', () => {
  it('opens as it was', () => {
    const packet = packetOf({ message: 'Γεια σας 🙂\n"\\' });
    expect(sealer.open(REFERENCE, sealer.seal(REFERENCE, packet))).toEqual(packet);
  });

  it('opens after a restart with the same master key', () => {
    expect(new Sealer(MASTER.toUpperCase()).open(REFERENCE, sealer.seal(REFERENCE, packetOf()))).toEqual(packetOf());
  });

  it('shows nothing of what is in it, and never the same bytes twice', () => {
    const [first, second] = [sealer.seal(REFERENCE, packetOf()), sealer.seal(REFERENCE, packetOf())];
    for (const part of ['Núñez', 'maria@example.org', 'cooperativas']) expect(first.packet.includes(part)).toBe(false);
    expect(first.packet.equals(second.packet)).toBe(false);
    expect(first.wrappedKey.equals(second.wrappedKey)).toBe(false);
  });

  it('cannot be moved to another referral: neither packet nor key nor both', () => {
    const [mine, theirs] = [sealer.seal(REFERENCE, packetOf()), sealer.seal('PO-22222222', packetOf({ name: 'Eve' }))];
    for (const moved of [theirs, { ...mine, packet: theirs.packet }, { ...mine, wrappedKey: theirs.wrappedKey }])
      expect(faultOf(() => sealer.open(REFERENCE, moved))).toMatchObject({ code: 'STORE_FAILED', where: REFERENCE });
  });

  it('cannot be changed by a single bit', () => {
    const sealed = sealer.seal(REFERENCE, packetOf());
    for (let at = 0; at < sealed.packet.length; at += 7)
      expect(faultOf(() => sealer.open(REFERENCE, { ...sealed, packet: turned(sealed.packet, at) })).code).toBe('STORE_FAILED');
    for (let at = 0; at < sealed.wrappedKey.length; at += 1)
      expect(faultOf(() => sealer.open(REFERENCE, { ...sealed, wrappedKey: turned(sealed.wrappedKey, at) })).code).toBe('STORE_FAILED');
  });

  it('cannot be cut short', () => {
    const sealed = sealer.seal(REFERENCE, packetOf());
    for (const length of [0, 11, 12, 16, 27, 28, sealed.packet.length - 1])
      expect(faultOf(() => sealer.open(REFERENCE, { ...sealed, packet: sealed.packet.subarray(0, length) })).code).toBe('STORE_FAILED');
  });

  it.each([4, 8, 12, 15])('is not taken with a tag of %i bytes, which is easier to guess', (bytes) => {
    const sealed = sealer.seal(REFERENCE, packetOf());
    const iv = Buffer.alloc(12, 7);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(MASTER, 'hex'), iv, { authTagLength: bytes >= 12 ? bytes : 16 });
    cipher.setAAD(Buffer.from(`key|${REFERENCE}`)).final();
    const short = Buffer.concat([iv, cipher.getAuthTag().subarray(0, bytes)]);
    const fault = faultOf(() => sealer.open(REFERENCE, { ...sealed, wrappedKey: short }));
    expect(fault.code).toBe('STORE_FAILED');
    // Refused for its length, before anything is compared.
    expect(codeOf(fault.cause)).toBe('ERR_CRYPTO_INVALID_AUTH_TAG');
  });

  it('says that the master key is another one, by the name of the key and never the key', () => {
    const fault = faultOf(() => new Sealer(OTHER).open(REFERENCE, sealer.seal(REFERENCE, packetOf())));
    expect(fault).toMatchObject({ code: 'REFERRAL_KEY_MISSING', where: sealer.keyId });
    expect(`${fault.message} ${sealer.keyId}`).not.toContain(MASTER.slice(0, 12));
  });

  it('does not open under another key that claims the name of the right one', () => {
    const sealed = new Sealer(OTHER).seal(REFERENCE, packetOf());
    expect(faultOf(() => sealer.open(REFERENCE, { ...sealed, keyId: sealer.keyId })).code).toBe('STORE_FAILED');
  });
});

describe('A master key', () => {
  it.each(['', 'ff', 'ff'.repeat(31), 'ff'.repeat(33), 'zz'.repeat(32)])('is never %j', (key) => {
    expect(faultOf(() => new Sealer(key))).toMatchObject({ code: 'CONFIG_INVALID', where: 'MASTER_KEY' });
  });
});

describe('A secret', () => {
  const hash = hashSecret('K7QM-3TXA-9PBW');

  it('fits its own hash, and no other secret does', () => {
    expect(secretFits('K7QM-3TXA-9PBW', hash)).toBe(true);
    for (const wrong of ['K7QM-3TXA-9PBX', 'k7qm-3txa-9pbw', 'K7QM3TXA9PBW', '', ' ']) expect(secretFits(wrong, hash)).toBe(false);
  });

  it('is hashed with a salt of its own', () => {
    expect(hashSecret('K7QM-3TXA-9PBW')).not.toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/);
  });

  it('fits nothing that is unknown, whatever it is', () => {
    expect(secretFits('K7QM-3TXA-9PBW', undefined)).toBe(false);
    expect(secretFits('', undefined)).toBe(false);
  });

  it.each(['', ':', 'aa', 'aa:', ':bb', 'zz:zz', hash.slice(0, -2), `${hash}00`, hash.split(':')[1] ?? ''])(
    'fits no damaged hash: %j',
    (damaged) => {
      expect(secretFits('K7QM-3TXA-9PBW', damaged)).toBe(false);
    },
  );
});
