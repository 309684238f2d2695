import { ArkRefusal } from './ark-errors.ts';

export type ArkImageModel = {
  /** Most references. */
  references: number;
  needsReference?: boolean;
  /** `1K`, `2K`, ...; `adaptive` takes the size of the reference. */
  namedSizes: readonly string[];
  /** Sides each, or the area of the picture. */
  sides?: readonly [min: number, max: number];
  area?: readonly [min: number, max: number];
  defaultSize: string;
  /** Several pictures a request, and events. */
  makesGroups: boolean;
  /** Whether `output_format` is taken. */
  choosesFormat: boolean;
  /** The family that takes `seed` and `guidance_scale`. */
  isThird?: boolean;
  promptModes: readonly ('standard' | 'fast')[];
  searchesWeb?: boolean;
  referenceFormats: readonly string[];
};

export type ArkChatModel = {
  /** `json_schema` is a beta that not every model has. */
  hasJsonSchema: boolean;
  /** What `thinking` is when nobody says. */
  thinking: 'enabled' | 'disabled' | 'auto';
  takesPictures: boolean;
};

const FIRST_FORMATS = ['jpeg', 'png'];
const ALL_FORMATS = [...FIRST_FORMATS, 'webp', 'bmp', 'tiff', 'gif', 'heic'];
const THIRD = { makesGroups: false, choosesFormat: false, isThird: true, promptModes: ['standard'], referenceFormats: FIRST_FORMATS } as const;
const LATER = { references: 14, defaultSize: '2048x2048', makesGroups: true, choosesFormat: false, promptModes: ['standard'], referenceFormats: ALL_FORMATS } as const;

/** The area of the pro model ends at 4.19 or 4.62 million pixels, as sources differ, and its `1.5K` is in doubt: the narrower is the default. */
export const ARK_IMAGE_MODELS: Record<string, ArkImageModel> = {
  'doubao-seedream-3-0-t2i-250415': { ...THIRD, references: 0, namedSizes: [], sides: [512, 2048], defaultSize: '1024x1024' },
  'doubao-seededit-3-0-i2i-250628': { ...THIRD, references: 1, needsReference: true, namedSizes: ['adaptive'], defaultSize: 'adaptive' },
  'doubao-seedream-4-0-250828': { ...LATER, namedSizes: ['1K', '2K', '4K'], area: [921_600, 16_777_216], promptModes: ['standard', 'fast'] },
  'doubao-seedream-4-5-251128': { ...LATER, namedSizes: ['2K', '4K'], area: [3_686_400, 16_777_216] },
  'doubao-seedream-5-0-260128': { ...LATER, namedSizes: ['2K', '3K', '4K'], area: [3_686_400, 16_777_216], choosesFormat: true, searchesWeb: true },
  'doubao-seedream-5-0-pro-260628': { ...LATER, references: 10, namedSizes: ['1K', '2K'], area: [921_600, 4_194_304], makesGroups: false, choosesFormat: true },
};

/** The reference names no chat model, so these are made up: one with everything, one with nothing. */
export const ARK_CHAT_MODELS: Record<string, ArkChatModel> = {
  'doubao-chat-full': { hasJsonSchema: true, thinking: 'disabled', takesPictures: true },
  'doubao-chat-plain': { hasJsonSchema: false, thinking: 'disabled', takesPictures: false },
};

export type ArkAccess = {
  /** `ep-…` → model id. */
  endpoints: Record<string, string>;
  closedEndpoints: readonly string[];
  /** Models that exist and were not opened for this account. */
  notOpen: readonly string[];
  /** The account may name endpoints only. */
  endpointOnly: boolean;
};

/** The model that a request names, with its id; refuses as Ark does. */
export function findArkModel<Model>(named: string, models: Record<string, Model>, access: ArkAccess): { id: string; model: Model } {
  if (access.closedEndpoints.includes(named)) throw new ArkRefusal({ code: 'InvalidEndpoint.ClosedEndpoint', message: `The endpoint ${named} is closed.`, param: 'model' });
  const isEndpoint = named.startsWith('ep-');
  const id = isEndpoint ? access.endpoints[named] : named;
  const model = id === undefined ? undefined : models[id];
  if (id !== undefined && access.notOpen.includes(id)) throw new ArkRefusal({ status: 404, code: 'ModelNotOpen', message: `Your account has not opened the model ${id}.`, param: 'model' });
  if (id === undefined || model === undefined) throw new ArkRefusal({ status: 404, code: 'InvalidEndpointOrModel.NotFound', message: `The model or endpoint ${named} does not exist or you have no access to it.`, param: 'model' });
  if (access.endpointOnly && !isEndpoint) throw new ArkRefusal({ status: 404, code: 'InvalidEndpointOrModel.ModelIDAccessDisabled', message: 'Your account must name an endpoint instead of a model.', param: 'model' });
  return { id, model };
}
