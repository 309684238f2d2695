import { pictureOf, pictureSizeOf, type PicturedChoices, type PicturedKind } from '../../../engine/choice-pictures.ts';

/** A drawn picture of a choice. */
export function ChoicePicture<K extends PicturedKind>({ kind, value }: { kind: K; value: PicturedChoices[K] }) {
  return <img src={pictureOf(kind, value)} {...pictureSizeOf(kind)} alt="" loading="lazy" decoding="async" />;
}
