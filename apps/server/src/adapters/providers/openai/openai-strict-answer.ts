/** From an answer in strict mode back to what was asked for. */
export type Json = Record<string, unknown>;

/** Schemas may hold themselves; answers have an end. */
const DEEPEST = 64;

/** Without the nulls that stand for properties that are not there. */
export function restored(value: unknown, schema: unknown, root: Json, depth = 0): unknown {
  const node = resolved(schema, root);
  if (!node || depth > DEEPEST) return value;
  const options = optionsOf(node);
  if (options) return restored(value, options.find((option) => fits(value, option, root)), root, depth + 1);
  if (Array.isArray(value)) return value.map((one: unknown) => restored(one, node['items'], root, depth + 1));
  if (!isRecord(value) || !isRecord(node['properties'])) return value;
  const { properties } = node;
  const required = Array.isArray(node['required']) ? node['required'] : [];
  const isAbsent = (name: string, part: unknown) => part === null && name in properties && !required.includes(name) && !isNullable(properties[name], root);
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => !isAbsent(name, part)).map(([name, part]) => [name, restored(part, properties[name], root, depth + 1)]));
}

/** Whether null is an answer to it. */
export function isNullable(schema: unknown, root: Json): boolean {
  const node = resolved(schema, root);
  return node !== undefined && (optionsOf(node)?.some((option) => isNullable(option, root)) ?? fitsSingle(null, node, root));
}

/** Whether it may be meant by this branch: by its kind, its names, and the values that tell branches apart. */
function fits(value: unknown, schema: unknown, root: Json): boolean {
  const node = resolved(schema, root);
  if (!node) return false;
  return optionsOf(node)?.some((option) => fits(value, option, root)) ?? fitsSingle(value, node, root);
}

function fitsSingle(value: unknown, node: Json, root: Json): boolean {
  const types = Array.isArray(node['type']) ? node['type'] : node['type'] === undefined ? undefined : [node['type']];
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (types && !types.includes(kind) && !(types.includes('integer') && Number.isInteger(value))) return false;
  if ('const' in node && node['const'] !== value) return false;
  if (Array.isArray(node['enum']) && !node['enum'].includes(value)) return false;
  const { properties } = node;
  if (!isRecord(value) || !isRecord(properties)) return types !== undefined || 'const' in node || 'enum' in node;
  return Object.entries(value).every(([name, part]) => {
    const only = name in properties ? resolved(properties[name], root) : undefined;
    return only !== undefined && (!('const' in only || 'enum' in only) || part === null || fitsSingle(part, only, root));
  });
}

function optionsOf(node: Json): unknown[] | undefined {
  return [node['anyOf'], node['oneOf']].find(Array.isArray);
}

function resolved(schema: unknown, root: Json): Json | undefined {
  let node = schema;
  for (let step = 0; isRecord(node) && step < 20; step += 1) {
    const { $ref: ref, allOf, ...rest } = node;
    if (typeof ref === 'string') node = lookedUp(ref, root);
    else if (Array.isArray(allOf) && allOf.length === 1 && isRecord(allOf[0])) node = { ...rest, ...allOf[0] };
    else return node;
  }
  return undefined;
}

function lookedUp(ref: string, root: Json): unknown {
  return ref.split('/').slice(1).map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')).reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), root);
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
