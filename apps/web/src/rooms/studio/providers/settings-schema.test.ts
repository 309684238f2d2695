import { expect, test } from 'vitest';
import { readSettings, settingsOf, typeSettings, type Setting } from './settings-schema.ts';

const schema = JSON.stringify({
  type: 'object',
  properties: {
    models: { default: [{ id: 'a' }], type: 'array', items: { type: 'object' } },
    flavour: { default: 'auto', type: 'string', enum: ['auto', 'forge'] },
    sideMax: { default: 2048, type: 'integer', minimum: 8, maximum: 16384 },
    guidance: { type: 'number', exclusiveMinimum: 0, maximum: 9007199254740991 },
    watermark: { default: false, type: 'boolean' },
    checkPath: { default: '/models', type: 'string', pattern: '^\\/', maxLength: 20, description: 'What the test asks' },
    samplers: { default: [], type: 'array', items: { type: 'string' } },
    levels: { default: {}, type: 'object' },
  },
});
const settings = settingsOf(schema);
const find = (name: string) => settings.find((setting) => setting.name === name);
const faultOf = (name: string, text: string) => readSettings(settings, { [name]: text }).faults[name];

test('each shape has its field, those in JSON at the end', () => {
  expect(settings.map(({ name, kind }) => `${name}:${kind}`)).toEqual(['flavour:choice', 'sideMax:number', 'guidance:number', 'watermark:switch', 'checkPath:text', 'samplers:lines', 'models:json', 'levels:json']);
  expect(find('checkPath')).toMatchObject({ note: 'What the test asks', fallback: '/models' });
  expect(find('guidance')).toMatchObject({ max: undefined, above: 0, isWhole: false });
  expect([settingsOf('no schema'), settingsOf('{}')]).toEqual([[], []] satisfies Setting[][]);
});

test('only what was typed is sent, in its own type, beside settings that no field shows', () => {
  const typed = { flavour: 'forge', sideMax: ' 1 024 ', guidance: '3,5', watermark: 'true', samplers: 'Euler\n\n DPM ', models: '[{"id":"b"}]', levels: '', checkPath: '' };
  expect(readSettings(settings, typed, '{"unknown":{"kept":1},"sideMax":8}')).toEqual({ faults: {}, body: { unknown: { kept: 1 }, flavour: 'forge', sideMax: 1024, guidance: 3.5, watermark: true, samplers: ['Euler', 'DPM'], models: [{ id: 'b' }] } });
});

test('what is kept stands in the fields, and comes out as it went in', () => {
  const kept = { sideMax: 512, watermark: false, samplers: ['Euler'], levels: { a: 'high' } };
  const typed = typeSettings(settings, JSON.stringify(kept));
  expect(typed).toMatchObject({ sideMax: '512', watermark: 'false', samplers: 'Euler' });
  expect(readSettings(settings, typed, JSON.stringify(kept)).body).toEqual(kept);
});

test('what is wrong is said of its field', () => {
  expect([faultOf('sideMax', '7'), faultOf('sideMax', '8.5'), faultOf('sideMax', 'wide'), faultOf('sideMax', '99999'), faultOf('guidance', '0')].map((fault) => fault?.word)).toEqual(['settingMin', 'settingWhole', 'settingNumber', 'settingMax', 'settingAbove']);
  expect([faultOf('checkPath', 'models'), faultOf('checkPath', `/${'x'.repeat(20)}`), faultOf('models', '{}'), faultOf('levels', '[]'), faultOf('levels', '{a}'), faultOf('levels', '{"a":1}')].map((fault) => fault?.word)).toEqual(['settingPattern', 'settingLong', 'settingList', 'settingObject', 'settingJson', undefined]);
});
