import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, ERRORS, PERMISSIONS, ROLE_PERMISSIONS, ROLES, sentenceOf, UI_LANGUAGES } from './index.ts';
import { ALL_ROUTES } from './routes.ts';
import { openApiText } from './write-openapi.ts';

test('openapi.json is up to date (node packages/contract/src/write-openapi.ts)', () => {
  expect(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')).toBe(openApiText());
});

describe('routes', () => {
  test('have one id and one address each', () => {
    expect(new Set(ALL_ROUTES.map((route) => route.id)).size).toBe(ALL_ROUTES.length);
    expect(new Set(ALL_ROUTES.map((route) => `${route.method} ${route.path.replace(/:\w+/g, ':x')}`)).size).toBe(ALL_ROUTES.length);
  });

  test.each(ALL_ROUTES.map((route) => [route.id, route] as const))('%s says whose thing it touches and names its parameters', (_id, route) => {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    if (names.length > 0) {
      expect(route.access.author ?? route.access.subject).toBeDefined();
      expect(route.params).toBeDefined();
      expect(route.errors).toContain('not-found');
    }
    if (route.access.who === 'anyone') expect(route.access.permission).toBeUndefined();
    expect(route.response !== undefined || route.givesBytes !== undefined).toBe(true);
  });
});

describe('errors', () => {
  test.each(ERROR_CODES)('%s has a sentence in every language', (code) => {
    const sentences = UI_LANGUAGES.map((language) => ERRORS[code][language]);
    expect(new Set(sentences).size).toBe(UI_LANGUAGES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.。？?]$|\{detail\}$/);
    expect(ERRORS[code].status).toBeGreaterThanOrEqual(400);
  });

  test('a sentence with a detail reads well with and without it', () => {
    expect(sentenceOf('request.invalid', 'en', 'title: too long')).toBe('The request does not fit: title: too long');
    expect(sentenceOf('request.invalid', 'en')).toBe('The request does not fit.');
    expect(sentenceOf('request.invalid', 'zh-CN')).toBe('请求内容不符合要求。');
  });
});

test('the owner may everything, and every role less than the owner', () => {
  expect(ROLE_PERMISSIONS.owner).toEqual(PERMISSIONS);
  for (const role of ROLES.filter((name) => name !== 'owner')) expect(ROLE_PERMISSIONS[role].length).toBeLessThan(PERMISSIONS.length);
  expect(ROLE_PERMISSIONS.operator, 'runs it, sees no content').not.toContain('comics.make');
});
