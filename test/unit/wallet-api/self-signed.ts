import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

// A certificate needs no program of its own: X.509 is a few nested lists (RFC 5280, section 4.1), written here in DER.

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...items: readonly Uint8Array[]): Buffer => der(0x30, ...items);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = '550403';
const subjectAltName = '551d11';
const basicConstraints = '551d13';
const day = 86_400_000;

/** PEM texts. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface Subject {
  readonly name: string;
  /** Four numbers; else it is for the DNS name that its name is. */
  readonly ip?: readonly [number, number, number, number];
  /** A day before and a day after now unless given. */
  readonly from?: Date;
  readonly to?: Date;
}

const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(name)))));
const extension = (id: string, ...value: readonly Uint8Array[]): Buffer =>
  sequence(oid(id), der(0x04, sequence(...value)));

const isAuthority = sequence(
  oid(basicConstraints),
  der(0x01, Buffer.from([0xff])),
  der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
);

let serial = 0;

function certify(subject: Subject, publicKey: KeyObject, issuer: { name: string; key: KeyObject }, isRoot: boolean) {
  serial += 1;
  const { name, ip, from = new Date(Date.now() - day), to = new Date(Date.now() + day) } = subject;
  const altName = ip === undefined ? der(0x82, Buffer.from(name)) : der(0x87, Buffer.from(ip));
  const extensions = [...(isRoot ? [isAuthority] : []), extension(subjectAltName, altName)];
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, serial])),
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(utcTime(from), utcTime(to)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, issuer.key));
  const base64 = sequence(body, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Makes a key and a certificate that signs itself, for one DNS name. */
export function selfSigned(dnsName: string): KeyAndCertificate {
  const { privateKey, publicKey } = newKey();
  const cert = certify({ name: dnsName }, publicKey, { name: dnsName, key: privateKey }, false);
  return { key: pemOf(privateKey), cert };
}

export interface TestAuthority {
  readonly cert: string;
  issue(subject: Subject): KeyAndCertificate;
}

/** Makes an authority that issues certificates. */
export function createTestAuthority(name: string): TestAuthority {
  const { privateKey, publicKey } = newKey();
  const issuer = { name, key: privateKey };
  return {
    cert: certify({ name }, publicKey, issuer, true),
    issue(subject) {
      const own = newKey();
      return { key: pemOf(own.privateKey), cert: certify(subject, own.publicKey, issuer, false) };
    },
  };
}
