import { pictureOf, pictureSizeOf, type PicturedChoices, type PicturedKind } from '../../../engine/choice-pictures.ts';
import { SurePicture } from '../../../ui/SurePicture.tsx';

/** A drawn picture of a choice. */
export function ChoicePicture<K extends PicturedKind>({ kind, value }: { kind: K; value: PicturedChoices[K] }) {
  return <SurePicture src={pictureOf(kind, value)} {...pictureSizeOf(kind)} />;
}
