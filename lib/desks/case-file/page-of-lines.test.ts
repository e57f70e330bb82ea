import { expect, test } from 'vitest'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { readMark, writeMark } from './page-of-lines'

test('reads back its own cursor and nothing else', () => {
  const row = { id: '00000000-0000-4000-8000-000000000001', at: '2014-06-30T09:00:00.123456Z' }
  expect(readCursor(writeCursor(row))).toEqual(row)
  expect(readCursor(writeCursor({ ...row, at: null }))).toEqual({ id: row.id, at: '' })
  expect(readCursor('x')).toBeUndefined()
  expect(readMark('contact', writeMark({ ...row, at: '2014-06-30' }))).toEqual({ ...row, at: '2014-06-30' })
  expect(readMark('risk', writeMark({ ...row, at: '2' }))).toEqual({ ...row, at: '2' })
  expect(readMark('risk', writeMark(row))).toBeUndefined()
  expect(readMark('contact', writeMark({ ...row, at: '2014-13-77' }))).toBeUndefined()
})
