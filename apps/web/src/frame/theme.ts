import { useSyncExternalStore } from 'react';
import { keep, readKept } from './kept.ts';

/** What the reader wishes; `system` follows the machine. `before-paint.js` reads the same word before the first paint. */
export type ThemeWish = 'light' | 'dark' | 'system';
type Theme = 'light' | 'dark';

const PAPER: Readonly<Record<Theme, string>> = { light: '#fbf8f1', dark: '#141210' };
const listeners = new Set<() => void>();
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function currentWish(): ThemeWish {
  const kept = readKept('koma.theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(wish: ThemeWish): void {
  keep('koma.theme', wish === 'system' ? undefined : wish);
  show(wish);
  listeners.forEach((listener) => listener());
}

export function useTheme(): ThemeWish {
  return useSyncExternalStore(subscribe, currentWish);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(wish: ThemeWish): void {
  const theme: Theme = wish === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : wish;
  document.documentElement.dataset['theme'] = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', PAPER[theme]);
}

/** Evening comes while the app is open, and another tab may choose. Called once at the start. */
export function followTheme(): void {
  systemIsDark.addEventListener('change', () => show(currentWish()));
  window.addEventListener('storage', (event) => {
    if (event.key === 'koma.theme') chooseTheme(currentWish());
  });
}
