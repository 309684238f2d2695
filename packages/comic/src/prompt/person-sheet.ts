/** A person of the cast as a panel shows them, for models that take pictures: the head large, and the whole figure beside it. */
import { outfitAt } from '../draw/stage/scene-of.ts';
import type { Painters } from '../draw/types.ts';
import { drawPerson, type PersonView } from '../make/model-sheet.ts';
import { sceneOf } from '../make/panel-scene.ts';
import type { Book } from '../model/book.ts';

/** u. */
const SIDE = 620;

/** A whole SVG document on white, twice as wide as high. Throws RangeError for a person who is not in the cast. */
export function personSheet(painters: Painters, book: Book, panelId: string, personId: string): string {
  const { cast, scene, sceneIds, panel } = sceneOf(book, panelId);
  const character = cast.get(personId);
  if (!character) throw new RangeError(`the cast has no ${personId}`);
  const outfitId = panel.characters.find(({ id }) => id === personId)?.outfitId;
  const view = (shows: PersonView['shows'], facing: PersonView['facing']) => drawPerson(painters, {
    look: character.look, outfit: outfitAt(character, scene.id, sceneIds, outfitId), style: book.style, shows, facing, expression: 'neutral', pose: 'stand', fineness: 2,
  });
  const at = (x: number, document: string) => document.replace('<svg ', `<svg x="${x}" y="0" preserveAspectRatio="xMidYMax meet" `).replace(/ width="[\d.]+" height="[\d.]+">/, ` width="${SIDE}" height="${SIDE}">`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE * 2} ${SIDE}" width="${SIDE * 2}" height="${SIDE}"><rect width="100%" height="100%" fill="#fff"/>${at(0, view('head', 'front'))}${at(SIDE, view('whole', 'front'))}</svg>`;
}
