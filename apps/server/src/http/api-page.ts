import { API_PREFIX, ERRORS, type Route } from '@komawari/contract';
import { z } from 'zod';

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}code,pre{font:14px/1.4 ui-monospace,monospace}summary{cursor:pointer;padding:.4rem 0}summary b{display:inline-block;min-width:4.5rem}pre{background:#f4f4f2;padding:.8rem;overflow:auto}@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}pre{background:#222}a{color:#9cf}}';

/** The API as one page without scripts: every route with what it takes, gives and demands. */
export function renderApiPage(routes: readonly Route[], version: string): string {
  const rooms = Map.groupBy(routes, (route) => route.id.split('.')[0] ?? '');
  const body = [...rooms].map(([room, list]) => `<h2>${escapeHtml(room)}</h2>${list.map(renderRoute).join('')}`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Komawari API</title><style>${STYLE}</style>`
    + `<h1>Komawari API <small>${escapeHtml(version)}</small></h1><p>Send an API key as <code>Authorization: Bearer KEY</code>. The whole contract: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>${body}</html>`;
}

function renderRoute(route: Route): string {
  const parts = [
    `<p>Who: ${escapeHtml(route.access.who)}${route.access.author ? `, the ${route.access.author}'s author` : ''}${route.access.permission ? `, permission <code>${route.access.permission}</code>` : ''}</p>`,
    renderSchema('Query', route.query), renderSchema('Body', route.body),
    route.takesUpload ? `<p>Body: ${route.takesUpload.mediaTypes.map(escapeHtml).join(', ')}</p>` : '',
    renderSchema('Answer', route.response), route.givesBytes ? `<p>Answer: ${route.givesBytes.map(escapeHtml).join(', ')}</p>` : '',
    route.errors ? `<ul>${route.errors.map((code) => `<li><code>${code}</code> ${ERRORS[code].status}: ${escapeHtml(ERRORS[code].en)}</li>`).join('')}</ul>` : '',
  ];
  return `<details><summary><b>${route.method}</b> <code>${escapeHtml(API_PREFIX + route.path)}</code> ${escapeHtml(route.summary)}</summary>${parts.join('')}</details>`;
}

function renderSchema(title: string, schema: z.ZodType | undefined): string {
  if (!schema) return '';
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `<p>${title}</p><pre>${escapeHtml(JSON.stringify(json, null, 1))}</pre>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
