import bus from '../../../../../../docs/samples/last-bus.zh.md?raw';
import lighthouse from '../../../../../../docs/samples/lighthouse.en.md?raw';
import umbrella from '../../../../../../docs/samples/umbrella.ja.md?raw';
import { useWords } from '../../../language/use-words.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import busPicture from '../pictures/sample-bus.webp';
import lighthousePicture from '../pictures/sample-lighthouse.webp';
import umbrellaPicture from '../pictures/sample-umbrella.webp';

const SAMPLES: readonly { text: string; title: WordKey<'comics'>; note: WordKey<'comics'>; picture: string }[] = [
  { text: lighthouse, title: 'sampleLighthouse', note: 'sampleLighthouseNote', picture: lighthousePicture },
  { text: bus, title: 'sampleBus', note: 'sampleBusNote', picture: busPicture },
  { text: umbrella, title: 'sampleUmbrella', note: 'sampleUmbrellaNote', picture: umbrellaPicture },
];

export function Samples({ onPick }: { onPick: (text: string) => void }) {
  const { say } = useWords('comics');
  return (
    <section className="samples" aria-label={say('samples')}>
      <h2>{say('samples')}</h2>
      <ul>
        {SAMPLES.map((sample) => (
          <li key={sample.title}>
            <button type="button" className="sample panel" onClick={() => onPick(sample.text)}>
              <img src={sample.picture} alt="" width={360} height={240} />
              <span className="sample-words"><strong>{say(sample.title)}</strong><span>{say(sample.note)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
