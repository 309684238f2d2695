/** What travels between client and worker. One job at a time is with the worker; the rest waits in the client. */
import type { BookPatch } from './book-patches.ts';
import type { DeskPage, DeskPageOptions, RefitOptions, RefittedPanel, ReletterOptions } from './desk-types.ts';
import type { EngineFault } from './engine-error.ts';
import type { Book, BookId, BookLanguage, FirstPanel, LanguageOption, LetteredPanel, OwnDrawings, PageOfBook, PageOptions, PagePicture, PagePlan, PanelDrawing, PanelPicture, PersonView, PlaceView, PreviewOptions, ScriptOptions, ToldLook } from './types.ts';

/** Name of a job -> what it takes and gives. */
export type Jobs = {
  warmUp: { takes: Record<never, never>; gives: boolean };
  detectLanguage: { takes: { text: string }; gives: BookLanguage };
  scriptBook: { takes: { text: string; options: ScriptOptions }; gives: Book };
  previewFirstPanel: { takes: { text: string; options: PreviewOptions }; gives: FirstPanel };
  drawPerson: { takes: { view: PersonView }; gives: Blob };
  drawPlaceAlone: { takes: { view: PlaceView }; gives: Blob };
  toldLook: { takes: { id: BookId; characterId: string }; gives: ToldLook };
  planPages: { takes: { id: BookId }; gives: PagePlan };
  drawPanel: { takes: { id: BookId; panelId: string }; gives: PanelDrawing };
  panelDocument: { takes: { id: BookId; panelId: string; drawing?: PanelDrawing }; gives: string };
  panelPicture: { takes: { id: BookId; panelId: string }; gives: PanelPicture };
  finishPage: { takes: { id: BookId; pageNumber: number; options: PageOptions }; gives: PageOfBook };
  letterPanel: { takes: { id: BookId; pageNumber: number; panelId: string; options: LanguageOption & { drawings?: OwnDrawings } }; gives: LetteredPanel };
  deskPage: { takes: { id: BookId; pageNumber: number; options: DeskPageOptions }; gives: DeskPage };
  refitBubble: { takes: { id: BookId; options: RefitOptions }; gives: RefittedPanel | undefined };
  reletterPanels: { takes: { id: BookId; options: ReletterOptions }; gives: RefittedPanel[] | undefined };
  pagePicture: { takes: { id: BookId; pageNumber: number; options: PageOptions }; gives: PagePicture };
};
export type JobName = keyof Jobs;

/** Brings the worker's books to what the job was asked about; sent before it. */
export type BookNews =
  | { type: 'open'; id: BookId; book: Book }
  | { type: 'patch'; id: BookId; patches: BookPatch[] }
  | { type: 'plan'; id: BookId; plan: PagePlan | undefined }
  | { type: 'close'; id: BookId };

export type ToWorker = BookNews | { type: 'job'; number: number; name: JobName; takes: Jobs[JobName]['takes'] } | { type: 'cancel'; number: number };

export type FromWorker =
  | { type: 'done'; number: number; gives: Jobs[JobName]['gives'] }
  | { type: 'fault'; number: number; code: EngineFault; message: string };
