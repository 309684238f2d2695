import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { speak } from '../../language/i18n.ts';
import { LANGUAGE_NAMES, UI_LANGUAGE_LIST } from '../../language/languages.ts';
import { useWords } from '../../language/use-words.ts';
import { PLACES } from '../places.ts';
import { listenToKeys } from '../shortcuts/listen.ts';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import { THEME_CHOICES } from '../theme-choices.ts';
import { chooseTheme } from '../theme.ts';
import { takeStep } from '../undo/undo-stack.ts';
import { useSession } from '../use-session.ts';
import { currentOverlay, onOverlay, openOverlay } from './overlay.ts';
import { useCommands } from './use-commands.ts';

const ShortcutSheet = lazy(() => import('../shortcuts/ShortcutSheet.tsx').then((part) => ({ default: part.ShortcutSheet })));

/** Keys and commands that work everywhere, and the two dialogs that show them. The palette is fetched when the page has come to rest. */
export function CommandLayer() {
  const { say } = useWords();
  const { can } = useSession();
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
    ...(can('system.operate') ? [{ id: 'frame.providers', group: 'go' as const, word: say('navProviders'), also: 'providers models keys admin 服务商 密钥 モデル', run: () => void navigate({ to: '/admin/providers' }) }] : []),
    { id: 'frame.undo', group: 'do', word: say('undo'), keys: undoKeys, run: () => void takeStep()?.back() },
    ...THEME_CHOICES.map(({ wish, word }) => ({ id: `frame.theme-${wish}`, group: 'do' as const, word: `${say('theme')}: ${say(word)}`, also: `theme ${wish} 主题 テーマ`, run: () => chooseTheme(wish) })),
    ...UI_LANGUAGE_LIST.map((id) => ({ id: `frame.language-${id}`, group: 'do' as const, word: `${say('language')}: ${LANGUAGE_NAMES[id]}`, also: `language ${id}`, run: () => void speak(id) })),
    { id: 'frame.shortcuts', group: 'do', word: say('shortcuts'), keys: helpKeys, also: 'keyboard keys help 快捷键 キー', run: () => openOverlay('shortcuts') },
  ]);

  const CommandPalette = usePalette(overlay === 'palette');
  return (
    <>
      {CommandPalette && <CommandPalette isOpen={overlay === 'palette'} onClose={() => openOverlay(undefined)} />}
      {overlay === 'shortcuts' && <Suspense fallback={null}><ShortcutSheet onClose={() => openOverlay(undefined)} /></Suspense>}
    </>
  );
}

type Palette = typeof import('./CommandPalette.tsx').CommandPalette;
let fetched: Palette | undefined;
const REST_MS = 1500;

/** The palette once it is there. Not by `Suspense`, which would hold back what it shows first for a third of a second. */
function usePalette(isWanted: boolean): Palette | undefined {
  const [palette, setPalette] = useState<{ is: Palette } | undefined>(fetched && { is: fetched });
  useEffect(() => {
    if (palette) return undefined;
    const timer = setTimeout(() => {
      // Offline it is fetched when it is asked for again.
      void import('./CommandPalette.tsx').then((part) => setPalette({ is: (fetched = part.CommandPalette) }), () => undefined);
    }, isWanted ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [isWanted, palette]);
  return palette?.is;
}
