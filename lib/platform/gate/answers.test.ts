import { describe, expect, it } from 'vitest'
import { answerForm } from './answers'

const form = new Request('http://127.0.0.1/', { method: 'POST' })

describe('answerForm', () => {
  it('spells what a header cannot carry, and leaves a plain address alone', () => {
    const places = ['/cases/💩/team?draft=a', '/cases/é', '/cases/\ud83d', '/work?next=%2Fcases#due'].map(
      (page) => answerForm(form, page).headers.get('location'),
    )
    expect(places).toEqual([
      '/cases/%F0%9F%92%A9/team?draft=a',
      '/cases/%C3%A9',
      '/cases/%EF%BF%BD',
      '/work?next=%2Fcases#due',
    ])
  })
})
