import { Outlet } from '@tanstack/react-router';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { useRef } from 'react';
import { useWords } from '../language/use-words.ts';
import { ToastLayer } from '../ui/ToastLayer.tsx';
import { TooltipLayer } from '../ui/TooltipLayer.tsx';
import { CommandLayer } from './commands/CommandLayer.tsx';
import { useUpdatePrompt } from './install/use-update-prompt.ts';
import { OfflineBar } from './OfflineBar.tsx';
import { Places } from './Places.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useFollowedSession } from './use-session.ts';

/** What stands around every page. */
export function Frame() {
  const { say } = useWords();
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  useKeptFocus();
  useUpdatePrompt();
  useFollowedSession();
  return (
    <CSPProvider disableStyleElements>
      <a className="skip" href="#main">{say('skip')}</a>
      <Places />
      <div className="page">
        <OfflineBar />
        <main id="main" ref={main} tabIndex={-1}><Outlet /></main>
      </div>
      <CommandLayer />
      <ToastLayer />
      <TooltipLayer />
    </CSPProvider>
  );
}
