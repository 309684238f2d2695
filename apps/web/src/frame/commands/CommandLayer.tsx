import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { speak } from '../../language/i18n.ts';
import { LANGUAGE_NAMES, UI_LANGUAGE_LIST } from '../../language/languages.ts';
import { useWords } from '../../language/use-words.ts';
import { PLACES } from '../places.ts';
import { listenToKeys } from '../shortcuts/listen.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { THEME_CHOICES } from '../theme-choices.ts';
import { chooseTheme } from '../theme.ts';
import { takeStep } from '../undo/undo-stack.ts';
import { currentOverlay, onOverlay, openOverlay } from './overlay.ts';
import { useCommands } from './use-commands.ts';

const CommandPalette = lazy(() => import('./CommandPalette.tsx').then((part) => ({ default: part.CommandPalette })));
const ShortcutSheet = lazy(() => import('../shortcuts/ShortcutSheet.tsx').then((part) => ({ default: part.ShortcutSheet })));

/** Keys and commands that work everywhere, and the two dialogs that show them; both are fetched when first wanted. */
export function CommandLayer() {
  const { say } = useWords();
  const navigate = useNavigate();
  const overlay = useSyncExternalStore(onOverlay, currentOverlay);
  useEffect(listenToKeys, []);

  useShortcut('frame.palette', 'Mod+K', () => openOverlay('palette'), { word: say('paletteOpen'), evenTyping: true });
  const helpKeys = useShortcut('frame.shortcuts', '?', () => openOverlay('shortcuts'), { word: say('shortcuts') });
  const newKeys = useShortcut('frame.new', 'N', () => void navigate({ to: '/new' }), { word: say('navNew') });
  const undoKeys = useShortcut('frame.undo', 'Mod+Z', () => void takeStep()?.back(), { word: say('undo') });

  useCommands([
    { id: 'frame.new', group: 'do', word: say('navNew'), keys: newKeys, also: 'new comic story 新 漫画 故事 物語', run: () => void navigate({ to: '/new' }) },
    ...PLACES.map(({ to, word }) => ({ id: `frame.go${to}`, group: 'go' as const, word: say(word), also: to, run: () => void navigate({ to }) })),
    { id: 'frame.undo', group: 'do', word: say('undo'), keys: undoKeys, run: () => void takeStep()?.back() },
    ...THEME_CHOICES.map(({ wish, word }) => ({ id: `frame.theme-${wish}`, group: 'do' as const, word: `${say('theme')}: ${say(word)}`, also: `theme ${wish} 主题 テーマ`, run: () => chooseTheme(wish) })),
    ...UI_LANGUAGE_LIST.map((id) => ({ id: `frame.language-${id}`, group: 'do' as const, word: `${say('language')}: ${LANGUAGE_NAMES[id]}`, also: `language ${id}`, run: () => void speak(id) })),
    { id: 'frame.shortcuts', group: 'do', word: say('shortcuts'), keys: helpKeys, also: 'keyboard keys help 快捷键 キー', run: () => openOverlay('shortcuts') },
  ]);

  if (overlay === undefined) return null;
  return <Suspense fallback={null}>{overlay === 'palette' ? <CommandPalette onClose={() => openOverlay(undefined)} /> : <ShortcutSheet onClose={() => openOverlay(undefined)} />}</Suspense>;
}
