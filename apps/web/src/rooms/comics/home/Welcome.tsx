import { useNavigate } from '@tanstack/react-router';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { changeDraft, loadDraft, saveDraft } from '../desk/draft.ts';
import type { Sample } from '../desk/sample-stories.ts';
import { Samples } from '../desk/Samples.tsx';
import { HOME_PAGES } from './home-pages.ts';

/** What this is, at a glance: a sentence, finished pages, and the way to the desk. */
export function Welcome() {
  const { say } = useWords('comics-desk');
  usePageTitle('');
  const navigate = useNavigate();
  const take = (story: Sample['story']) => {
    saveDraft(changeDraft(loadDraft(), { ...story, language: 'auto' }));
    void navigate({ to: '/new' });
  };
  return (
    <div className="hero">
      <div className="hero-words">
        <h1>{say('heroTitle')}</h1>
        <p className="hero-lead">{say('heroLead')}</p>
        <div className="hero-go"><ButtonLink to="/new" look="primary" isWide>{say('heroStart')}</ButtonLink></div>
      </div>
      <div className="hero-books" role="img" aria-label={say('heroPicture')}>
        {HOME_PAGES.map((page, index) => <img key={page} src={page} alt="" width={540} height={762} className={`hero-page hero-page-${index + 1}`} fetchPriority={index === 2 ? 'high' : 'auto'} />)}
      </div>
      <Samples title={say('heroSamples')} onPick={take} />
    </div>
  );
}
