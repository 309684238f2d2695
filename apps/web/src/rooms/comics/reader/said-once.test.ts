import { expect, test } from 'vitest';
import { saidOnce } from './said-once.ts';

test('a cover says its title once, however it was cut into lines', () => {
  expect(saidOnce('The Bridge. The Bridge. By: Ai  /  Drawn as storyboard')).toBe('The Bridge. By: Ai  /  Drawn as storyboard');
  expect(saidOnce('The Lighthouse Keeper. The Lighthouse. Keeper. Drawn as storyboard')).toBe('The Lighthouse Keeper. Drawn as storyboard');
  expect(saidOnce('最后一班公交车. 最后一班. 公交车. 分镜')).toBe('最后一班公交车. 分镜');
  expect(saidOnce('Mr. Smith Goes Away. Mr. Smith. Goes Away. By: Ai')).toBe('Mr. Smith Goes Away. By: Ai');
});

test('a colophon says it once as well, behind what stands over it', () => {
  expect(saidOnce('The Bridge. The End. The Bridge. By: Ai')).toBe('The Bridge. The End. By: Ai');
});

test('what is said once already stays as it is', () => {
  for (const text of ['', 'The Bridge', 'The Bridge. By: The Bridge Club', 'The End. Made with Komawari']) expect(saidOnce(text)).toBe(text);
});
