import { useWords } from '../../../language/use-words.ts';
import { SAMPLES, type Sample } from './sample-stories.ts';

/** They stay while one of them lies on the sheet, so that another can be looked at; without `chosen` a press leads on. */
export function Samples({ title, chosen, onPick }: { title: string; chosen?: string; onPick: (story: Sample['story']) => void }) {
  const { say } = useWords('comics-desk');
  return (
    <section className="samples" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {SAMPLES.map((sample) => (
          <li key={sample.title}>
            <button type="button" className="sample panel" aria-pressed={chosen === undefined ? undefined : chosen === sample.story.text} onClick={() => onPick(sample.story)}>
              <img src={sample.picture} alt="" width={360} height={240} fetchPriority="low" decoding="async" />
              <span className="sample-words"><strong>{say(sample.title)}</strong><span>{say(sample.note)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
