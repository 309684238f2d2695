import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';

/** Six books to come. */
export function ShelfSkeleton() {
  return <Skeleton><div className="shelf-books">{[1, 2, 3, 4, 5, 6].map((number) => <div key={number} className="shelf-book"><Tone shape="page" /><Tone widthPercent={60} /></div>)}</div></Skeleton>;
}
