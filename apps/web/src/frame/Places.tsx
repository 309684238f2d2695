import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWords } from '../language/use-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { AddIcon, LanguageIcon, SearchIcon } from '../ui/icons.ts';
import { nameKeys } from '../ui/Kbd.tsx';
import { openOverlay } from './commands/overlay.ts';
import { PLACES } from './places.ts';
import { Seal } from './Seal.tsx';
import { useLoadedOnce } from './use-loaded-once.ts';

const LookMenu = lazy(() => import('./LookMenu.tsx').then(({ LookMenu: component }) => ({ default: component })));

/** The ways through the house: a slim rail on a desk; on a phone a bar within reach of the thumb, and a head that scrolls away. */
export function Places() {
  const { say } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isNew = path === '/new';
  return (
    <header className="rail">
      <div className="rail-head">
        <Link to="/" className="brand" aria-label="Komawari"><Seal /><span className="brand-name" aria-hidden="true">Komawari</span></Link>
        <div className="rail-tools">
          <IconButton label={say('paletteOpen')} shortcut={nameKeys('Mod+K')} icon={<SearchIcon />} onClick={() => openOverlay('palette')} />
          <LookButton />
        </div>
      </div>
      <nav className="places" aria-label={say('places')}>
        <Link to="/new" className="place place-new" aria-current={isNew ? 'page' : undefined}><AddIcon /><span>{say('navNew')}</span></Link>
        {PLACES.map(({ to, word, Icon, holds }) => (
          <Link key={to} to={to} className="place" aria-current={holds(path) && !isNew ? 'page' : undefined} activeProps={{}}><Icon /><span>{say(word)}</span></Link>
        ))}
      </nav>
    </header>
  );
}

/** The menu weighs more than its button, so it comes when it is first pressed. */
function LookButton() {
  const { say } = useWords();
  const { isLoaded, load } = useLoadedOnce();
  const button = <IconButton label={`${say('language')} · ${say('theme')}`} icon={<LanguageIcon />} onClick={isLoaded ? undefined : load} aria-haspopup="menu" />;
  return isLoaded ? <Suspense fallback={button}><LookMenu /></Suspense> : button;
}
