import type { Me, UiLanguage } from '@komawari/contract';
import { signOut } from '../api/accounts.ts';
import { LANGUAGE_NAMES } from '../language/dictionaries.ts';
import { useWords } from '../language/use-words.tsx';
import { Icon } from './Icon.tsx';
import { Link, navigate } from './navigation.tsx';
import { useTheme } from './theme.ts';

export function Header({ path, me, onSignedOut }: { path: string; me: Me | undefined; onSignedOut: () => void }) {
  const { say } = useWords();
  const leave = async () => {
    await signOut().catch(() => undefined);
    onSignedOut();
    navigate('/');
  };
  return (
    <header className="top">
      <Link to="/" className="brand" aria-label="Komawari">
        <Seal />
        <span className="brand-name" aria-hidden="true">Komawari</span>
      </Link>
      <nav className="places">
        <Link to="/" aria-current={path === '/' ? 'page' : undefined}><Icon name="plus" />{say('navNew')}</Link>
        <Link to="/comics" aria-current={path.startsWith('/comics') ? 'page' : undefined}><Icon name="shelf" />{say('navShelf')}</Link>
      </nav>
      <div className="tools">
        <LanguageSwitch />
        <ThemeSwitch />
        {me?.user ? <button type="button" className="quiet account" title={me.user.email} onClick={() => void leave()}>{say('signOut')}</button> : <Link className="quiet account" to="/sign-in">{say('signIn')}</Link>}
      </div>
    </header>
  );
}

/** The red seal: a page of three panels. */
function Seal() {
  return <svg className="seal" viewBox="0 0 32 32" aria-hidden="true"><rect x="1" y="1" width="30" height="30" rx="3" /><path d="M6.5 6.5h11L14.8 16H6.5zM20.8 6.5h4.7V16h-7.4zM6.5 19h19v6.5h-19z" /></svg>;
}

function LanguageSwitch() {
  const { say, language, setLanguage } = useWords();
  return (
    <select className="tongue" aria-label={say('language')} value={language} onChange={(event) => setLanguage(event.target.value as UiLanguage)}>
      {Object.entries(LANGUAGE_NAMES).map(([id, name]) => <option key={id} value={id} lang={id}>{name}</option>)}
    </select>
  );
}

function ThemeSwitch() {
  const { say } = useWords();
  const { theme, switchTheme } = useTheme();
  const word = say(theme === 'dark' ? 'toLight' : 'toDark');
  return <button type="button" className="icon-button" aria-label={word} title={word} onClick={switchTheme}><Icon name={theme === 'dark' ? 'sun' : 'moon'} /></button>;
}
