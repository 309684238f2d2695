import { expect, test } from 'vitest';
import { addressFault, completeAddress, isPrivateAddress, leadsElsewhere } from './address.ts';

test.each(['http://127.0.0.1:11434', '192.168.1.20:8188', 'http://10.0.0.5', 'http://172.31.0.1', 'http://100.100.2.3', 'localhost:7860', 'http://nas:8188', 'http://studio.local', 'http://[::1]:80', 'http://[fd00::12]:8188', 'http://[fe80::1]'])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});
test.each(['https://ark.cn-beijing.volces.com/api/v3', 'api.openai.com', 'http://172.32.0.1', 'http://100.128.0.1', 'http://8.8.8.8', 'https://local.example.com', '', 'http://', 'http://[2606:4700::1111]'])('%s is not', (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
test('an address is completed as its place is usually spoken to', () => {
  expect(['192.168.1.20:8188', ' api.example.com/v1 ', 'http://api.example.com', '', 'nas:8188'].map(completeAddress)).toEqual(['http://192.168.1.20:8188', 'https://api.example.com/v1', 'http://api.example.com', '', 'http://nas:8188']);
});
test('what is no address is told apart', () => {
  expect(['', 'ftp://x.test', 'http://a:b@x.test', 'my server', 'https://x.test/v1', `https://x.test/${'y'.repeat(2000)}`].map(addressFault)).toEqual(['addressMissing', 'addressWrong', 'addressUser', 'addressWrong', undefined, 'addressLong']);
});
test('another path is the same host; another port or protocol is not', () => {
  expect(['https://x.test/v2', 'x.test', 'http://x.test/v1', 'https://x.test:8443', 'nonsense here'].map((to) => leadsElsewhere('https://x.test/v1', to))).toEqual([false, false, true, true, false]);
});
