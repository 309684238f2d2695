import { expect, test } from 'vitest';
import { obstacleAt } from './where-passkeys-work.ts';

const at = (text: string) => new URL(text) as unknown as Location;

test('says where passkeys would work', () => {
  expect(obstacleAt(at('https://comics.example/settings'), { isSecure: true, hasBrowser: true, hasServer: true })).toBeUndefined();
  expect(obstacleAt(at('http://127.0.0.1:8080/sign-in'), { isSecure: true, hasBrowser: true, hasServer: false })).toEqual({ word: 'passkeyLocalhost', address: 'http://localhost:8080/sign-in' });
  expect(obstacleAt(at('http://192.168.1.7:8080/'), { isSecure: false, hasBrowser: false, hasServer: false })).toEqual({ word: 'passkeyTrust', address: 'http://192.168.1.7:8081/' });
  expect(obstacleAt(at('https://192.168.1.7:8080/'), { isSecure: true, hasBrowser: true, hasServer: false })).toEqual({ word: 'passkeyName' });
  expect(obstacleAt(at('https://comics.example/'), { isSecure: true, hasBrowser: false, hasServer: true })).toEqual({ word: 'passkeyNoBrowser' });
});
