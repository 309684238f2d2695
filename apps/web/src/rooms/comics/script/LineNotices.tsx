import type { Language, Line } from '@komawari/comic';
import { useWords } from '../../../language/use-words.ts';
import type { Notice } from '../book/book-session.ts';
import { writeLine } from './line-steps.ts';
import { useScript } from './script-context.ts';

/** Another page changed this line too: what it said is not lost. */
export function LineNotices({ line, language, notices }: { line: Line; language: Language; notices: readonly Notice[] }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  return notices.map((notice) => {
    const lost = typeof notice.lost === 'string' && notice.field === language ? notice.lost : undefined;
    const takeOther = () => {
      if (lost !== undefined && script.change(writeLine(line.id, language, line.text[language] ?? '', lost))) script.dismiss(notice.key);
    };
    const words = notice.code === 'merged' ? (['noticeMerged', 'useIt', 'keepBoth'] as const) : notice.isOwn ? (['noticeOwnLost', 'useMine', 'leaveIt'] as const) : (['noticeOverwrote', 'useIt', 'keepMine'] as const);
    return (
      <div key={notice.key} className="script-notice" role="status">
        <span>{say(words[0])}{lost !== undefined && <q>{lost}</q>}</span>
        <span className="script-chips">
          {lost !== undefined && <button type="button" className="script-chip" onClick={takeOther}>{say(words[1])}</button>}
          <button type="button" className="script-chip" onClick={() => script.dismiss(notice.key)}>{say(words[2])}</button>
        </span>
      </div>
    );
  });
}
