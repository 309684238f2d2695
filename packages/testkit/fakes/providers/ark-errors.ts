import type { Answer } from './reply.ts';

/** The codes of the vendor's error page, by status; `[.x]` stands for any suffix. */
const CODES: Record<number, RegExp[]> = {
  400: [/^MissingParameter$/, /^InvalidParameter(\.\w+)?$/, /^Input(Text|Image)SensitiveContentDetected(\.PrivacyInformation)?$/, /^OutputImageSensitiveContentDetected$/, /^(Input|Output)(Text|Image)RiskDetection$/, /^InvalidEndpoint\.ClosedEndpoint$/],
  401: [/^AuthenticationError$/],
  403: [/^AccessDenied$/, /^AccountOverdueError$/, /^OperationDenied\.\w+$/],
  404: [/^ModelNotOpen$/, /^InvalidEndpointOrModel\.(NotFound|ModelIDAccessDisabled)$/],
  429: [/^ModelAccount(Ipm|Rpm|Tpm)RateLimitExceeded$/, /^RateLimitExceeded\.Endpoint(RPM|TPM)Exceeded$/, /^AccountRateLimitExceeded$/, /^RequestBurstTooFast$/, /^ServerOverloaded$/, /^QuotaExceeded$/, /^SetLimitExceeded$/],
  500: [/^InternalServiceError$/],
};

const USUAL: Record<number, string> = { 400: 'InvalidParameter', 401: 'AuthenticationError', 403: 'AccessDenied', 404: 'InvalidEndpointOrModel.NotFound', 429: 'AccountRateLimitExceeded' };
const TYPES: Record<number, string> = { 400: 'BadRequest', 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 429: 'TooManyRequests' };

/** The part of a request that Ark refuses; thrown where it is found, answered by the route. */
export class ArkRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly param: string;

  constructor({ status = 400, code, message = `The request was refused: ${code}.`, param = '' }: { status?: number; code: string; message?: string; param?: string }) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
  }
}

export function arkAnswer({ status, code, message, param }: ArkRefusal): Answer {
  return { status, body: { error: { code, message, param, type: TYPES[status] ?? 'InternalServerError' } } };
}

/** The code of a refusal by status; one that Ark does not give under this status is a mistake of the test, so it throws. */
export function arkCode(status: number, code: string | undefined): string {
  if (code === undefined) return USUAL[status] ?? 'InternalServiceError';
  if (CODES[status]?.some((pattern) => pattern.test(code))) return code;
  throw new Error(`Ark gives no ${code} under ${status}`);
}
