/** Branded ids: a string of one kind can not be passed where another is meant. */
import { z } from 'zod';

export const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));

export const ComicId = idOf('comic').brand('ComicId');
export type ComicId = z.infer<typeof ComicId>;

export const TaskId = idOf('task').brand('TaskId');
export type TaskId = z.infer<typeof TaskId>;

export const GuestId = idOf('guest').brand('GuestId');
export type GuestId = z.infer<typeof GuestId>;

export const ApiKeyId = idOf('key').brand('ApiKeyId');
export type ApiKeyId = z.infer<typeof ApiKeyId>;

export const SessionId = idOf('session').brand('SessionId');
export type SessionId = z.infer<typeof SessionId>;

export const PasskeyId = idOf('passkey').brand('PasskeyId');
export type PasskeyId = z.infer<typeof PasskeyId>;

export const InvitationId = idOf('invitation').brand('InvitationId');
export type InvitationId = z.infer<typeof InvitationId>;

export const FileId = idOf('file').brand('FileId');
export type FileId = z.infer<typeof FileId>;

/** Any short opaque string. */
export const UserId = z.string().min(1).max(64).brand('UserId');
export type UserId = z.infer<typeof UserId>;

/** SHA-256 of the bytes, lower-case hex. */
export const ObjectKey = z.string().regex(/^[0-9a-f]{64}$/).brand('ObjectKey');
export type ObjectKey = z.infer<typeof ObjectKey>;

/** Who a work belongs to: `user:ID`, `guest:ID`, or `local:instance` before an owner exists. */
export const OwnerRef = z.string().regex(/^(user|guest|local):.{1,70}$/).brand('OwnerRef');
export type OwnerRef = z.infer<typeof OwnerRef>;

export const ProviderId = idOf('provider').brand('ProviderId');
export type ProviderId = z.infer<typeof ProviderId>;

/** One more address or key of a provider. */
export const EndpointId = idOf('endpoint').brand('EndpointId');
export type EndpointId = z.infer<typeof EndpointId>;

export const GenerationId = idOf('generation').brand('GenerationId');
export type GenerationId = z.infer<typeof GenerationId>;

export const PictureId = idOf('picture').brand('PictureId');
export type PictureId = z.infer<typeof PictureId>;

/** A picture that goes in: a reference, a source or a mask. */
export const InputId = idOf('input').brand('InputId');
export type InputId = z.infer<typeof InputId>;

export const BoardId = idOf('board').brand('BoardId');
export type BoardId = z.infer<typeof BoardId>;

/** Pictures that were put together for one download. */
export const ZipId = idOf('zip').brand('ZipId');
export type ZipId = z.infer<typeof ZipId>;
