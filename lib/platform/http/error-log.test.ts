import { describe, expect, it } from 'vitest'
import { describeError } from './error-log'

describe('describeError', () => {
  it('keeps the text of our own errors and where they came from', () => {
    const described = describeError(new TypeError('no such step'))
    expect(described).toMatchObject({ name: 'TypeError', message: 'no such step' })
    expect(described.stack[0]).toMatch(/^at /)
  })

  it('never quotes a query, its parameters or a database’s sentence', () => {
    const cause = Object.assign(new Error('Key (name)=(Aminata) exists'), {
      severity: 'ERROR',
      code: '23505',
      constraint_name: 'people_name_key',
    })
    const error = Object.assign(new Error('Failed query: insert … params: Aminata', { cause }), {
      params: ['Aminata'],
    })
    const described = describeError(error)
    expect(JSON.stringify(described)).not.toContain('Aminata')
    expect(described.cause).toMatchObject({ code: '23505', constraint: 'people_name_key' })
  })
})
