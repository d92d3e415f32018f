import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * A certificate for this one run, made without any program: Node signs but writes no certificates, and
 * openssl is not on every machine. What follows is the little of DER (X.690) that one certificate takes.
 */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The key's hash, by which a browser can be told to trust this one certificate. */
  readonly fingerprint: string;
}

type Bytes = Uint8Array;

function der(tag: number, ...parts: Bytes[]): Bytes {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: Bytes[]) => der(0x30, ...parts);
const text = (value: string) => der(0x0c, Buffer.from(value));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (value: Bytes) => der(0x03, Buffer.from([0]), value);

/** UTCTime, as certificates use it before 2050. */
const time = (date: Date) =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const commonName = '550403';
const subjectAltName = '551d11';
const ecdsaWithSha256 = '2a8648ce3d040302';
const loopback = [127, 0, 0, 1];

/** A self-signed certificate for 127.0.0.1, good for a day. */
export function makeCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const publicInfo = publicKey.export({ type: 'spki', format: 'der' });
  const hour = 3_600_000;
  const algorithm = sequence(oid(ecdsaWithSha256));
  const name = sequence(der(0x31, sequence(oid(commonName), text('yaolan tests'))));
  // The first byte keeps the number positive and without a leading zero.
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(8)]);
  const names = sequence(der(0x87, Buffer.from(loopback)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(time(new Date(Date.now() - hour)), time(new Date(Date.now() + 24 * hour))),
    name,
    publicInfo,
    der(0xa3, sequence(sequence(oid(subjectAltName), der(0x04, names)))),
  );
  const whole = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = Buffer.from(whole).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(publicInfo).digest('base64'),
  };
}
