import { useWords } from '../../../language/use-words.ts';
import { SAMPLES, type Sample } from './sample-stories.ts';

export function Samples({ title, onPick }: { title: string; onPick: (story: Sample['story']) => void }) {
  const { say } = useWords('comics-desk');
  return (
    <section className="samples" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {SAMPLES.map((sample) => (
          <li key={sample.title}>
            <button type="button" className="sample panel" onClick={() => onPick(sample.story)}>
              <img src={sample.picture} alt="" width={360} height={240} />
              <span className="sample-words"><strong>{say(sample.title)}</strong><span>{say(sample.note)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
