import { expect, test } from 'vitest'
import { messageOf, smsOf } from './message'

const origin = 'https://relais.example'

test('a message speaks the languages of its readers, French first, and French where none is known', () => {
  expect(messageOf(['en'], origin).subject).toBe('Relais: something waits for you')
  expect(messageOf(['en', 'fr'], origin).subject).toMatch(
    /^Relais.: quelque chose vous attend · Relais: something/,
  )
  expect(messageOf([], origin).subject).toMatch(/quelque chose/)
})

test('it leads to the page where one signs in and to nothing else', () => {
  const { text } = messageOf(['fr', 'en'], origin)
  expect([...text.matchAll(/https?:\S+/g)].map(([one]) => one)).toEqual([
    `${origin}/sign-in`,
    `${origin}/sign-in`,
  ])
})

test('an SMS says the same, in letters that every telephone has, and fits into one', () => {
  const text = smsOf(['fr', 'en'], 'https://relais.organisation.example')
  expect(text).toBe(
    'Relais : quelque chose vous attend / Relais: something waits for you\nhttps://relais.organisation.example/sign-in',
  )
  expect(text.length).toBeLessThanOrEqual(160)
})
