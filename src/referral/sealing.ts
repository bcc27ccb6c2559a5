/**
 * Sealing of packets: AES-256-GCM under a key of their own, wrapped by the master key. Destroying the wrapped key destroys the packet,
 * in backups too. The reference is bound in, so a sealed packet cannot be moved to another row.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { Packet, type SealedPacket } from '../domain/referral';
import { PonteError } from '../errors';

const IV_BYTES = 12;
// Without an explicit length Node accepts shortened tags.
const AUTH_TAG_BYTES = 16;
/** ~40 ms: slows down guessing without being felt. */
const SCRYPT = { N: 16_384, r: 8, p: 1 };

export class Sealer {
  readonly #master: Buffer;
  /** Tells which master key sealed a packet, without telling the key. */
  readonly keyId: string;

  /** `masterKey`: 64 hexadecimal digits. */
  constructor(masterKey: string) {
    this.#master = Buffer.from(masterKey, 'hex');
    if (this.#master.length !== 32) throw new PonteError('CONFIG_INVALID', 'MASTER_KEY');
    this.keyId = createHash('sha256').update('ponte key id').update(this.#master).digest('hex').slice(0, 12);
  }

  seal(reference: string, packet: Packet): SealedPacket {
    const key = randomBytes(32);
    return {
      keyId: this.keyId,
      wrappedKey: encrypt(this.#master, key, `key|${reference}`),
      packet: encrypt(key, Buffer.from(JSON.stringify(packet)), `packet|${reference}`),
    };
  }

  /** Throws REFERRAL_KEY_MISSING for another master key, STORE_FAILED when the bytes were changed. */
  open(reference: string, sealed: SealedPacket): Packet {
    if (sealed.keyId !== this.keyId) throw new PonteError('REFERRAL_KEY_MISSING', sealed.keyId);
    try {
      const key = decrypt(this.#master, sealed.wrappedKey, `key|${reference}`);
      return Packet.parse(JSON.parse(decrypt(key, sealed.packet, `packet|${reference}`).toString()));
    } catch (cause) {
      throw new PonteError('STORE_FAILED', reference, { cause });
    }
  }
}

function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: AUTH_TAG_BYTES }).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: AUTH_TAG_BYTES })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + AUTH_TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + AUTH_TAG_BYTES)), decipher.final()]);
}

/** `<salt hex>:<hash hex>` of a secret. Blocks for ~40 ms. */
export function hashSecret(secret: string, salt: Buffer = randomBytes(16)): string {
  return `${salt.toString('hex')}:${scryptSync(secret, salt, 32, SCRYPT).toString('hex')}`;
}

/** Takes as long for an unknown reference as for a wrong secret. */
export function secretFits(secret: string, hash: string | undefined): boolean {
  const [salt = '', expected = ''] = (hash ?? `${'00'.repeat(16)}:${'00'.repeat(32)}`).split(':');
  const given = Buffer.from(hashSecret(secret, Buffer.from(salt, 'hex')).split(':')[1] ?? '', 'hex');
  const wanted = Buffer.from(expected, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted) && hash !== undefined;
}
