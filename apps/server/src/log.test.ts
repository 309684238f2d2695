import { expect, test } from 'vitest';
import { plainError } from './log.ts';

test('an error is logged without what it carries along', () => {
  const error = Object.assign(new Error('broke', { cause: new Error('inner') }), { code: '57P01', client: { password: 'hunter2' } });
  const plain = plainError(error);
  expect(plain).toMatchObject({ type: 'Error', message: 'broke', code: '57P01', cause: { message: 'inner' } });
  expect(JSON.stringify(plain)).not.toContain('hunter2');
  expect(plainError('text')).toEqual({ type: 'string', message: 'text' });
});
