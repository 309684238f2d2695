/** The contract as an OpenAPI 3.1 document. */
import { z } from 'zod';
import { Me, UserEntry } from './account-shapes.ts';
import { ERRORS, ErrorBody, type ErrorCode } from './errors.ts';
import { API_PREFIX, type Route } from './route.ts';

type Json = Record<string, unknown>;

/** Answers that many routes give: written once, referred to by name. */
const NAMED = new Map<z.ZodType, string>([[Me, 'Me'], [UserEntry, 'User']]);

/** Emits the document; the same routes give the same text. */
export function emitOpenApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = API_PREFIX + route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Komawari', version, description: 'Turns a story into a finished comic.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Error: schemaOf(ErrorBody, 'output'), ...Object.fromEntries([...NAMED].map(([schema, name]) => [name, schemaOf(schema, 'output')])) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'An API key' }, session: { type: 'apiKey', in: 'cookie', name: 'koma.session_token' } },
    },
  };
}

function operationOf(route: Route): Json {
  const body = bodyOf(route);
  return {
    operationId: route.id,
    tags: [route.id.split('.')[0]],
    summary: route.summary,
    'x-access': route.access,
    security: route.access.who === 'user' ? [{ bearer: [] }, { session: [] }] : [{}, { bearer: [] }, { session: [] }],
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { [String(route.status ?? 200)]: successOf(route), ...failuresOf(route) },
  };
}

function bodyOf(route: Route): Json | undefined {
  if (route.takesUpload) return Object.fromEntries(route.takesUpload.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  return route.body ? { 'application/json': { schema: schemaOf(route.body, 'input') } } : undefined;
}

function successOf(route: Route): Json {
  const content = route.givesBytes
    ? Object.fromEntries(route.givesBytes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
    : route.response ? { 'application/json': { schema: answerOf(route.response) } } : undefined;
  return { description: route.summary, ...(content ? { content } : {}) };
}

function answerOf(schema: z.ZodType): Json {
  const name = NAMED.get(schema);
  return name === undefined ? schemaOf(schema, 'output') : { $ref: `#/components/schemas/${name}` };
}

function failuresOf(route: Route): Json {
  const codes: ErrorCode[] = [...(route.errors ?? []), ...(route.params || route.query || route.body ? ['request.invalid' as const] : [])];
  if (route.access.who !== 'anyone') codes.push('access.sign-in');
  if (route.access.permission) codes.push('access.denied');
  const byStatus = Map.groupBy(new Set(codes), (code) => ERRORS[code].status);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, list]) => [
    String(status), { description: list.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
  ]));
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: property }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json;
  return json;
}
