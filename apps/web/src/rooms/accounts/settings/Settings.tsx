import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { useSession } from '../../../frame/use-session.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { BackIcon, CastIcon, DevicesIcon, ForwardIcon, HistoryIcon, KeyIcon, KeyboardIcon, PackageIcon, RedrawIcon, SafeIcon, YouIcon } from '../../../ui/icons.ts';
import { ConfirmGate } from './ConfirmGate.tsx';
import './settings.css';

type Part = { to: '/settings/profile' | '/settings/security' | '/settings/sessions' | '/settings/keys' | '/settings/shortcuts' | '/settings/data'; word: WordKey<'accounts-settings'>; note: WordKey<'accounts-settings'>; Icon: ComponentType };

const PARTS: readonly Part[] = [
  { to: '/settings/profile', word: 'profile', note: 'profileNote', Icon: YouIcon },
  { to: '/settings/security', word: 'security', note: 'securityNote', Icon: SafeIcon },
  { to: '/settings/sessions', word: 'sessions', note: 'sessionsNote', Icon: DevicesIcon },
  { to: '/settings/keys', word: 'keys', note: 'keysNote', Icon: KeyIcon },
  { to: '/settings/shortcuts', word: 'keyboard', note: 'keyboardNote', Icon: KeyboardIcon },
  { to: '/settings/data', word: 'data', note: 'dataNote', Icon: PackageIcon },
];

/** A list and its page side by side; on a phone the list first, then the page with a way back. */
export function Settings() {
  return <RequireUser><ConfirmGate><Inside /></ConfirmGate></RequireUser>;
}

function Inside() {
  const { say } = useWords('accounts-settings');
  const { can } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname }).replace(/\/$/, '');
  const isList = path === '/settings';
  return (
    <div className="settings" data-list={isList}>
      <nav className="settings-list" aria-label={say('settings')}>
        {isList && <h1 className="settings-title settings-title-alone">{say('settings')}</h1>}
        <p className="settings-title settings-title-beside">{say('settings')}</p>
        <ul>
          {PARTS.map(({ to, word, note, Icon }) => (
            <li key={to}>
              <Link to={to} className="settings-place" aria-current={path === to || (isList && to === '/settings/profile') ? 'page' : undefined} activeProps={{}}>
                <Icon /><span>{say(word)}<small>{say(note)}</small></span><ForwardIcon aria-hidden="true" />
              </Link>
            </li>
          ))}
          {can('users.read') && <li className="settings-beyond"><Link to="/admin/users" className="settings-place" activeProps={{}}><CastIcon /><span>{say('people')}<small>{say('peopleNote')}</small></span><ForwardIcon aria-hidden="true" /></Link></li>}
          {can('system.operate') && <li className="settings-beyond"><Link to="/admin/providers" className="settings-place" activeProps={{}}><RedrawIcon /><span>{say('providers')}<small>{say('providersNote')}</small></span><ForwardIcon aria-hidden="true" /></Link></li>}
          {can('system.operate') && <li className="settings-beyond"><Link to="/admin/keeping" className="settings-place" activeProps={{}}><HistoryIcon /><span>{say('keepingPictures')}<small>{say('keepingPicturesNote')}</small></span><ForwardIcon aria-hidden="true" /></Link></li>}
        </ul>
      </nav>
      <div className="settings-page">
        <Link to="/settings" className="quiet settings-back"><BackIcon />{say('settings')}</Link>
        <Outlet />
      </div>
    </div>
  );
}
