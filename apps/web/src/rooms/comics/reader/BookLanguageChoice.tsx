import { useWords } from '../../../language/use-words.ts';

const NAMES: Readonly<Record<string, string>> = { zh: '中文', en: 'English', ja: '日本語' };

/** The languages a book can be read in, each by its own name; nothing when there is but one. */
export function BookLanguageChoice({ languages, value, onChange }: { languages: readonly string[]; value: string; onChange: (language: string) => void }) {
  const { say } = useWords('comics-reader');
  if (languages.length < 2) return null;
  return (
    <select className="r-language" aria-label={say('bookLanguageOf')} value={value} onChange={(event) => onChange(event.target.value)}>
      {languages.map((language) => <option key={language} value={language} lang={language}>{NAMES[language] ?? language}</option>)}
    </select>
  );
}
