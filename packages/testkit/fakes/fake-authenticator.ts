/** An authenticator after WebAuthn Level 3, in software: makes ES256 passkeys and signs with them, as a browser would send it. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

type Json = Record<string, unknown>;
type Credential = { id: string; privateKey: KeyObject; userHandle: string; counter: number };
export type FakeAuthenticator = {
  create(options: Json, change?: Claims): Json & { id: string };
  get(options: Json, change?: Claims): Json & { id: string };
};
/** What a dishonest browser or authenticator may claim. */
export type Claims = { origin?: string; challenge?: string; isVerified?: boolean; counter?: number };

export function fakeAuthenticator(origin: string, rpId: string): FakeAuthenticator {
  const credentials: Credential[] = [];
  const rpIdHash = createHash('sha256').update(rpId).digest();
  const clientData = (type: string, options: Json, change: Claims) => Buffer.from(JSON.stringify({ type, challenge: change.challenge ?? options['challenge'], origin: change.origin ?? origin, crossOrigin: false }));
  const head = (flags: number, counter: number, change: Claims) => Buffer.concat([rpIdHash, Buffer.from([flags | (change.isVerified === false ? 0 : 4)]), uint32(change.counter ?? counter)]);

  return {
    create(options, change = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const rawId = randomBytes(32);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]), Buffer.from(x, 'base64url'), Buffer.from([0x22, 0x58, 32]), Buffer.from(y, 'base64url')]);
      const authData = Buffer.concat([head(0x41, 0, change), Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, cose]);
      // CBOR: { fmt: "none", attStmt: {}, authData }.
      const attestation = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), Buffer.from([0x59, authData.length >> 8, authData.length & 255]), authData]);
      const id = rawId.toString('base64url');
      credentials.push({ id, privateKey, userHandle: String((options['user'] as Json)['id']), counter: 0 });
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: clientData('webauthn.create', options, change).toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal'] } };
    },
    get(options, change = {}) {
      const allowed = (options['allowCredentials'] as { id: string }[] | undefined) ?? [];
      const credential = credentials.findLast(({ id }) => allowed.length === 0 || allowed.some((one) => one.id === id));
      if (!credential) throw new Error('no such credential');
      credential.counter += 1;
      const client = clientData('webauthn.get', options, change);
      const authData = head(1, credential.counter, change);
      const signature = createSign('sha256').update(Buffer.concat([authData, createHash('sha256').update(client).digest()])).sign(credential.privateKey);
      return {
        id: credential.id, rawId: credential.id, type: 'public-key', clientExtensionResults: {},
        response: { clientDataJSON: client.toString('base64url'), authenticatorData: authData.toString('base64url'), signature: signature.toString('base64url'), userHandle: credential.userHandle },
      };
    },
  };
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
