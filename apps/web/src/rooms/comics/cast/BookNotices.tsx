import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertIcon } from '../../../ui/icons.ts';
import { useCast } from './cast-context.ts';
import { noticeWords } from './notice-words.ts';

/** What a change met: said once, until it is read. */
export function BookNotices() {
  const { say } = useWords('comics-cast');
  const { open } = useCast();
  const { refused } = open;
  // Words of a line that gave way are told beside the line, in the script, where they can be taken up again.
  const notices = open.notices.filter(({ code, kind }) => code !== 'overwrote' || kind !== 'line');
  const keys = [...notices, ...refused].map(({ key }) => key);
  if (keys.length === 0) return null;
  return (
    <div className="cast-notice" role="alert">
      <AlertIcon aria-hidden="true" />
      <div>{noticeWords({ notices, refused }).map((word) => <p key={word}>{say(word)}</p>)}</div>
      <Button look="quiet" onClick={() => keys.forEach((key) => open.dismiss(key))}>{say('gotIt')}</Button>
    </div>
  );
}
