import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import '../desk/desk.css';
import { readShelf } from '../shelf/shelf-list.ts';
import '../shelf/shelf.css';
import { ShelfSkeleton } from '../shelf/ShelfSkeleton.tsx';
import { Desk } from './Desk.tsx';
import './home.css';
import { Welcome } from './Welcome.tsx';

/** A newcomer sees what this is; who has comics finds the last ones, and a sheet for the next. */
export function Home() {
  const { me, error } = useSession();
  const isNobody = me?.kind === 'anonymous';
  // Nobody has comics yet: the server is not asked for a list it would refuse.
  const recent = useCall(['comics', 'recent'], (signal) => readShelf({ sort: 'changed', limit: 12 }, undefined, signal), { isOff: isNobody || (!me && !error) });
  if (isNobody) return <Welcome />;
  const books = recent.data?.items;
  if (!books && !recent.error) return <div className="home-wait"><ShelfSkeleton /></div>;
  return books && books.length > 0 ? <Desk books={books} /> : <Welcome />;
}
