/**
 * Passkeys of the browser, in the JSON forms that the server speaks. The forms are built by hand: what a browser's own
 * `toJSON` gives may hold the secrets of extensions, which must not leave it.
 */
import type { Ceremony, CeremonyAnswer } from '../../../api/accounts.ts';
import { fromBase64Url, toBase64Url } from './base64-url.ts';

/** The person said no, let it time out, or the device has none for this site: browsers do not tell which. */
export class PasskeyCancelled extends Error {
  override name = 'PasskeyCancelled';
}

type JsonDescriptor = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };

export function browserHasPasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window;
}

/** Whether the browser offers passkeys in the list under a field. */
export async function browserSuggestsPasskeys(): Promise<boolean> {
  return browserHasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

export async function makePasskey({ challengeId, options }: Ceremony): Promise<CeremonyAnswer> {
  const json = options as unknown as Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & { challenge: string; user: { id: string; name: string; displayName: string }; excludeCredentials?: JsonDescriptor[] };
  const publicKey: PublicKeyCredentialCreationOptions = { ...json, challenge: fromBase64Url(json.challenge), user: { ...json.user, id: fromBase64Url(json.user.id) }, excludeCredentials: (json.excludeCredentials ?? []).map(descriptorOf) };
  const credential = await orCancelled(() => navigator.credentials.create({ publicKey }));
  const response = credential.response as AuthenticatorAttestationResponse;
  const answer = { clientDataJSON: toBase64Url(response.clientDataJSON), attestationObject: toBase64Url(response.attestationObject), transports: response.getTransports() };
  return { challengeId, answer: { ...shapeOf(credential), response: answer } };
}

/** With `isSuggestion` the browser shows nothing of its own: it waits until a passkey is taken from the list under the field. */
export async function askPasskey({ challengeId, options }: Ceremony, { isSuggestion = false, signal }: { isSuggestion?: boolean; signal?: AbortSignal } = {}): Promise<CeremonyAnswer> {
  const json = options as unknown as Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> & { challenge: string; allowCredentials?: JsonDescriptor[] };
  const publicKey: PublicKeyCredentialRequestOptions = { ...json, challenge: fromBase64Url(json.challenge), allowCredentials: (json.allowCredentials ?? []).map(descriptorOf) };
  const credential = await orCancelled(() => navigator.credentials.get({ publicKey, ...(signal ? { signal } : {}), ...(isSuggestion ? { mediation: 'conditional' as const } : {}) }));
  const response = credential.response as AuthenticatorAssertionResponse;
  const answer = {
    clientDataJSON: toBase64Url(response.clientDataJSON), authenticatorData: toBase64Url(response.authenticatorData), signature: toBase64Url(response.signature),
    ...(response.userHandle ? { userHandle: toBase64Url(response.userHandle) } : {}),
  };
  return { challengeId, answer: { ...shapeOf(credential), response: answer } };
}

function shapeOf(credential: PublicKeyCredential) {
  return { id: credential.id, rawId: toBase64Url(credential.rawId), type: 'public-key', clientExtensionResults: {} };
}

function descriptorOf({ id, type, transports }: JsonDescriptor): PublicKeyCredentialDescriptor {
  return { id: fromBase64Url(id), type, ...(transports ? { transports } : {}) };
}

async function orCancelled(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    // InvalidStateError: this device has a passkey for the account already.
    if (error instanceof DOMException && error.name === 'InvalidStateError') throw error;
    throw new PasskeyCancelled('', { cause: error });
  }
  throw new PasskeyCancelled();
}
