/** What the author of a plug-in imports. The guide is `docs/plug-ins.md`; the server's own adapters are written against the same types. */
export { defineImageProvider, defineTextProvider, PLUG_IN_VERSION, type Checks, type ImageDefinition, type PlugIn, type ProviderFacts, type SecretField, type TextDefinition } from './define.ts';
export type { AskedSize, ImageAnswer, ImageCall, ImageProvider, ImageRequest, ImageSlot, Picture, PictureType } from './image-provider.ts';
export type { Endpoint, ProviderCall, ProviderTools } from './provider.ts';
export { PROVIDER_FAULTS, ProviderError, type ProviderErrorFacts, type ProviderFault } from './provider-error.ts';
export type { TextAnswer, TextCall, TextMessage, TextPiece, TextProvider, TextRequest, TextTool, TextUsage, ToolCall } from './text-provider.ts';
export { WebError, type Incoming, type Outgoing, type Web, type WebErrorKind, type WebSocketIn } from './web.ts';
export type { ImageAbility, ImageModel, ModelSetting, NumberRange, PictureInput, PixelSize, Price, Resolution, SizeRule, TextModel } from '@komawari/contract';
