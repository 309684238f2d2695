import type { Comic } from '@komawari/contract';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { StateName } from '../../../ui/StatePicture.tsx';

type Look = { picture: StateName; title: WordKey<'comics-overview'>; text: WordKey<'comics-overview'> };

const LOOKS: Readonly<Record<'failed' | 'refused' | 'cancelled' | 'paused', Look>> = {
  failed: { picture: 'broken-bridge', title: 'noScriptFailed', text: 'noScriptFailedText' },
  refused: { picture: 'closed-door', title: 'noScriptRefused', text: 'noScriptRefusedText' },
  cancelled: { picture: 'blank-page', title: 'noScriptStopped', text: 'noScriptStoppedText' },
  paused: { picture: 'waiting', title: 'endPaused', text: 'noScriptPausedText' },
};

/** A comic that ended before its script was there. */
export function NothingYet({ comic }: { comic: Comic }) {
  const { say } = useWords('comics-overview');
  const look = LOOKS[comic.isPaused ? 'paused' : comic.state === 'refused' ? 'refused' : comic.state === 'cancelled' ? 'cancelled' : 'failed'];
  return <EmptyState picture={look.picture} title={say(look.title)} text={say(look.text)}><ButtonLink to="/new">{say('anotherStory')}</ButtonLink></EmptyState>;
}
