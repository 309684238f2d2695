import { expect, test } from 'vitest';
import { signedHeaders } from './visual-signature.ts';

const BODY = '{"req_key":"jimeng_t2i_v40","prompt":"cat"}';
const leaving = { method: 'POST', host: 'visual.volcengineapi.com', path: '/', query: 'Action=CVSync2AsyncSubmitTask&Version=2022-08-31', body: new TextEncoder().encode(BODY) };
const about = { keys: { accessKey: 'AKTESTEXAMPLE', secretKey: 'SKTESTEXAMPLE' }, region: 'cn-north-1', service: 'cv', now: new Date('2026-01-02T03:04:05.678Z') };

test('the signature of the reference, which agrees with the maker’s own signer', () => {
  expect(signedHeaders(leaving, about)).toEqual({
    'content-type': 'application/json', 'x-date': '20260102T030405Z', 'x-content-sha256': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    authorization: 'HMAC-SHA256 Credential=AKTESTEXAMPLE/20260102/cn-north-1/cv/request, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature=8d46c857cacef7d68bf67a005b3ae0a5c9137341a454f38b518d17da442a5118',
  });
});

test('the order and the spelling of the query do not matter, all else does', () => {
  const signatureOf = (over: Partial<typeof leaving>, more: Partial<typeof about> = {}) => signedHeaders({ ...leaving, ...over }, { ...about, ...more })['authorization']?.split('Signature=')[1];
  const first = signatureOf({});
  expect(signatureOf({ query: 'Version=2022-08-31&Action=CVSync2AsyncSubmitTask' })).toBe(first);
  expect(signatureOf({ query: 'a=b+c%2A' })).toBe(signatureOf({ query: 'a=b%20c*' }));
  const others = [
    signatureOf({ query: 'Action=CVSync2AsyncGetResult&Version=2022-08-31' }), signatureOf({ host: 'visual.volcengineapi.com:8443' }), signatureOf({ body: new TextEncoder().encode(`${BODY} `) }),
    signatureOf({ path: '/else' }), signatureOf({ method: 'PUT' }), signatureOf({}, { region: 'cn-beijing' }), signatureOf({}, { service: 'ark' }), signatureOf({}, { now: new Date('2026-01-02T03:04:06Z') }),
    signatureOf({}, { keys: { accessKey: 'AKTESTEXAMPLE', secretKey: 'AWS4SKTESTEXAMPLE' } }),
  ];
  expect(new Set([first, ...others]).size).toBe(others.length + 1);
});

test('the token of temporary keys is signed too', () => {
  const headers = signedHeaders(leaving, { ...about, keys: { ...about.keys, sessionToken: 'STS-1' } });
  expect(headers['x-security-token']).toBe('STS-1');
  expect(headers['authorization']).toContain('SignedHeaders=content-type;host;x-content-sha256;x-date;x-security-token,');
});
