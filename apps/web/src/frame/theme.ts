import { useState } from 'react';
import { keep } from './kept.ts';

type Theme = 'light' | 'dark';
const PAPER: Readonly<Record<Theme, string>> = { light: '#fbf8f1', dark: '#141210' };

/** The theme that stands on the page, and the switch. `before-paint.js` has set it before the first paint. */
export function useTheme(): { theme: Theme; switchTheme: () => void } {
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'));
  const switchTheme = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = next;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', PAPER[next]);
    keep('koma.theme', next);
    setTheme(next);
  };
  return { theme, switchTheme };
}
