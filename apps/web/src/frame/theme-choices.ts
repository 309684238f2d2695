import type { ComponentType } from 'react';
import type { WordKey } from '../language/namespaces.ts';
import { MoonIcon, SunIcon, SystemIcon } from '../ui/icons.ts';
import type { ThemeWish } from './theme.ts';

export const THEME_CHOICES: readonly { wish: ThemeWish; word: WordKey; Icon: ComponentType }[] = [
  { wish: 'light', word: 'themeLight', Icon: SunIcon }, { wish: 'dark', word: 'themeDark', Icon: MoonIcon }, { wish: 'system', word: 'themeSystem', Icon: SystemIcon },
];
