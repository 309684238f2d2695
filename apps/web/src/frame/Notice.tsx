import { useWords } from '../language/use-words.tsx';
import type { WordKey } from '../language/dictionaries.ts';
import { Link } from './navigation.tsx';
import { usePageTitle } from './use-page-title.ts';

/** A whole page that says why there is nothing else, and where to go. */
export function Notice({ title, text, onRetry, to }: { title: WordKey; text: WordKey | { sentence: string }; onRetry?: () => void; to?: string }) {
  const { say } = useWords();
  usePageTitle(say(title));
  return (
    <section className="notice" role={onRetry ? 'alert' : undefined}>
      <div className="notice-panel" aria-hidden="true"><span>…</span></div>
      <h1>{say(title)}</h1>
      <p>{typeof text === 'string' ? say(text) : text.sentence}</p>
      {onRetry ? <button type="button" className="button" onClick={onRetry}>{say('retry')}</button> : <Link to={to ?? '/'} className="button">{say(to === undefined ? 'toStart' : 'signIn')}</Link>}
    </section>
  );
}
