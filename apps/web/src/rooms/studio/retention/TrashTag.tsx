import type { Picture } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { goesAt } from './room.ts';
import './own-room.css';
import { useOwnKeeping } from './use-keeping.ts';

/** Why a picture lies in the trash, where a rule put it there, and the day on which it is gone for good. */
export function TrashTag({ picture }: { picture: Picture }) {
  const { say, language } = useWords('studio-retention');
  const own = useOwnKeeping();
  if (picture.deletedAt === null || !own) return null;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(goesAt(picture.deletedAt, own.rules.trashDays));
  return <span className="trash-tag"><Tag tone={picture.deletedBy === null ? 'plain' : 'warn'}>{picture.deletedBy === null ? say('goesOn', { day }) : say('wentAndGoes', { why: say(`why-${picture.deletedBy}`), day })}</Tag></span>;
}
