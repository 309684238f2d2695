/** Pictures from a model: the port that plug-ins are written against too. */
export type { AskedSize, ImageAnswer, ImageCall, ImageProvider, ImageRequest, ImageSlot, Picture, PictureType } from '@komawari/plugin';
